import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ARCHIVES } from '../../support/archives.ts';
import { reader } from '../../support/browser.ts';
import { found, search, settled, status } from './search-page.ts';

describe('search', () => {
  const { open } = reader(ARCHIVES.holms);
  test('nothing that is withdrawn or a draft', async () => {
    for (const word of ['quibblewort', 'zanderfisch']) {
      await open(`/${search(word)}`, {}, async (page) => {
        await settled(page);
        assert.deepEqual(await found(page), []);
        assert.match(await status(page), /No article found/);
        assert.match(await page.locator('main').innerText(), new RegExp(`No text holds “${word}”`));
      });
    }
  });

  test('every hit leads to the paragraph that holds it, marked', async () => {
    await open(`/${search('lamps')}`, {}, async (page) => {
      await settled(page);
      const hits = await page.locator('.contexts a').evaluateAll((anchors) =>
        anchors.map((anchor) => ({
          href: (anchor as HTMLAnchorElement).href,
          marks: [...anchor.querySelectorAll('mark')].map((mark) => mark.textContent ?? ''),
        })),
      );
      assert.ok(hits.length >= 3);
      for (const { href, marks } of hits) {
        assert.ok(marks.length > 0, href);
        await page.goto(href);
        const target = page.locator(':target');
        const text = await target.innerText();
        for (const mark of marks) assert.ok(text.includes(mark), `${mark} in ${text}`);
      }
    });
  });
});

describe('a search', () => {
  const { open } = reader(ARCHIVES.holms);

  test('is typed and sent by the keyboard alone', async () => {
    await open('/search/', {}, async (page) => {
      await page.locator('#q').focus();
      await page.keyboard.type('Halloran');
      await page.keyboard.press('Enter');
      await settled(page);
      assert.equal(new URL(page.url()).search, '?q=Halloran');
      assert.match(await status(page), /^9 articles found\.$/);
    });
  });

  test('is narrowed by name and date, and the address says it all', async () => {
    await open(`/${search('halloran')}`, {}, async (page) => {
      await settled(page);
      const box = page.getByRole('checkbox', { name: /^Stennet/ });
      await box.check();
      await page.waitForURL(/place=stennet/);
      await settled(page);
      assert.match(await status(page), /^2 articles/);
      assert.ok(
        await page
          .getByRole('checkbox', { name: /^Stennet/ })
          .evaluate((input) => input === document.activeElement),
      );
      await page.locator('[data-part=from] [data-list=year]').selectOption('2032');
      await page.waitForURL(/from=2032-01-01/);
      await page.locator('[data-part=status]:has-text("1 article found")').waitFor();
      assert.equal((await found(page)).length, 1);
      const shared = page.url();
      await page.reload();
      await settled(page);
      assert.equal(page.url(), shared);
      assert.match(await status(page), /^1 article found/);
      assert.equal(await page.locator('[name=from]').inputValue(), '2032-01-01');
      await page.goBack();
      await page.locator('[data-part=status]:has-text("2 articles found")').waitFor();
      assert.equal(await page.locator('[name=from]').inputValue(), '');
      await page.goForward();
      await page.locator('[data-part=status]:has-text("1 article found")').waitFor();
    });
  });

  test('gives the same result for an address whatever was searched before', async () => {
    const direct: string[] = [];
    await open(`/${search('storm')}`, {}, async (page) => {
      await settled(page);
      direct.push(...(await found(page)));
    });
    await open(`/${search('st')}`, {}, async (page) => {
      for (const words of ['sto', 'stormy weather', 'ro', 'storm']) {
        await page.locator('#q').fill(words);
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.searchParams.get('q') === words);
        await settled(page);
      }
      assert.deepEqual(await found(page), direct);
      assert.equal(direct.length, 2);
    });
  });

  test('is ordered by date when asked', async () => {
    for (const sort of ['newest', 'oldest']) {
      await open(`/${search('halloran', `&sort=${sort}`)}`, {}, async (page) => {
        await settled(page);
        const days = await page
          .locator('.entries time')
          .evaluateAll((times) => times.map((time) => time.getAttribute('datetime') ?? ''));
        const ordered = days.toSorted();
        assert.deepEqual(days, sort === 'oldest' ? ordered : ordered.toReversed());
        assert.equal(days.length, 9);
      });
    }
  });

  test('is paged by links, and paging moves the focus to the results', async () => {
    await open(`/${search('', 'from=2031-01-01')}`.replace('q=from', 'from'), {}, async (page) => {
      await settled(page);
      assert.match(await status(page), /page 1 of 3/);
      await page.getByRole('link', { name: 'Next' }).click();
      await page.locator('[data-part=status]:has-text("page 2 of 3")').waitFor();
      assert.match(page.url(), /page=2/);
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'results');
    });
  });

  test('shows the last page where the address asks for one past it', async () => {
    await open('/search/?from=2031-01-01&page=99', {}, async (page) => {
      await settled(page);
      assert.match(await status(page), /page 3 of 3/);
      assert.equal((await found(page)).length, 7);
    });
  });

  test('shows the choice where a name is that of two', async () => {
    await open(`/${search('Jon Askel')}`, {}, async (page) => {
      await settled(page);
      const choice = page.locator('.notice a');
      assert.equal(await choice.count(), 2);
      await choice.filter({ hasText: 'Jon Askel' }).first().click();
      await page.waitForURL(/person=jon-askel-/);
    });
  });

  test('offers the nearest name, and the search without its limits', async () => {
    await open(`/${search('Bjorkaz', '&exact=1')}`, {}, async (page) => {
      await settled(page);
      await page.getByRole('link', { name: 'Bjørkås' }).first().click();
      await page.locator('[data-part=status]:has-text("3 articles found")').waitFor();
    });
    await open(`/${search('halloran', '&to=2030-01-01')}`, {}, async (page) => {
      await settled(page);
      await page.getByRole('link', { name: /“halloran” alone/ }).click();
      await page.locator('[data-part=status]:has-text("9 articles found")').waitFor();
    });
  });

  test('moves nothing that a reader sees when its results come', async () => {
    for (const width of [360, 1280]) {
      const options = { viewport: { width, height: 800 } };
      await open('/about/', options, async (page) => {
        await page.addInitScript(() => {
          const shifts = { sum: 0 };
          Object.assign(window, { shifts });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              shifts.sum += (entry as unknown as { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
        });
        await page.goto(new URL('/search/?person=mira-halloran&q=ferry', page.url()).href);
        await settled(page);
        await page.waitForTimeout(200);
        const sum = await page.evaluate(
          () => (window as unknown as { shifts: { sum: number } }).shifts.sum,
        );
        assert.ok(sum < 0.01, `${width} px: ${sum}`);
      });
    }
  });

  test('says so when a file does not come, and can be tried again', async () => {
    await open('/about/', {}, async (page) => {
      await page.route('**/search/archive.json', (route) => route.abort());
      await page.goto(new URL('/search/', page.url()).href);
      await page.locator('#q').fill('halloran');
      await page.keyboard.press('Enter');
      await page.locator('[data-part=status]:has-text("could not")').waitFor();
      await page.unroute('**/search/archive.json');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('[data-part=status]:has-text("9 articles found")').waitFor();
    });
  });

  test('shows what was found while names are counted, and without them if they do not come', async () => {
    await open('/search/', {}, async (page) => {
      const { promise: shown, resolve: isShown } = Promise.withResolvers<void>();
      await page.route('**/search/names/filed-*', async (route) => {
        await shown;
        await route.abort();
      });
      await page.locator('#q').fill('ferry');
      await page.keyboard.press('Enter');
      await settled(page);
      assert.ok((await found(page)).length > 0);
      isShown();
      await page.locator('[data-part=names]:not([aria-busy])').waitFor({ state: 'attached' });
      assert.equal(await page.getByRole('checkbox').count(), 0);
    });
  });

  test('finds the words that begin with the last one typed, and says so', async () => {
    await open(`/${search('umbrel')}`, {}, async (page) => {
      await settled(page);
      assert.equal((await found(page)).length, 1);
      assert.match(
        await page.locator('[data-part=results]').innerText(),
        /No text holds “umbrel” as a word\. Found are words that begin with it: “umbrellas”/,
      );
      assert.equal(await page.locator('.contexts mark').first().innerText(), 'umbrellas');
    });
  });

  test('without JavaScript explains itself and points to the lists', async () => {
    await open(`/${search('ferry')}`, { javaScriptEnabled: false }, async (page) => {
      assert.match(await page.locator('noscript').innerText(), /needs JavaScript/);
      const links = page.locator('noscript a');
      assert.equal(await links.count(), 4);
      await links.first().click();
      assert.equal(new URL(page.url()).pathname, '/people/');
    });
  });
});

describe('under a base path', () => {
  const { open } = reader(ARCHIVES.based);

  test('search finds and leads to paragraphs', async () => {
    await open(`/archive/${search('Orrel')}`, {}, async (page, _, complaints) => {
      await settled(page);
      await page.locator('.contexts a').first().click();
      assert.match(page.url(), /\/archive\/\d{4}\/\d{2}\/\d{2}\/[^/]+\/#p-/);
      assert.equal(await page.locator(':target').count(), 1);
      assert.deepEqual(complaints, []);
    });
  });

  test('an address that leads nowhere is searched for by its words', async () => {
    await open('/archive/2031/04/02/choir-tenors', {}, async (page) => {
      await settled(page);
      assert.equal(await page.locator('#q').inputValue(), 'choir tenors');
      assert.ok((await found(page)).includes('Choir seeks tenors'));
    });
  });
});

describe('a search for what is told of pictures', () => {
  const { open } = reader(ARCHIVES.isles);

  test('finds words of a caption, and leads to the page of the picture, where the browser marks them', async () => {
    await open(`/${search('"half mast"')}`, {}, async (page, _, complaints) => {
      await settled(page);
      assert.deepEqual(await found(page), ['Six dead in Sallow Reach, says the Harbour Board']);
      const told = page.locator('.contexts li');
      assert.match(await told.innerText(), /flags at half mast\. · caption of a photograph$/);
      const link = told.getByRole('link');
      const path = /\/media\/m-[a-z2-7]{12}\/#:~:text=.*half%20mast/;
      assert.match(`${await link.getAttribute('href')}`, path);
      await link.click();
      await page.waitForURL(/\/media\/m-/);
      assert.match(await page.locator('main').innerText(), /flags at half mast/);
      assert.deepEqual(complaints, []);
    });
  });

  test('finds whose work a picture is, what is to be seen on it, and the caption of one that is missing', async () => {
    for (const [words, place] of [
      ['سلوان البحتوري', /credit of a photograph/],
      ['"red funnel lies"', /description of a photograph/],
      ['blankets quay', /caption of a photograph that is not in the archive/],
    ] as const)
      await open(`/${search(words)}`, {}, async (page) => {
        await settled(page);
        assert.match(await page.locator('.contexts').first().innerText(), place, words);
      });
  });
});
