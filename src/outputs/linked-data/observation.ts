import { figureFragment, recordPath } from '../../domain/url.ts';
import { plainSentence } from '../../messages/figure-sentence.ts';
import type { ShownClaim } from '../../page-data/claim.ts';

const DAY = 86_400_000;

/** How long a period is, both days counted, as ISO 8601 has it: P10D. */
const lengthOf = ({ start, end }: { start: string; end: string }): string =>
  `P${Math.round((Date.parse(end) - Date.parse(start)) / DAY) + 1}D`;

/**
 * A claim as schema.org’s `Observation`, which is a quantity with its ends as they are. Who counted is in its
 * description: the type has no property for it. https://schema.org/Observation
 *
 * @param url of its article
 * @param address makes an address of a path
 */
export function observation(
  { figure, sentence }: ShownClaim,
  url: string,
  address: (path: string) => string,
) {
  const { low, best, high, measure, period, asOf, group, basis } = figure;
  const place = sentence.find((part) => typeof part === 'object' && 'place' in part);
  return {
    '@type': 'Observation' as const,
    '@id': `${url}#${figureFragment(figure.id)}`,
    description: plainSentence(sentence),
    measuredProperty: { '@type': 'Property' as const, name: measure },
    variableMeasured: `${group.label}: ${measure}`,
    observationDate: asOf,
    ...(period && { observationPeriod: lengthOf(period) }),
    ...(place && {
      observationAbout: {
        '@type': 'Place' as const,
        '@id': address(recordPath('places', figure.place)),
        name: plainSentence([place]),
      },
    }),
    ...(basis && { measurementMethod: basis }),
    ...(best !== undefined && { value: best }),
    ...(low !== undefined && { minValue: low }),
    ...(high !== undefined && { maxValue: high }),
    unitText: 'people',
  };
}
