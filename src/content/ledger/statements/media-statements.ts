import type { Medium } from '../../../domain/media/medium.ts';
import { sealDigest } from '../seal-digest.ts';
import { canonical } from './canonical.ts';
import type { Statement } from './statement.ts';

/** The ending of the field for all that is said of a medium and has no field of its own. */
export const ABOUT_MEDIUM = 'about';

/** A medium as its article states it, and what is known of its file. */
type Stated = Medium & {
  id?: string | undefined;
  facts?: { words?: string } | undefined;
  isPlaced?: boolean;
};

/**
 * The statements of a medium: the SHA-256 of its file; what a correction answers for, each in a statement of its own, the
 * words of its scan, transcript and captions too; and a digest of all else that is said of it. Of one that the archive could not get there is only the last.
 */
function statementsOf(medium: Stated): Statement[] {
  const { id, sha256, file: _, facts, isPlaced: __, ...said } = medium;
  const { caption, creditLine, creator, dateCreated, ...others } = said;
  if (id === undefined || sha256 === undefined)
    return [{ field: 'media.missing', value: sealDigest(canonical(said)) }];
  const { words } = facts ?? {};
  const held = Object.entries({ caption, creditLine, creator, dateCreated, words }).flatMap(
    ([field, value]): Statement[] =>
      value === undefined ? [] : [{ field: `${id}.${field}`, value: sealDigest(value) }],
  );
  const about = { field: `${id}.${ABOUT_MEDIUM}`, value: sealDigest(canonical(others)) };
  return [{ field: id, value: sha256 }, ...held, about];
}

/** The statements of the media of an article, in its order. */
export const mediaStatements = (media: readonly Stated[]): Statement[] =>
  media.flatMap(statementsOf);
