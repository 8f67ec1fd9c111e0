import { readLedgerFiles } from '../../content/ledger/ledger-files.ts';
import { sealDigest } from '../../content/ledger/seal-digest.ts';
import { readStatements } from '../../content/ledger/statements/statement.ts';
import { UNKNOWN } from '../../domain/media/credit.ts';
import { mediaId } from '../../domain/media/media-id.ts';

/**
 * Whether it is sealed of a medium that nobody is known to whom it is credited. To name somebody then is a correction, in
 * words that only the archivist has; what is added where nothing stood is listed, and needs none.
 *
 * @param root the folder of the archive
 * @param paths under which its article was published
 */
export function isSealedUncredited(
  root: string,
  paths: readonly string[],
  sha256: string,
): boolean {
  const { lines } = readLedgerFiles(root);
  const field = `${mediaId(sha256)}.creditLine`;
  return paths.some((path) =>
    readStatements(lines.get(path)?.stated ?? '')?.some(
      (one) => one.field === field && one.value === sealDigest(UNKNOWN),
    ),
  );
}
