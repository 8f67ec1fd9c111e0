import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Cite } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { load } from 'cheerio';
import { toString as textOf } from 'hast-util-to-string';
import { parseDublinCore, parseOpenGraph } from 'html-metadata';
import sharp from 'sharp';
import { ARCHIVES } from '../../support/archives.ts';
import {
  elementsIn,
  fileAt,
  mediumPages,
  pathOf,
  SHOWING,
  saidBy,
  shownArticles,
} from '../../support/media-pages.ts';
import { elements, type Page, pagesOf } from '../../support/pages.ts';

interface CitedItem {
  URL: string;
  author?: { literal?: string; family?: string; given?: string }[];
  issued?: { 'date-parts': number[][] };
}

const figuresOf = ({ tree }: Page) =>
  elements(tree, ({ properties }) => [properties['className']].flat().includes('medium'));

for (const archive of SHOWING) {
  const showing = () => mediumPages(archive).filter(({ isShown }) => isShown);
  /** Who made a medium, as the data of its articles say. */
  const makerOf = (medium: string) =>
    shownArticles(archive)
      .flatMap(({ data }) => data.media)
      .find(({ id, creator }) => id === medium && creator)?.creator;

  describe(`${archive.name}: pictures on pages`, () => {
    test('each candidate is a file as wide as it says, and of the shape that is kept free', async () => {
      const widths = new Map<string, number>();
      const measured = new Set<string>();
      for (const page of pagesOf(archive))
        for (const picture of elements(page.tree, ({ tagName }) => tagName === 'picture')) {
          const [img] = elementsIn(picture, 'img');
          assert.ok(img, page.path);
          const { width, height, srcSet, src, alt } = img.properties;
          assert.equal(typeof alt, 'string', `${page.path}: a picture without alt`);
          assert.ok(Number(width) > 0 && Number(height) > 0, `${page.path}: ${src}`);
          const sets = [
            srcSet,
            ...elementsIn(picture, 'source').map((one) => one.properties['srcSet']),
          ];
          for (const [address = '', size = ''] of sets
            .flatMap((set) => `${[set ?? []].flat().join(', ')}`.split(', '))
            .filter(Boolean)
            .map((one) => one.split(' '))) {
            widths.set(address, Number.parseInt(size, 10));
            assert.ok(existsSync(fileAt(archive, address)), `${page.path}: ${address}`);
          }
          const shape = `${src} ${width} ${height}`;
          if (`${src}`.endsWith('.jpg') && !measured.has(shape)) {
            measured.add(shape);
            const found = await sharp(fileAt(archive, `${src}`)).metadata();
            const ratio = (found.width / found.height) * (Number(height) / Number(width));
            assert.ok(Math.abs(ratio - 1) < 0.01, `${page.path}: ${src}`);
          }
        }
      assert.ok(widths.size > 0);
      for (const [address, width] of widths)
        if (address.endsWith('.jpg'))
          assert.equal((await sharp(fileAt(archive, address)).metadata()).width, width, address);
    });

    test('all but the first wait until they are scrolled to, and each knows what it shows', () => {
      for (const page of pagesOf(archive)) {
        const pictures = elements(page.tree, ({ tagName }) => tagName === 'picture').map(
          (picture) => elementsIn(picture, 'img')[0]?.properties ?? {},
        );
        const eager = pictures.filter(({ loading }) => loading !== 'lazy');
        assert.ok(eager.length <= 1, page.path);
        if (eager.length > 0) assert.equal(eager[0], pictures[0], page.path);
        for (const { fetchPriority } of eager) assert.equal(fetchPriority, 'high', page.path);
      }
    });

    test('an article shows each medium with its caption and credit, or says why it does not', () => {
      const counts = { shown: 0, missing: 0, withheld: 0, described: 0 };
      for (const { page, data } of shownArticles(archive)) {
        const figures = figuresOf(page);
        assert.ok(figures.length >= data.media.length, page.path);
        for (const medium of data.media) {
          const { id, kind, caption, creditLine, missing, withheld, altText, decorative } = medium;
          const figure = figures.find((one) =>
            id
              ? one.properties['id'] === id
              : textOf(one).includes(missing?.reason ?? withheld?.reason ?? 'not shown'),
          );
          assert.ok(figure, `${page.path}: ${id ?? caption}`);
          const text = textOf(figure);
          if (caption) assert.ok(text.includes(caption), page.path);
          if (creditLine) assert.equal(text.includes(creditLine), creditLine !== 'unknown');
          if (!id) {
            assert.deepEqual(elementsIn(figure, 'img'), [], page.path);
            if (missing && altText) {
              assert.ok(text.includes(`What it shows: ${altText}`), page.path);
              counts.described++;
            }
            counts[missing ? 'missing' : 'withheld']++;
            continue;
          }
          counts.shown++;
          const [img] = elementsIn(figure, 'img');
          // The first page of a document says nothing that its caption does not.
          const isSaid = decorative || kind === 'document';
          if (img) assert.equal(img.properties['alt'], isSaid ? '' : altText);
          const links = elementsIn(figure, 'a').map(({ properties }) => properties['href']);
          assert.ok(links.includes(`${archive.base}media/${id}/`), page.path);
        }
      }
      assert.ok(counts.shown > 2);
      if (archive === ARCHIVES.isles)
        assert.ok(counts.missing > 1 && counts.withheld > 0 && counts.described > 0);
    });

    test('what moves moves nowhere by itself', () => {
      const moving = showing().filter(({ page }) => page.html.includes('class="moving"'));
      for (const { page, id } of moving) {
        for (const { html, path } of pagesOf(archive)) {
          const asked = html.match(new RegExp(`${id}/\\d+\\.webp`, 'g')) ?? [];
          assert.equal(asked.length, path === page.path ? 1 : 0, path);
        }
        const [details] = elements(page.tree, ({ tagName }) => tagName === 'details');
        assert.ok(details && details.properties['open'] === undefined);
      }
      if (archive === ARCHIVES.isles) assert.ok(moving.length > 0);
    });
  });

  test(`${archive.name}: the lists of media have each once, all together and by kind`, () => {
    const inList = (list: RegExp) =>
      pagesOf(archive)
        .filter(({ path }) => list.test(path.slice(archive.base.length)))
        .flatMap(({ tree }) =>
          elements(tree, ({ properties }) => `${properties['className']}`.startsWith('tile,')),
        )
        .map((tile) => `${elementsIn(tile, 'a')[0]?.properties['href']}`.split('/').at(-2) ?? '');
    const all = showing().map(({ id }) => id);
    assert.deepEqual(inList(/^media\/(?:page-\d+\/)?$/).toSorted(), all.toSorted());
    const kinds = new Map(
      shownArticles(archive).flatMap(({ data }) =>
        data.media.map((one) => [one.id, one.kind] as const),
      ),
    );
    const several = new Set(all.map((id) => kinds.get(id))).size > 1;
    for (const [kind, folder] of [
      ['photograph', 'photographs'],
      ['graphic', 'graphics'],
      ['facsimile', 'facsimiles'],
      ['document', 'documents'],
      ['audio', 'sound'],
      ['video', 'films'],
    ] as const) {
      const own = several ? all.filter((id) => kinds.get(id) === kind) : [];
      const listed = inList(new RegExp(`^media/${folder}/(?:page-\\d+/)?$`));
      assert.deepEqual(listed.toSorted(), own.toSorted(), kind);
    }
  });

  describe(`${archive.name}: the page of a medium`, () => {
    test('tells what its articles tell of it, leads to each, and its JSON-LD says the same', () => {
      assert.ok(showing().length > 2);
      for (const { page, id } of showing()) {
        const uses = shownArticles(archive).filter(({ data }) =>
          data.media.some((one) => one.id === id),
        );
        assert.ok(uses.length > 0, page.path);
        const [main] = elements(page.tree, ({ tagName }) => tagName === 'main');
        const text = main ? textOf(main) : '';
        for (const { page: article, data } of uses) {
          assert.ok(page.html.includes(`href="${article.path}#${id}"`), page.path);
          // As a heading it has no full stop.
          for (const { caption = '' } of data.media.filter((one) => one.id === id))
            assert.ok(text.includes(caption.replace(/\.$/, '')), `${page.path}: ${caption}`);
        }
        assert.match(text, /[0-9a-f]{64}/);
        assert.doesNotMatch(text, /creditLine|altText|dateCreated|locationShown|unknown/);
        const object = saidBy(page);
        assert.equal(object['@id'], new URL(page.path, archive.siteUrl).href);
        assert.ok(existsSync(fileAt(archive, pathOf(object.contentUrl))), object.contentUrl);
        if (object.thumbnailUrl)
          assert.ok(existsSync(fileAt(archive, pathOf(object.thumbnailUrl))), object.thumbnailUrl);
        assert.equal(object.representativeOfPage === true, object['@type'] === 'ImageObject');
      }
    });

    test('gives reference managers a title, whose it is and its day', async () => {
      for (const { page, id } of showing()) {
        const html = load(page.html);
        const [core, graph] = [await parseDublinCore(html), await parseOpenGraph(html)];
        const object = saidBy(page);
        const { caption, name, description } = object;
        // What names it else is no title of its own; a document has a caption always.
        const isCaptioned = caption ?? (Array.isArray(object['@type']) && description);
        assert.equal(core['title'], isCaptioned ? name : `[${name}]`);
        assert.match(`${core['type']}`, /^(?:artwork|document|audioRecording|videoRecording)$/);
        assert.equal(core['creator'], makerOf(id));
        // No fixture has a record of one, so that nobody knows of what kind it is.
        assert.equal(object.creator, undefined);
        assert.ok(makerOf(id) === undefined || object.creditText, page.path);
        assert.equal(core['date'], object.dateCreated);
        assert.equal(graph['url'], object.url);
      }
    });

    test('is cited in words and, without a script, as files that another program reads', async () => {
      for (const { page, id } of showing()) {
        const object = saidBy(page);
        const links = elements(
          page.tree,
          ({ tagName, properties }) =>
            tagName === 'a' && `${properties['href']}`.startsWith('data:'),
        );
        assert.equal(links.length, 3, page.path);
        for (const { properties } of links) {
          const response = await fetch(`${properties['href']}`);
          const [item] = new Cite(await response.text()).data as CitedItem[];
          assert.ok(item, page.path);
          assert.equal(item.URL, object.url);
          const [author] = item.author ?? [];
          const name = author?.literal ?? [author?.given, author?.family].filter(Boolean).join(' ');
          assert.equal(name || undefined, makerOf(id), page.path);
          const [year] = item.issued?.['date-parts'][0] ?? [];
          assert.equal(year, object.dateCreated && Number(object.dateCreated.slice(0, 4)));
        }
        const [cite] = elements(
          page.tree,
          ({ properties }) => properties['className']?.toString() === 'cite',
        );
        assert.equal(textOf(cite as never).includes('n.d.,'), object.dateCreated === undefined);
      }
    });

    test('one that is withheld says since when and why, and nothing else is at its address', () => {
      const gone = mediumPages(archive).filter(({ isShown }) => !isShown);
      for (const { page } of gone) {
        const [main] = elements(page.tree, ({ tagName }) => tagName === 'main');
        assert.match(main ? textOf(main) : '', /Since \d{1,2} \w+ \d{4}\. \S/);
        assert.deepEqual(readdirSync(join(page.file, '..')), ['index.html'], page.path);
        assert.doesNotMatch(page.html, /<img/);
      }
      if (archive === ARCHIVES.isles) assert.ok(gone.length > 0);
    });
  });
}
