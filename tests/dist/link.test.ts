import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { ARCHIVES, distOf, type TestArchive } from '../support/archives.ts';
import { elements, type Page, pagesOf } from '../support/pages.ts';

const idsOf = (page: Page) =>
  new Set(
    elements(page.tree, ({ properties }) => properties['id'] !== undefined).map(
      ({ properties }) => `${properties['id']}`,
    ),
  );

/** An address of a part of a scan. */
const VIEW = /#xywh=\d+,\d+,\d+,\d+&page=\d+$/;

/** An address of a time of a sound or film (https://www.w3.org/TR/media-frags/). */
const TIME =
  /\/media\/m-[a-z2-7]{12}\/file\.(?:flac|m4a|mp3|mp4|oga|ogg|wav|webm)#t=\d+(?:\.\d+)?$/;

/** What a page refers to: links, pictures, styles, scripts and the targets of forms. */
const addressesOf = (page: Page) =>
  elements(page.tree, () => true).flatMap(({ properties }) =>
    ['href', 'src', 'action'].flatMap((key) => properties[key] ?? []),
  ) as string[];

function faultOf(address: string, page: Page, archive: TestArchive, ids: Map<string, Set<string>>) {
  const site = new URL(archive.siteUrl).origin;
  const url = new URL(address, `${site}${page.path}`);
  if (url.origin !== site) return undefined;
  const path = decodeURI(url.pathname);
  if (!path.startsWith(archive.base)) return `${address} leaves the base path`;
  const target = ids.get(path);
  if (!target && !existsSync(join(distOf(archive), path.slice(archive.base.length)))) {
    return `${address} leads nowhere`;
  }
  const fragment = decodeURIComponent(url.hash.slice(1));
  // A part of a scan is a fragment without an element; its page opens there.
  if (VIEW.test(url.href) && path.startsWith(`${archive.base}media/m-`)) return undefined;
  if (TIME.test(url.href)) return undefined;
  if (fragment && !target?.has(fragment)) return `${address} leads to no such place`;
  return undefined;
}

describe('every link of a built archive leads somewhere', () => {
  for (const archive of Object.values(ARCHIVES)) {
    test(archive.name, () => {
      const pages = pagesOf(archive);
      const ids = new Map(pages.map((page) => [page.path, idsOf(page)]));
      const faults = pages.flatMap((page) =>
        addressesOf(page).flatMap((address) => {
          const fault = faultOf(address, page, archive, ids);
          return fault ? [`${page.path}: ${fault}`] : [];
        }),
      );
      assert.deepEqual(faults, []);
      assert.ok(pages.length > 10, 'the archive has pages');
    });
  }

  test('every page is reached from the home page by links', () => {
    const pages = new Map(pagesOf(ARCHIVES.holms).map((page) => [page.path, page]));
    const reached = new Set(['/']);
    for (const path of reached) {
      const page = pages.get(path);
      if (!page) continue;
      for (const address of addressesOf(page)) {
        const url = new URL(address, `https://holms.example${path}`);
        if (url.origin === 'https://holms.example' && pages.has(url.pathname))
          reached.add(url.pathname);
      }
    }
    const tombstones = (page: Page) => /name="robots" content="noindex"/.test(page.html);
    const missed = [...pages.values()].filter(
      (page) => !reached.has(page.path) && !tombstones(page),
    );
    assert.deepEqual(
      missed.map(({ path }) => path).filter((path) => path !== '/404.html'),
      [],
    );
  });
});
