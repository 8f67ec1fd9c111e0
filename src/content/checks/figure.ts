import type { Article } from '../../domain/article/article.ts';
import { because, type Fault } from '../../domain/fault.ts';
import { speaksOfArmed, speaksOfCivilians } from '../../domain/figures/civilian.ts';
import { claimKey } from '../../domain/figures/claim-key.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { isVague, namesNumber, qualifiersOf } from '../../domain/figures/stated-number.ts';
import type { Problem } from '../../domain/problem.ts';
import type { Path } from '../../domain/schema-fault.ts';
import { site } from '../../site.ts';
import type { YamlText } from '../files/yaml.ts';
import type { Facts } from '../markdown/rehype-record.ts';
import { partFault } from './figure-parts.ts';

/** A field of a figure, and what is wrong with it. */
type FieldFault = [field: PropertyKey[], fault: Fault];

const BOUNDS = ['low', 'best', 'high'] as const;

/** Whether fields of a figure are sound. If one is not, nothing that depends on it is reported. */
type IsSound = (...fields: (keyof Figure)[]) => boolean;

/** Faults where the fields of a figure (number, qualifier, status) say more than its words. */
function wordFaults(
  figure: Figure,
  paragraph: string,
  lang: string,
  isSound: IsSound,
): FieldFault[] {
  const { asStated, qualifier, group } = figure;
  const faults: FieldFault[] = [];
  if (isSound('qualifier') ? qualifier === 'vague' : isVague(asStated, lang)) {
    if (isSound('qualifier') && !isVague(asStated, lang))
      faults.push([
        ['asStated'],
        because(
          'figure/words',
          'The words of a figure hold its number, or say it vaguely: dozens, several, many.',
          'Quote the words with the vague number in them, or write the qualifier of the number.',
        ),
      ]);
  } else {
    const areSound = isSound(...BOUNDS);
    const missing = BOUNDS.find((bound) => {
      const value = figure[bound];
      return areSound && value !== undefined && !namesNumber(asStated, value, lang);
    });
    if (missing)
      faults.push([
        [missing],
        because(
          'figure/words',
          `The words of a figure hold its number; “${asStated}” does not hold ${figure[missing]}.`,
          'Quote the words with the number in them, or correct the number.',
        ),
      ]);
    else if (areSound && isSound('qualifier')) faults.push(...qualifierFaults(figure, lang));
  }
  if (!isSound('group') || group.status !== 'civilian') return faults;
  if (!speaksOfCivilians(paragraph, lang))
    faults.push([
      ['group', 'status'],
      because(
        'figure/status',
        'Nobody is called a civilian whom the source does not call so; the paragraph does not speak of civilians.',
        'Write status: unknown.',
      ),
    ]);
  else if (speaksOfArmed(`${asStated} ${group.label}`))
    faults.push([
      ['group', 'status'],
      because(
        'figure/status',
        'A count of civilians and others is not one of civilians.',
        'Write status: mixed.',
      ),
    ]);
  return faults;
}

function qualifierFaults(figure: Figure, lang: string): FieldFault[] {
  const { low, best, high, qualifier, asStated } = figure;
  const stated = qualifiersOf(asStated, best ?? low ?? high ?? 0, lang);
  if (stated.length === 0 || stated.includes(qualifier)) return [];
  const fault = because(
    'figure/qualifier',
    `The qualifier is that of the words; “${asStated}” is ${stated.join(' or ')}.`,
    `Write qualifier: ${stated[0]} with its bounds, or quote other words of the text.`,
  );
  return [[['qualifier'], fault]];
}

/** Faults where the figures of an article do not agree with its text, its date, or each other. */
export function figureFaults(
  article: Article,
  prose: Pick<Facts, 'paragraphs' | 'stated'>,
  yaml: YamlText,
  isSound: (...path: Path) => boolean,
): Problem[] {
  const { figures, date, lang = site.lang } = article;
  const texts = new Map(prose.paragraphs.map(({ id, text }) => [id, text]));
  return figures.flatMap((figure, index) => {
    const isSoundHere: IsSound = (...fields) =>
      fields.every((field) => isSound('figures', index, field));
    const part = partFault(figure, figures, isSound);
    const faults: FieldFault[] = part === undefined ? [] : [[['partOf'], part]];
    if (isSound('date') && isSoundHere('asOf') && figure.asOf > date)
      faults.push([
        ['asOf'],
        because(
          'figure/dates',
          'A count does not stand on a day after the report.',
          `Write the day on which the count stood, ${date} or before.`,
        ),
      ]);
    const paragraph = texts.get(prose.stated.get(claimKey(figures, index)) ?? '');
    // Words that are missing from the text are reported as missing, and not checked further.
    if (paragraph !== undefined && isSound('lang') && isSoundHere('asStated'))
      faults.push(...wordFaults(figure, paragraph, lang, isSoundHere));
    return faults.map(([field, fault]) => yaml.problem(['figures', index, ...field], fault));
  });
}
