import type { Article } from '../../domain/article/article.ts';
import { speaksOfArmed, speaksOfCivilians } from '../../domain/figures/civilian.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { ruled } from '../../domain/figures/figure-rule.ts';
import { isVague, namesNumber, qualifiersOf } from '../../domain/figures/stated-number.ts';
import type { Problem } from '../../domain/problem.ts';
import { site } from '../../site.ts';
import type { YamlText } from '../files/yaml.ts';
import type { Prose } from '../markdown/prose.ts';
import { partFault } from './figure-parts.ts';

/** A field of a figure, and the rule that it breaks with the fix. */
type Fault = [field: PropertyKey[], message: string];

const BOUNDS = ['low', 'best', 'high'] as const;

/** What the words of a figure do not say that its fields do: number, qualifier, status. */
function wordFaults(figure: Figure, paragraph: string, lang: string): Fault[] {
  const { asStated, qualifier, group } = figure;
  const faults: Fault[] = [];
  if (qualifier === 'vague') {
    if (!isVague(asStated, lang))
      faults.push([
        ['asStated'],
        ruled(
          'words',
          'The words of a figure hold its number, or say it vaguely: dozens, several, many.',
          'Quote the words with the vague number in them, or write the qualifier of the number.',
        ),
      ]);
  } else {
    const missing = BOUNDS.find((bound) => {
      const value = figure[bound];
      return value !== undefined && !namesNumber(asStated, value, lang);
    });
    if (missing)
      faults.push([
        [missing],
        ruled(
          'words',
          `The words of a figure hold its number; “${asStated}” does not hold ${figure[missing]}.`,
          'Quote the words with the number in them, or correct the number.',
        ),
      ]);
    else faults.push(...qualifierFaults(figure, lang));
  }
  if (group.status !== 'civilian') return faults;
  if (!speaksOfCivilians(paragraph, lang))
    faults.push([
      ['group', 'status'],
      ruled(
        'status',
        'Nobody is called a civilian whom the source does not call so; the paragraph does not speak of civilians.',
        'Write status: unknown.',
      ),
    ]);
  else if (speaksOfArmed(`${asStated} ${group.label}`))
    faults.push([
      ['group', 'status'],
      ruled(
        'status',
        'A count of civilians and others is not one of civilians.',
        'Write status: mixed.',
      ),
    ]);
  return faults;
}

function qualifierFaults(figure: Figure, lang: string): Fault[] {
  const { low, best, high, qualifier, asStated } = figure;
  const stated = qualifiersOf(asStated, best ?? low ?? high ?? 0, lang);
  if (stated.length === 0 || stated.includes(qualifier)) return [];
  const message = ruled(
    'qualifier',
    `The qualifier is that of the words; “${asStated}” is ${stated.join(' or ')}.`,
    `Write qualifier: ${stated[0]} with its bounds, or quote other words of the text.`,
  );
  return [[['qualifier'], message]];
}

/** What an article's figures say that its text and its date do not bear out, and what they say of each other. */
export function figureFaults(article: Article, prose: Prose, yaml: YamlText): Problem[] {
  const { figures, date, lang = site.lang } = article;
  const texts = new Map(prose.paragraphs.map(({ id, text }) => [id, text]));
  return figures.flatMap((figure, index) => {
    const part = partFault(figure, figures);
    const faults: Fault[] = part === undefined ? [] : [[['partOf'], part]];
    if (figure.asOf > date)
      faults.push([
        ['asOf'],
        ruled(
          'dates',
          'A count does not stand on a day after the report.',
          `Write the day on which the count stood, ${date} or before.`,
        ),
      ]);
    const paragraph = texts.get(prose.stated.get(figure.id) ?? '');
    // Words that the text does not have are told as such.
    if (paragraph !== undefined) faults.push(...wordFaults(figure, paragraph, lang));
    return faults.map(([field, message]) => yaml.problem(['figures', index, ...field], message));
  });
}
