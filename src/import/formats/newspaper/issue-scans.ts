import { basename, extname } from 'node:path';
import type { SourceMedium } from '../../media/source-medium.ts';
import type { TextBlock } from './alto.ts';
import type { Said } from './article.ts';
import type { Issue } from './mets.ts';
import { type PageFiles, pathOf } from './page-files.ts';
import { Scans, saidOfPage } from './scan.ts';

/** What an article has of a page. */
interface PagePart {
  href: string;
  /** What the program that read the page calls the file of its scan. */
  scan: string | undefined;
  /** The blocks of it that are in the article. */
  blocks: ReadonlySet<TextBlock>;
}

/** The scans of the pages of an issue. */
export class IssueScans {
  readonly #issue: Issue;
  readonly #files: PageFiles;
  readonly #scans: Scans;
  readonly #name: string;
  readonly #found = new Map<string, Promise<SourceMedium | undefined>>();
  readonly #worded = new Set<string>();

  constructor(issue: Issue, files: PageFiles, mets: string) {
    this.#issue = issue;
    this.#files = files;
    this.#scans = new Scans(mets);
    this.#name = basename(mets, extname(mets));
  }

  /**
   * The scan of a page; nothing where there is none. The first article that has it has its words too: they are of the
   * whole page, and stand in the archive once.
   */
  async of(
    { href, scan, blocks }: PagePart,
    { publisher, date, period }: Said,
    isShared: boolean,
  ): Promise<{ blocks: ReadonlySet<TextBlock>; medium: SourceMedium }[]> {
    const { scans, numbers, pages } = this.#issue;
    const alto = pathOf(href) ?? href;
    const found =
      this.#found.get(href) ?? this.#scans.of({ scan, alto, named: scans.get(href) ?? [] });
    this.#found.set(href, found);
    const medium = await found;
    if (!medium) return [];
    const number = numbers.get(href) ?? `${pages.indexOf(href) + 1}`;
    const local = this.#files.localFile(href);
    const shared = [publisher, date].filter(Boolean).join(' ') || this.#name;
    const words = [{ as: 'ocr' as const, references: [], local }];
    return [
      {
        blocks,
        medium: {
          ...medium,
          caption: saidOfPage({ publisher, date }, number),
          dateCreated: date ?? period,
          ...(!this.#worded.has(href) && { words }),
          ...(isShared && { sharedIn: shared }),
        },
      },
    ];
  }

  /** Says that an article has the words of pages. */
  worded(hrefs: Iterable<string>): void {
    for (const href of hrefs) this.#worded.add(href);
  }
}
