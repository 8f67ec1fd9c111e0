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

/**
 * The fields of a correction that are compared with changes. A correction that names a change explains (“answers for”)
 * it.
 */
export type Answer = Pick<Correction, 'was' | 'text' | 'added' | 'typo'>;

/** What is needed to compare a correction with what was sealed. */
export interface Sealed {
  statements: readonly Statement[];
  now: readonly Statement[];
  fields: Fields;
  /** The present figures of an article. */
  figures?: readonly Figure[];
}

const PART = /^[po]-/;
const FIGURE = /^f-/;
const MEDIUM = /^m-[a-z2-7]{12}(?:\.words)?$/;

const figureDigest = (figure: object) => sealDigest(canonical(figure));

/** Digests of a figure as a correction states it; where its three bounds are equal, also with `best` alone. */
function figuresSaid(was: string, text: string, figures: readonly Figure[]): string[] {
  const id = was.slice(2);
  const former = formerFigure(figures.find((figure) => figure.id === id) ?? { id }, text);
  if (!former) return [];
  const { low, best, high, ...others } = former;
  const isOne = low === best && best === high;
  return [figureDigest(former), ...(isOne ? [figureDigest({ ...others, best })] : [])];
}

/** The values that the ledger has for a field if the correction states truly what it was. */
function valuesSaid(
  { was = '', text = '' }: Answer,
  { fields, figures = [], statements }: Sealed,
): string[] {
  // The id of a medium is made from its file, so that whoever names it has named the file. Its words are in files of
  // their own, which a correction cannot hold: it says what matters of them.
  if (MEDIUM.test(was))
    return statements.flatMap(({ field, value }) => (field === was ? [value] : []));
  if (PART.test(was)) return [sealDigest(foldSpace(text).normalize('NFC'))];
  if (FIGURE.test(was)) return figuresSaid(was, text, figures);
  return [fields.get(was)?.clear ? text : sealDigest(text)];
}

/** The corrections made since something was sealed. Each explains one change, if what it says is true. */
export class Answers {
  /** Sealed corrections that are gone, and corrections that state a wrong old value. */
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
      const isThere = (all: readonly Statement[]) => all.some(({ field }) => field === added);
      if (added !== undefined && !isThere(now)) return false;
      if (was === undefined) return !isThere(statements);
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

  /** The old words of a part by its last correction. */
  correctedOf(field: string): Corrected {
    return correctedBy(this.#truths, field);
  }

  /** True if a correction states this old value. That correction is then used up. */
  takes(field: string, value?: string): boolean {
    const at = this.#open.findIndex(
      (one) => one.field === field && (value === undefined || one.values.includes(value)),
    );
    if (at >= 0) this.#open.splice(at, 1);
    return at >= 0;
  }
}
