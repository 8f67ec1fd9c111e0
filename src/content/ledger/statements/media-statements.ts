import type { Medium } from '../../../domain/media/medium.ts';
import { sealDigest } from '../seal-digest.ts';
import { canonical } from './canonical.ts';
import type { Statement } from './statement.ts';

/**
 * The endings of fields whose changes are listed, and need no correction: why a medium is withheld, and all else that is
 * said of it and has no field of its own.
 */
export const LISTED_OF_MEDIUM: readonly string[] = ['withheld', 'about'];

/** A medium as its article states it, and what is known of its file. */
type Stated = Medium & {
  id?: string | undefined;
  facts?: { words?: string } | undefined;
  isPlaced?: boolean;
  order?: number | undefined;
};

/**
 * The statements of a medium: the SHA-256 of its file; what a correction answers for, each in a statement of its own, the
 * words of its scan, transcript and captions too; and a digest of all else that is said of it. Of one that the archive could not get there is only the last.
 */
function statementsOf(medium: Stated): Statement[] {
  const { id, sha256, file: _, facts, isPlaced: __, order: ___, ...said } = medium;
  const { caption, creditLine, creator, dateCreated, withheld, ...others } = said;
  if (id === undefined || sha256 === undefined)
    return [{ field: 'media.missing', value: sealDigest(canonical(said)) }];
  const { words } = facts ?? {};
  const held = Object.entries({ caption, creditLine, creator, dateCreated, words }).flatMap(
    ([field, value]): Statement[] =>
      value === undefined ? [] : [{ field: `${id}.${field}`, value: sealDigest(value) }],
  );
  const listed = Object.entries({ withheld, about: others }).flatMap(
    ([part, value]): Statement[] =>
      value === undefined ? [] : [{ field: `${id}.${part}`, value: sealDigest(canonical(value)) }],
  );
  return [{ field: id, value: sha256 }, ...held, ...listed];
}

/** The order in which the text itself places media. Of paragraphs it says nothing: they are corrected by themselves. */
function orderStatement(media: readonly Stated[]): Statement[] {
  const placed = media.filter(({ order }) => order !== undefined);
  if (placed.length === 0) return [];
  const ids = placed.toSorted((a, b) => Number(a.order) - Number(b.order)).map(({ id }) => id);
  return [{ field: 'media.order', value: sealDigest(canonical(ids)) }];
}

/** The statements of the media of an article, in its order. */
export const mediaStatements = (media: readonly Stated[]): Statement[] => [
  ...media.flatMap(statementsOf),
  ...orderStatement(media),
];
