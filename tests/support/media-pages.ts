import { join } from 'node:path';
import type { Element } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { ARCHIVES, distOf, readBuilt, type TestArchive } from './archives.ts';
import { elements, leadsOn, type Page, pagesOf } from './pages.ts';

/** The archives whose fixtures have media. */
export const SHOWING: readonly TestArchive[] = [ARCHIVES.holms, ARCHIVES.isles, ARCHIVES.based];

const ARTICLE = /^\/\d{4}\/\d{2}\/\d{2}\/(?!page-)[^/]+\/$/;
const MEDIUM = /^\/media\/(m-[a-z2-7]{12})\/$/;

/** What an article's data say of its media, as far as tests look at it. */
interface Data {
  media: {
    id?: string;
    caption?: string;
    creditLine?: string;
    creator?: string;
    kind: string;
    altText?: string;
    decorative: boolean;
    personsShown: string[];
    locationShown?: string;
    file?: { type: string };
    texts?: string[];
    missing?: { reason: string };
    withheld?: { date: string; reason: string };
  }[];
  withdrawn?: object;
}

/** The path of a page within its archive. */
const within = ({ path }: Page, { base }: TestArchive) => `/${path.slice(base.length)}`;

/** The articles of an archive that are shown, each with its data. */
export const shownArticles = (archive: TestArchive): { page: Page; data: Data }[] =>
  pagesOf(archive).flatMap((page) => {
    const path = within(page, archive);
    if (!ARTICLE.test(path) || leadsOn(page)) return [];
    const data: Data = JSON.parse(readBuilt(archive, `${path.slice(1)}index.json`));
    return data.withdrawn ? [] : [{ page, data }];
  });

/** The pages of media of an archive, each with its id and whether it still shows one. */
export const mediumPages = (archive: TestArchive): { page: Page; id: string; isShown: boolean }[] =>
  pagesOf(archive).flatMap((page) => {
    const [, id] = MEDIUM.exec(within(page, archive)) ?? [];
    return id ? [{ page, id, isShown: !page.html.includes('name="robots"') }] : [];
  });

/** Where the file is that a page of an archive asks for by a path. */
export const fileAt = (archive: TestArchive, path: string): string =>
  join(distOf(archive), path.slice(archive.base.length));

/** The path of an address. */
export const pathOf = (address: string): string => new URL(address).pathname;

/** The elements of a name within one. */
export const elementsIn = (element: Element, name: string): Element[] =>
  elements({ type: 'root', children: [element] }, ({ tagName }) => tagName === name);

/** What a page says of itself in schema.org’s words. */
export function saidBy({ tree }: Page) {
  const [script] = elements(tree, ({ properties }) => properties['type'] === 'application/ld+json');
  return JSON.parse(script ? textOf(script) : 'null');
}
