import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ARCHIVES, distOf, FILLED, readBuilt, type TestArchive } from '../support/archives.ts';
import { fileAt, mediumPages, pathOf, SHOWING, shownArticles } from '../support/media-pages.ts';
import { elements, leadsOn, type Page, pagesOf } from '../support/pages.ts';

interface Thing {
  '@type': string;
  '@id': string;
  [property: string]: unknown;
}

/** What a page says of itself in schema.org’s words; nothing where it does not. */
function saidBy({ tree }: Page): Thing | undefined {
  const [script] = elements(tree, ({ properties }) => properties['type'] === 'application/ld+json');
  const [text] = script?.children ?? [];
  return text?.type === 'text' ? JSON.parse(text.value) : undefined;
}

const within = (page: Page, { base }: TestArchive) => `/${page.path.slice(base.length)}`;
const things = (value: unknown) => (value === undefined ? [] : [value].flat()) as Thing[];
const TYPES: Record<string, string> = {
  people: 'Person',
  places: 'Place',
  organisations: 'Organization',
};

const MEDIUM_TYPES: Record<string, string> = {
  image: 'ImageObject',
  audio: 'AudioObject',
  video: 'VideoObject',
};

describe('what pages say in schema.org’s words', () => {
  for (const archive of SHOWING) {
    const addressed = (path: string) => new URL(path, archive.siteUrl).href;
    const uses = () => shownArticles(archive).flatMap(({ data }) => data.media);

    test(`${archive.name}: a medium is what it is, with its file, its form and its words`, () => {
      for (const { page, id, isShown } of mediumPages(archive)) {
        if (!isShown) continue;
        const said = saidBy(page);
        assert.ok(said, page.path);
        const medium = uses().find((one) => one.id === id);
        const type = medium?.file?.type ?? '';
        const [kind = ''] = type.split('/');
        assert.deepEqual(
          said['@type'],
          MEDIUM_TYPES[kind] ?? ['DigitalDocument', 'MediaObject'],
          page.path,
        );
        assert.ok(`${said['name']}`.length > 0);
        assert.equal(
          said['encodingFormat'],
          kind === 'image' && type !== 'image/svg+xml' ? 'image/jpeg' : type,
        );
        assert.ok(existsSync(fileAt(archive, pathOf(`${said['contentUrl']}`))), page.path);
        // When its file was put here nobody has said.
        assert.equal(said['uploadDate'], undefined);
        const captions = uses().flatMap((one) =>
          one.id === id && one.caption ? [one.caption] : [],
        );
        const told = kind === 'application' ? [said['description']] : [said['caption']].flat();
        if (captions.length > 0) assert.ok(captions.includes(`${told[0]}`), page.path);
        const isHeard = kind === 'audio' || kind === 'video';
        const [words] = medium?.texts ?? [];
        assert.equal(said['transcript'], isHeard ? words : undefined, page.path);
        for (const file of told.filter((one) => typeof one === 'object') as Thing[]) {
          assert.equal(file['encodingFormat'], 'text/vtt');
          assert.ok(existsSync(fileAt(archive, pathOf(`${file['contentUrl']}`))), page.path);
        }
      }
    });

    test(`${archive.name}: the page of a person or place has a picture where one shows it, here and for other sites`, () => {
      let pictures = 0;
      for (const page of pagesOf(archive)) {
        const [, kind, id] =
          /\/(people|places|organisations)\/(?!page-)([^/]+)\/$/.exec(page.path) ?? [];
        if (!id || leadsOn(page)) continue;
        const showing = uses().filter(
          (one) =>
            one.id &&
            /^(?:photograph|graphic)$/.test(one.kind) &&
            !one.decorative &&
            one.file?.type !== 'image/svg+xml' &&
            (kind === 'people'
              ? one.personsShown.includes(id)
              : kind === 'places' && one.locationShown === id),
        );
        const [image, ...others] = things(saidBy(page)?.['image']);
        assert.deepEqual(others, []);
        assert.equal(image !== undefined, showing.length > 0, page.path);
        const ids = showing.map((one) => addressed(`${archive.base}media/${one.id}/`));
        if (image) {
          assert.ok(ids.includes(image['@id']), page.path);
          pictures++;
        }
        const [share] = elements(
          page.tree,
          ({ properties }) => properties['property'] === 'og:image',
        );
        const shared = `${share?.properties['content']}`;
        assert.equal(
          shared.startsWith(image?.['@id'] ?? addressed(`${archive.base}share.`)),
          true,
          `${page.path}: ${shared}`,
        );
        assert.ok(existsSync(fileAt(archive, pathOf(shared))), shared);
      }
      if (archive === ARCHIVES.isles) assert.ok(pictures > 2);
    });
  }

  for (const archive of FILLED) {
    const read = pagesOf.bind(undefined, archive);
    const addressOf = (path: string) => new URL(path.slice(1), archive.siteUrl).href;
    const leadsToPage = (address: string) =>
      address.startsWith(archive.siteUrl) &&
      existsSync(
        join(distOf(archive), new URL(address).pathname.slice(archive.base.length), 'index.html'),
      );

    test(`${archive.name}: an article is a NewsArticle with the names that it is filed under`, () => {
      const articles = read().filter(
        (page) =>
          !leadsOn(page) && /^\/\d{4}\/\d{2}\/\d{2}\/(?!page-)[^/]+\/$/.test(within(page, archive)),
      );
      for (const page of articles) {
        const path = within(page, archive);
        const data = JSON.parse(readBuilt(archive, `${path.slice(1)}index.json`));
        const said = saidBy(page);
        if (data.withdrawn) {
          assert.equal(said, undefined, `${path} is withdrawn`);
          continue;
        }
        assert.equal(said?.['@type'], 'NewsArticle', path);
        assert.equal(said['@id'], addressOf(path));
        assert.equal(said['headline'], data.heading);
        assert.equal(said['datePublished'], data.date);
        assert.equal(things(said['correction']).length, data.corrections.length);
        const named = [...things(said['mentions']), ...things(said['about'])].filter(
          (one) => one['@type'] !== 'Observation',
        );
        const filed = ['people', 'places', 'organisations'].flatMap((kind) =>
          data[kind].map(({ id }: { id: string }) => addressOf(`/${kind}/${id}/`)),
        );
        const ids = named.map((one) => one['@id']);
        for (const id of filed) assert.ok(ids.includes(id), `${path} mentions ${id}`);
        for (const id of ids) assert.ok(leadsToPage(id), `${path} mentions ${id}`);
        const [filedFrom] = things(said['locationCreated']);
        assert.equal(
          filedFrom?.['@id'],
          data.dateline ? addressOf(`/places/${data.dateline}/`) : undefined,
        );
        const publisher = data.text === 'verbatim' ? data.source?.publisher : undefined;
        if (publisher) assert.equal(things(said['publisher'])[0]?.['name'], publisher);
        if (data.text === 'account')
          assert.notEqual(things(said['author'])[0]?.['@type'], 'Person');
      }
      assert.ok(articles.length > 0);
    });

    test(`${archive.name}: a name’s page is a Person, Place or Organization with its spellings`, () => {
      const records = read().filter(
        (page) =>
          !leadsOn(page) &&
          /^\/(people|places|organisations)\/(?!page-)[^/]+\/$/.test(within(page, archive)),
      );
      for (const page of records) {
        const said = saidBy(page);
        const [, kind = ''] = within(page, archive).split('/');
        assert.ok(said, page.path);
        assert.equal(said['@type'], TYPES[kind], page.path);
        assert.equal(said['@id'], addressOf(within(page, archive)));
        for (const address of things(said['sameAs'])) assert.ok(URL.canParse(`${address}`));
        const [whole] = things(said['containedInPlace']);
        if (whole) assert.ok(leadsToPage(whole['@id']), page.path);
      }
      assert.ok(records.length > 0);
    });

    test(`${archive.name}: the site can be searched, and its data are a Dataset of files that are there`, () => {
      const pageAt = (path: string) => read().find((page) => within(page, archive) === path);
      const [home, data] = [pageAt('/'), pageAt('/data/')];
      assert.ok(home && data);
      assert.equal(saidBy(home)?.['@type'], 'WebSite');
      const files = things(saidBy(data)?.['distribution']);
      for (const file of files) {
        const path = new URL(`${file['contentUrl']}`).pathname.slice(archive.base.length);
        assert.ok(existsSync(join(distOf(archive), path)), path);
      }
      assert.equal(files.length, 6);
    });
  }
});
