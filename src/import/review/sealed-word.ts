import { readLedgerFiles } from '../../content/ledger/ledger-files.ts';
import { sealDigest } from '../../content/ledger/seal-digest.ts';
import { readStatements } from '../../content/ledger/statements/statement.ts';
import { UNKNOWN } from '../../domain/media/credit.ts';
import { mediaId } from '../../domain/media/media-id.ts';
import { articlePath } from '../../domain/url.ts';

/** The paths under which an article was published, with those that it had before. */
export const publishedPaths = (id: string, formerly: readonly string[] = []): string[] => [
  articlePath(id),
  ...formerly,
];

/** What the ledger has of a field of a medium, for each path under which its article was published. */
function sealedIn(root: string, paths: readonly string[], sha256: string, field: string): string[] {
  const { lines } = readLedgerFiles(root);
  const name = `${mediaId(sha256)}.${field}`;
  return paths.flatMap((path) =>
    (readStatements(lines.get(path)?.stated ?? '') ?? []).flatMap((one) =>
      one.field === name ? [one.value] : [],
    ),
  );
}

/**
 * Whether it is sealed what a medium says in a field: to say otherwise is a correction, in words that only the archivist
 * has. What is added where nothing stood is listed, and needs none.
 *
 * @param root the folder of the archive
 * @param paths under which its article was published
 */
export const isSealedWord = (
  root: string,
  paths: readonly string[],
  sha256: string,
  field: 'caption' | 'creditLine',
): boolean => sealedIn(root, paths, sha256, field).length > 0;

/** Whether it is sealed of a medium that nobody is known to whom it is credited: to name somebody then is a correction. */
export const isSealedUncredited = (
  root: string,
  paths: readonly string[],
  sha256: string,
): boolean => sealedIn(root, paths, sha256, 'creditLine').includes(sealDigest(UNKNOWN));
