import type { Correction } from '../../../domain/article/correction.ts';
import { foldSpace } from '../../../domain/article/paragraph.ts';
import type { Figure } from '../../../domain/figures/figure.ts';
import { formerFigure } from '../../../domain/figures/former-figure.ts';
import { sealDigest } from '../seal-digest.ts';
import { correctionStatement } from '../statements/article-statements.ts';
import { canonical } from '../statements/canonical.ts';
import type { Difference, Fields } from '../statements/field.ts';
import type { Statement } from '../statements/statement.ts';
import { type Corrected, correctedBy } from './hunk.ts';

/** A correction as far as it answers for a change. */
export type Answer = Pick<Correction, 'was' | 'text' | 'added' | 'typo'>;

/** What is known when a correction is held to what was sealed. */
export interface Sealed {
  statements: readonly Statement[];
  now: readonly Statement[];
  fields: Fields;
  /** The present figures of an article. */
  figures?: readonly Figure[];
}

const PART = /^[po]-/;
const FIGURE = /^f-/;

const figureDigest = (figure: object) => sealDigest(canonical(figure));

/** The digests of a figure as a correction tells it: of one number, and of the same number said with both ends. */
function figuresSaid(was: string, text: string, figures: readonly Figure[]): string[] {
  const id = was.slice(2);
  const former = formerFigure(figures.find((figure) => figure.id === id) ?? { id }, text);
  if (!former) return [];
  const { low, best, high, ...others } = former;
  const isOne = low === best && best === high;
  return [figureDigest(former), ...(isOne ? [figureDigest({ ...others, best })] : [])];
}

/** The values one of which a statement of a field has where it was what a correction says. */
function valuesSaid({ was = '', text = '' }: Answer, { fields, figures = [] }: Sealed): string[] {
  if (PART.test(was)) return [sealDigest(foldSpace(text).normalize('NFC'))];
  if (FIGURE.test(was)) return figuresSaid(was, text, figures);
  return [fields.get(was)?.clear ? text : sealDigest(text)];
}

/** The corrections of something that have come since it was sealed. Each answers for one change, if what it says is true. */
export class Answers {
  /** The corrections that were sealed and are gone, and those that say a past that was not. */
  readonly faults: Difference[];
  readonly #open: { field: string; values: string[] }[];
  readonly #added: Set<string>;
  readonly #truths: readonly Answer[];

  constructor(corrections: readonly Answer[], sealed: Sealed) {
    const { statements, now } = sealed;
    const known = statements.filter(({ field }) => field.startsWith('~'));
    const fresh: Answer[] = [];
    for (const correction of corrections) {
      const { field, value } = correctionStatement(correction);
      const at = known.findIndex((one) => one.field === field && one.value === value);
      if (at < 0) fresh.push(correction);
      else known.splice(at, 1);
    }
    const isTrue = (correction: Answer): boolean => {
      const { was, added } = correction;
      if (added !== undefined)
        return (
          !statements.some(({ field }) => field === added) &&
          now.some(({ field }) => field === added)
        );
      const said = valuesSaid(correction, sealed);
      return statements.some(({ field, value }) => field === was && said.includes(value));
    };
    const truths = fresh.filter(isTrue);
    this.#truths = truths;
    this.faults = [
      ...known.map(
        ({ field }): Difference => ({ field: field.slice(1), how: 'dropped', rule: 'refused' }),
      ),
      ...fresh
        .filter((one) => !truths.includes(one))
        .map(
          ({ was, added }): Difference => ({
            field: was ?? added ?? '',
            how: 'untrue',
            rule: 'refused',
          }),
        ),
    ];
    this.#added = new Set(truths.flatMap(({ added }) => added ?? []));
    this.#open = truths.flatMap((one) =>
      one.was === undefined ? [] : [{ field: one.was, values: valuesSaid(one, sealed) }],
    );
  }

  /** True where a correction says that a part was added. */
  adds(field: string): boolean {
    return this.#added.has(field);
  }

  /** What a part said by its correction, the last where it has several. */
  correctedOf(field: string): Corrected {
    return correctedBy(this.#truths, field);
  }

  /** True where a correction says what was there; it answers for nothing else then. */
  takes(field: string, value?: string): boolean {
    const at = this.#open.findIndex(
      (one) => one.field === field && (value === undefined || one.values.includes(value)),
    );
    if (at >= 0) this.#open.splice(at, 1);
    return at >= 0;
  }
}
