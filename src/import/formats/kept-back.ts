import type { Root } from 'mdast';
import { shownWords } from '../../domain/problem.ts';
import { putMedia, takeMedia } from '../media/block-media.ts';
import { readReference } from '../media/file-reference.ts';
import type { SourceMedium } from '../media/source-medium.ts';
import type { Skipped } from './skipped.ts';

/** A picture, sound or film beside a text that its source keeps back: why, and how it names its files. */
export interface KeptBack extends Skipped {
  references: readonly string[];
}

/** What is said of media that a source keeps back: how many, and why; no word of theirs. */
export function notesOfKeptBack(kept: readonly Skipped[]): string[] {
  if (kept.length === 0) return [];
  const reasons = [...new Set(kept.map(({ skipped }) => skipped))].slice(0, 5).join('; ');
  const count =
    kept.length === 1 ? 'one picture or recording' : `${kept.length} pictures or recordings`;
  return [`${count} passed over, kept back by the source: ${reasons}`];
}

/**
 * The files that a source keeps back, which it may name in one place otherwise than in another: with another scheme, host
 * or size, by a path, through a service.
 */
export class KeptFiles {
  readonly #exact: ReadonlySet<string>;
  readonly #addresses: ReadonlySet<string>;
  readonly #names: ReadonlySet<string>;
  /** The names of those of which no more is certain. */
  readonly #ofPaths: ReadonlySet<string>;

  constructor(kept: readonly Pick<KeptBack, 'references'>[]) {
    const references = kept.flatMap((one) => one.references);
    const held = references.flatMap((one) => readReference(one) ?? []);
    this.#exact = new Set(references);
    this.#addresses = new Set(held.flatMap(({ address }) => address ?? []));
    this.#names = new Set(held.flatMap(({ names }) => names));
    this.#ofPaths = new Set(
      held.flatMap(({ address, names }) => (address === undefined ? names : [])),
    );
  }

  /** True where a reference names one of them in the same letters. */
  names(reference: string): boolean {
    return this.#exact.has(reference);
  }

  /** True where a reference may name one of them. */
  mayBe(reference: string): boolean {
    if (this.names(reference)) return true;
    const read = readReference(reference);
    if (!read) return false;
    const { address, names, filed } = read;
    if (address === undefined) return names.some((one) => this.#names.has(one));
    return (
      this.#addresses.has(address) ||
      filed.some((one) => this.#names.has(one)) ||
      names.some((one) => this.#ofPaths.has(one))
    );
  }
}

/** As many addresses are told. */
const TOLD = 5;

const wholeOf = (reference: string) => readReference(reference)?.whole ?? reference;

/**
 * Takes out of a body the files that its source keeps back beside it: systems show in the text what stands there too.
 *
 * @param allowed how the source names files that it gives beside the text; these stay
 * @returns what is said of those of which it is only likely, since the source names them otherwise
 */
export function dropKeptBack(
  body: Root,
  kept: KeptFiles,
  allowed: readonly string[] = [],
): string[] {
  const given = new Set(allowed);
  const wholes = new Set(allowed.map(wholeOf));
  const isKept = (one: string) => !given.has(one) && kept.names(one);
  const mayBeKept = (one: string) =>
    !given.has(one) && !wholes.has(wholeOf(one)) && kept.mayBe(one);
  const likely: SourceMedium[] = [];
  for (const place of [body, ...body.children])
    putMedia(
      place,
      takeMedia(place).filter((medium) => {
        if (medium.references.some(isKept)) return false;
        const isLikely = medium.references.some(mayBeKept);
        if (isLikely) likely.push(medium);
        return !isLikely;
      }),
    );
  if (likely.length === 0) return [];
  const told = likely
    .slice(0, TOLD)
    .flatMap(({ references }) => references.slice(0, 1))
    .map((one) => `“${shownWords(one)}”`)
    .join(', ');
  return [
    likely.length === 1
      ? `one picture of its text left out, which may be one that the source has kept back: ${told}`
      : `${likely.length} pictures of its text left out, which may be ones that the source has kept back: ${told}`,
  ];
}
