import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../../content/files/archive-path.ts';
import { filesBelow } from '../../content/files/files-below.ts';
import { SETTINGS } from '../../content/files/settings-file.ts';
import { readText } from '../../content/files/text-file.ts';
import { lastPublished } from '../../content/ledger/head.ts';
import { isAsInSample, isSampleSeal, SAMPLE_PATHS } from '../../content/ledger/sample.ts';
import { hasSampleLedger } from '../../content/ledger/sample-fault.ts';
import { shownWords } from '../../domain/problem.ts';
import { LEDGER_PATH } from '../../domain/url.ts';
import { Refusal } from '../../errors/refusal.mjs';
import { SITE_MANIFEST } from '../../fixity/copy.ts';
import { filesIn } from '../../fixity/site-paths.ts';

/** What `npm run init` will do. */
export interface Plan {
  /** The paths of the sample's files to remove. */
  gone: string[];
  /** The records of the sample that stay, since the owner's files name them. */
  named: string[];
  /** True where the archive has no settings yet. */
  isUnsettled: boolean;
}

/** True where a text has an id as a whole word. */
function names(text: string, id: string): boolean {
  const isPart = (sign: string | undefined) => sign !== undefined && /[a-z\d-]/.test(sign);
  for (let at = text.indexOf(id); at >= 0; at = text.indexOf(id, at + 1))
    if (!isPart(text[at - 1]) && !isPart(text[at + id.length])) return true;
  return false;
}

/** The records among these files that other files name, and those that these name in turn. */
function namedRecords(root: string, files: readonly string[], others: readonly string[]): string[] {
  const named: string[] = [];
  const texts = others.map((path) => readText(join(root, path)).text);
  for (let text = texts.pop(); text !== undefined; text = texts.pop())
    for (const path of files) {
      const id = /^(?:people|places|organisations)\/(.+)\.yaml$/.exec(path)?.[1];
      if (id === undefined || named.includes(path) || !names(text, id)) continue;
      named.push(path);
      texts.push(readText(join(root, path)).text);
    }
  return named;
}

/**
 * Plans what to remove of the sample from the archive at `root`.
 *
 * @throws Refusal where the sample was changed or sealed, and where there is nothing to do
 */
export function planFor(root: string): Plan {
  const files = filesBelow(root)
    .filter(({ isFolder }) => !isFolder)
    .map(({ path }) => path.slice(root.length + 1).replaceAll('\\', '/'));
  const isUnsettled = !files.includes(SETTINGS);
  const shown = (path: string) => shownWords(shownPath(join(root, path)));
  const own = files.filter((path) => !SAMPLE_PATHS.has(path));
  const sample = files.filter((path) => SAMPLE_PATHS.has(path));
  const isLedger = (path: string) => path.startsWith('ledger/');
  const isSealed = files.some(isLedger) && !hasSampleLedger(root);
  const texts = sample.filter((path) => !isLedger(path));
  const intact = texts.filter((path) => isAsInSample(root, path));
  // An owner who removed the sample may have records of the same names.
  if (intact.length === 0 && (isSealed || !files.some(isLedger))) {
    if (isUnsettled) return { gone: [], named: [], isUnsettled };
    throw new Refusal(
      `This archive has begun: it has ${shown(SETTINGS)}, which is the file to edit, and nothing of the sample. Nothing was done.`,
    );
  }
  if (isSealed)
    throw new Refusal(
      `${shown('ledger')} is not the sample’s: something was sealed here, and what was published stays. Nothing was done. To settle name and address, write ${shown(SETTINGS)}. If nothing of it was ever published, delete ${shown('ledger')}, and run npm run init again.`,
    );
  const [changed] = texts.filter((path) => !intact.includes(path));
  if (changed !== undefined)
    throw new Refusal(
      `${shown(changed)} was in the sample, and is not as it was there. Nothing was done. If it is yours now, move it out of ${shownPath(root)}, run npm run init again, and move it back; if not, take it back (git checkout -- ${shown(changed)}).`,
    );
  const named = namedRecords(root, intact, own);
  return { gone: sample.filter((path) => !named.includes(path)), named, isUnsettled };
}

const ARTICLE = /^(\d{4}\/\d{2}\/\d{2}\/[^/]+)\/index\.json$/;

/** True where a folder has the built site of the sample alone. */
export function isSampleSite(dist: string): boolean {
  if (!existsSync(join(dist, SITE_MANIFEST))) return false;
  const ledger = join(dist, LEDGER_PATH);
  const sealed = existsSync(ledger) ? lastPublished(readFileSync(ledger, 'utf8')) : undefined;
  if (sealed !== undefined && !isSampleSeal(sealed)) return false;
  const articles = filesIn(dist).flatMap((path) => ARTICLE.exec(path)?.[1] ?? []);
  return articles.length > 0 && articles.every((id) => SAMPLE_PATHS.has(`articles/${id}.mdx`));
}
