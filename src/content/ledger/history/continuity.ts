import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { because } from '../../../domain/fault.ts';
import type { Problem } from '../../../domain/problem.ts';
import { articlePath, LEDGER_PATH } from '../../../domain/url.ts';
import { problemWith } from '../../files/problem-place.ts';
import type { Reading } from '../../reading/reading.ts';
import { goesOnFrom, lastPublished } from '../head.ts';
import { isSampleSeal } from '../sample.ts';
import { strangeSeals } from './seal-history.ts';

/** What to do where the ledger does not go on from what is known of it. */
export const TAKE_BACK =
  'Take the ledger back from your version history, or from a bag. If it is the ledger of another branch, which was joined with this one, run npm run seal: it joins the two.';

const headFile = (root: string) => join(root, 'ledger', 'head.txt');

/**
 * True if a site has an article of this archive, and so belongs to it. Also true if the archive has no articles: it may
 * have lost them.
 */
const isOf = (articles: Reading['articles'], has: (path: string) => boolean) =>
  articles.length === 0 || articles.some(({ id }) => has(`${articlePath(id).slice(1)}index.html`));

/**
 * The problem of a ledger that does not go on from the one with which a site was built.
 *
 * @param published the head on the site
 * @param site its name in messages
 * @param has tells whether the site has a file
 */
export function publishedFault(
  root: string,
  { articles, ledger }: Pick<Reading, 'articles' | 'ledger'>,
  published: string,
  site: string,
  has: (path: string) => boolean,
): Problem | undefined {
  const digest = lastPublished(published);
  if (digest === undefined || isSampleSeal(digest) || goesOnFrom(ledger.head, digest))
    return undefined;
  if (!isOf(articles, has)) return undefined;
  const [number, day] = published.split('\n').at(-2)?.split(' ') ?? [];
  const rule = `A ledger goes on from the one with which the site was built: ${site} knows sealing ${number}, of ${day}, and this ledger does not.`;
  const other =
    articles.length === 0
      ? ' If that is the site of another archive, build into another folder.'
      : '';
  return problemWith(
    headFile(root),
    `${number} ${day}`,
    because('ledger/site', rule, TAKE_BACK + other),
  );
}

/** The problems of a ledger that does not continue that of the built site in a folder. */
export function siteContinuityFaults(root: string, reading: Reading, site: string): Problem[] {
  const file = join(site, LEDGER_PATH);
  if (!existsSync(file)) return [];
  const has = (path: string) => existsSync(join(site, path));
  const fault = publishedFault(root, reading, readFileSync(file, 'utf8'), `${site}`, has);
  return fault ? [fault] : [];
}

/** The problems of a ledger that lacks sealings in the version history. */
export function historyFaults(root: string, { ledger }: Pick<Reading, 'ledger'>): Problem[] {
  const [strange] = strangeSeals(root, ledger.head);
  if (!strange) return [];
  const rule = `Each sealing that the version history knows is in the ledger, or was joined to it: that of commit ${strange.commit.slice(0, 12)} is not.`;
  return [problemWith(headFile(root), strange.digest, because('ledger/history', rule, TAKE_BACK))];
}
