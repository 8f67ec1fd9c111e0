import { masked } from '../content/checks/mask.ts';
import { contentRoot } from '../content/files/archive-path.ts';
import { unlistedFault } from '../content/ledger/check/ledger-fault.ts';
import { committedFaults } from '../content/ledger/history/committed.ts';
import {
  historyFaults,
  publishedFault,
  siteContinuityFaults,
} from '../content/ledger/history/continuity.ts';
import { ArchiveError } from '../content/reading/archive-error.ts';
import { type Reading, readArchive } from '../content/reading/reading.ts';
import { ArchiveStore } from '../content/store/archive-store.ts';
import type { Problem } from '../domain/problem.ts';
import { HostFault } from '../fixity/host-answer.ts';
import { hostedLedger } from '../fixity/hosted-ledger.ts';
import { siteBase } from '../site-address.ts';
import { Stage } from './stage.ts';

/** The variable for the address of the published site. It is set on a machine that has no folder with the last build. */
const PUBLISHED = 'PUBLISHED_URL';

/** The problem if the ledger does not go on from the ledger of the published site. */
async function publishedFaults(root: string, reading: Reading): Promise<Problem[]> {
  const address = process.env[PUBLISHED];
  if (!address) return [];
  if (!URL.canParse(address)) throw new HostFault(`${PUBLISHED}: ‘${address}’ is no address.`);
  const published = await hostedLedger(new URL(address));
  const fault = published && publishedFault(root, reading, published, address, () => true);
  return fault ? [fault] : [];
}

/**
 * Refuses a change of something sealed that is not in the list of changes. Refuses also a ledger that does not go on
 * from the one of the last build, of the published site or of the version history.
 */
async function refuseUnseen(
  reading: Reading,
  store: ArchiveStore,
  site: string,
  isProof: boolean,
): Promise<void> {
  const root = contentRoot();
  const problems = [
    ...(isProof ? [] : reading.unlisted).map((one) => unlistedFault(one.path, one)),
    ...siteContinuityFaults(root, reading, site),
    ...historyFaults(root, reading),
    ...(await committedFaults(root, reading, store)),
    ...(await publishedFaults(root, reading)),
  ];
  const withheld = reading.articles.flatMap(({ entry }) => entry.withheld);
  if (problems.length > 0) throw new ArchiveError(masked(problems, withheld));
}

/**
 * Brings the store up to date, and gives what was read.
 *
 * @param isProof whether it is read to be sealed, so that changes need not be listed yet
 * @param parts the stores of parts, if nothing is to be read here
 * @throws UnreadArticles if parts lack articles
 * @throws ArchiveError if the archive has problems, or something sealed was changed and the change is not listed
 */
export async function readForBuild(
  cache: string,
  site: string,
  isProof: boolean,
  parts?: readonly string[],
): Promise<Reading> {
  const stage = new Stage('reading', 'article', 'articles');
  const store = new ArchiveStore(cache);
  try {
    const reading = await readArchive(contentRoot(), siteBase(), store, {
      progress: (done, all) => stage.at(done, all),
      ...(parts && { parts, isJoined: true }),
    });
    stage.end(reading.changed);
    await refuseUnseen(reading, store, site, isProof);
    return reading;
  } catch (error) {
    // What only a build refuses is told with the rest, and not in a round of its own.
    if (isProof || !(error instanceof ArchiveError)) throw error;
    throw new ArchiveError([...error.problems, ...error.unlisted], error);
  } finally {
    store.close();
  }
}
