import { resolve } from 'node:path';
import { asLine, ImportFault, type Reading } from '../../source-document.ts';
import { type Part, sole } from '../format.ts';
import type { Source } from '../source.ts';
import { blocksBetween, readAlto, type TextBlock } from './alto.ts';
import { articleOf, type Piece } from './article.ts';
import { type IssuePart, partsOfIssue, saidOfIssue } from './issue.ts';
import { IssueScans } from './issue-scans.ts';
import { type Issue, readMets } from './mets.ts';
import { PageFiles } from './page-files.ts';
import type { Scan } from './scan.ts';
import { pageAlone, wholePage } from './whole-page.ts';

/** Digitised newspapers: issues (METS) and pages (ALTO). */

/** The page of a file of ALTO, which says of no article where it begins. */
export async function* partsOfAlto(source: Source): AsyncGenerator<Part> {
  const { path } = source;
  yield sole(async () =>
    pageAlone(
      source,
      await readAlto(source),
      path === undefined ? undefined : { path: resolve(path) },
    ),
  );
}

/** As many as an article may have paragraphs. Each part may name all blocks of a page, so that few words make many. */
const MOST_BLOCKS = 20_000;

/** Pages as they are cited: “A1”, “12–14”, “1, 4”; undefined where one of them has no number. */
function pagesInWords(numbers: readonly (string | undefined)[]): string | undefined {
  const known = numbers.filter((one) => one !== undefined);
  const [first] = known;
  if (first === undefined || known.length < numbers.length) return undefined;
  const isRun =
    known.length > 1 &&
    known.every((one, at) => /^\d+$/u.test(one) && Number(one) === Number(first) + at);
  return asLine(isRun ? `${first}–${known.at(-1)}` : known.join(', '), 60);
}

async function readArticle(
  { pieces, said }: IssuePart,
  issue: Issue,
  { files, scans }: { files: PageFiles; scans: IssueScans },
): Promise<Reading> {
  const article: Piece[] = [];
  const pages = new Set<number>();
  const shown = new Map<string, { scan: string | undefined; blocks: Set<TextBlock> }>();
  let missing = 0;
  let count = 0;
  for (const { kind, areas } of pieces) {
    const blocks: TextBlock[] = [];
    for (const { file, begin, end } of areas) {
      const href = issue.files.get(file);
      if (href === undefined)
        throw new ImportFault(
          `Its METS file names no file “${file}”, in which a part of it stands.`,
        );
      const page = await files.page(href);
      const found = blocksBetween(page, begin, end);
      count += found.length;
      if (count > MOST_BLOCKS)
        throw new ImportFault(
          `Its parts name more than ${MOST_BLOCKS.toLocaleString('en')} blocks of its pages, as no article has. See that each names its own in the METS file.`,
        );
      const onPage = shown.get(href) ?? { scan: page.scan, blocks: new Set() };
      for (const block of found) {
        blocks.push(block);
        onPage.blocks.add(block);
      }
      if (found.length > 0) shown.set(href, onPage);
      if (found.length === 0) missing++;
      const number = issue.pages.indexOf(href) + 1;
      if (number > 0) pages.add(number);
    }
    article.push({ kind, blocks });
  }
  const places = [...pages].toSorted((a, b) => a - b);
  const page = pagesInWords(places.map((at) => issue.numbers.get(issue.pages[at - 1] ?? '')));
  const notes = [
    // Where its issue numbers its pages, the entry has their numbers.
    ...(places.length > 0 && page === undefined
      ? [`on page ${places.join(', ')} of its issue`]
      : []),
    ...said.notes,
    ...(missing > 0
      ? [
          `${missing === 1 ? 'one block' : `${missing} blocks`} of it that its pages do not have as text left out`,
        ]
      : []),
  ];
  const media: Scan[] = [];
  for (const [href, part] of shown) media.push(...(await scans.of({ href, ...part }, said, true)));
  const reading = articleOf(article, { ...said, page, notes }, media);
  if ('document' in reading) scans.worded(shown.keys());
  return reading;
}

/** The articles of an issue; where it does not say which it has, its pages. */
export async function* partsOfMets(source: Source): AsyncGenerator<Part> {
  if (source.path === undefined)
    throw new ImportFault(
      'It is METS, whose pages are files beside it. Import it as a file in its folder.',
    );
  const issue = await readMets(source);
  const files = new PageFiles(source.path);
  const scans = new IssueScans(issue, files, source.path);
  let count = 0;
  for (const part of partsOfIssue(issue)) {
    count++;
    const place = `, part ${count}`;
    const { isAdvertisement } = part;
    yield {
      place,
      isSole: true,
      read: () =>
        isAdvertisement
          ? { skipped: 'it is an advertisement or a notice', as: 'kind' }
          : readArticle(part, issue, { files, scans }),
    };
  }
  if (count > 0) return;
  if (issue.pages.length === 0)
    throw new ImportFault(
      'It is METS that names neither articles nor pages with text (ALTO or hOCR); give these, or text.',
    );
  const said = saidOfIssue(issue);
  for (const [index, href] of issue.pages.entries())
    yield {
      place: `, page ${index + 1}`,
      isSole: true,
      read: async () => {
        const page = await files.page(href);
        const own = { href, scan: page.scan, blocks: new Set(page.order) };
        const ofPage = { ...said, page: pagesInWords([issue.numbers.get(href)]) };
        return wholePage(page, ofPage, await scans.of(own, said, false));
      },
    };
}
