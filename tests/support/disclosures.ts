import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { disclosuresIn } from '../../src/build/redaction-audit/disclosures.ts';
import { disclosureProblems } from '../../src/build/redaction-audit/refusal.ts';
import type { RecordFile } from '../../src/content/reading/record.ts';
import { articleEntrySchema } from '../../src/content/store/article-entry.ts';
import { MANIFEST_PATH } from '../../src/domain/search/layout.ts';
import { filesIn } from '../../src/fixity/site-paths.ts';
import type { IndexedText } from '../../src/outputs/search-index/words/batch.ts';
import { scratchFolder, write } from './scratch.ts';
import { indexedBatch, writtenIndex } from './word-index.ts';

/** The article that withholds. */
const ID = '2032/01/08/ice';
export const SHOWN = {
  id: ID,
  heading: 'Ice off Quern',
  paragraphs: [{ id: 'p-aaaaaaaa', text: '[a minor] left.' }],
  media: [],
};
const WITHHELD = ['Élodie Quaile', 'ليلى مرزوق', '林小河', 'Dunstane O’Keel'];

export const entryOf = (fields: object) =>
  articleEntrySchema.parse({
    date: '2032-01-08',
    text: 'verbatim',
    heading: { text: SHOWN.heading, stated: true },
    paragraphIds: ['p-aaaaaaaa'],
    sha256: '',
    statements: '',
    mentioned: [],
    became: [],
    marked: [],
    stated: [],
    links: [],
    lang: 'en',
    digest: '',
    ...fields,
  });
/** Names that are withheld, each with exceptions. */
export const withheld = (names: readonly string[], except: readonly object[] = []) => ({
  withheld: names.map((name) => ({
    name,
    except,
    as: 'a minor',
    reason: 'Asked for.',
    date: '2032-01-15',
  })),
});

/** The files of a site in which something survives for certain, and in which that is likely, with what is said of the certain. */
export async function disclosuresOf(
  t: TestContext,
  files: Record<string, string | Uint8Array>,
  entry = entryOf(withheld(WITHHELD)),
  shown: object = SHOWN,
  records: readonly RecordFile[] = [],
) {
  const folder = scratchFolder(t);
  for (const [path, content] of Object.entries(files)) {
    write(folder, { [path]: '' });
    writeFileSync(join(folder, path), content);
  }
  return disclosuresInFolder(folder, entry, shown, records);
}

export async function disclosuresInFolder(
  folder: string,
  entry = entryOf(withheld(WITHHELD)),
  shown: object = SHOWN,
  records: readonly RecordFile[] = [],
) {
  const all = filesIn(folder).map((path) => [path, join(folder, path)] as const);
  const texts = { articles: [{ id: ID, entry }], records, dataOf: () => JSON.stringify(shown) };
  const found = await disclosuresIn(all, texts);
  const certain = found.filter(({ certainty }) => certainty === 'certain');
  return {
    paths: certain.map(({ path }) => path),
    likely: found.filter((one) => !certain.includes(one)).map(({ path }) => path),
    problems: disclosureProblems(certain, all, folder),
  };
}

/** A site with an index of the words of one article. @param fields of the article, as it is indexed */
export async function indexedSite(t: TestContext, fields: Partial<IndexedText>): Promise<string> {
  const folder = scratchFolder(t);
  const article = { ...SHOWN, text: 'verbatim' as const, summary: null, ...fields };
  const words = await writtenIndex(folder, [await indexedBatch([article])]);
  write(folder, { [MANIFEST_PATH.slice(1)]: JSON.stringify({ words, near: '' }) });
  return folder;
}
