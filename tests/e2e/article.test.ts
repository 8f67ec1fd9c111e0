import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { paragraphId } from '../../src/domain/article/paragraph.ts';
import { ARCHIVES, readBuilt } from '../support/archives.ts';
import { reader } from '../support/browser.ts';

const WRECK = '/2031/04/03/grey-heron-found/';

const dataOf = (path: string) =>
  JSON.parse(readBuilt(ARCHIVES.holms, `${path}index.json`)) as {
    paragraphs: { id: string; text: string }[];
    figures: { id: string; paragraph: string; asStated: string }[];
  };

describe('an article', () => {
  const { open } = reader(ARCHIVES.holms);

  test('each paragraph has a permalink made from the text that is shown', async () => {
    await open(WRECK, {}, async (page) => {
      const shown = await page
        .locator('.prose > [id^="p-"]')
        .evaluateAll((blocks) =>
          blocks.map((block) => ({ id: block.id, text: block.textContent ?? '' })),
        );
      assert.equal(shown.length, dataOf(WRECK).paragraphs.length);
      for (const { id, text } of shown) assert.equal(id, paragraphId(text));
    });
  });

  test('the mouse finds the permalink, and following it shows the paragraph', async () => {
    await open(WRECK, {}, async (page) => {
      const paragraph = page.locator('.prose > p').nth(2);
      const permalink = paragraph.locator('.permalink');
      await page.mouse.move(0, 0);
      assert.equal(await permalink.evaluate((link) => getComputedStyle(link).opacity), '0');
      await paragraph.hover();
      assert.equal(await permalink.evaluate((link) => getComputedStyle(link).opacity), '1');
      const plain = await paragraph.evaluate((block) => getComputedStyle(block).backgroundColor);
      await permalink.click();
      assert.equal(new URL(page.url()).hash, `#${await paragraph.getAttribute('id')}`);
      const shown = await paragraph.evaluate((block) => getComputedStyle(block).backgroundColor);
      assert.notEqual(shown, plain);
    });
  });

  test('the keyboard finds the permalink and shows it', async () => {
    await open(WRECK, {}, async (page) => {
      for (let press = 0; press < 60; press++) {
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus.permalink');
        if ((await focused.count()) === 0) continue;
        assert.equal(await focused.evaluate((link) => getComputedStyle(link).opacity), '1');
        assert.match((await focused.getAttribute('aria-label')) ?? '', /paragraph 1/);
        return;
      }
      assert.fail('no permalink was reached');
    });
  });

  test('a finger finds the permalink without hovering', async () => {
    await open(
      WRECK,
      { hasTouch: true, isMobile: true, viewport: { width: 360, height: 700 } },
      async (page) => {
        const permalink = page.locator('.permalink').first();
        assert.equal(await permalink.evaluate((link) => getComputedStyle(link).opacity), '1');
        const box = await permalink.boundingBox();
        assert.ok(box && box.width >= 24 && box.height >= 24, 'a target of 24 px');
      },
    );
  });

  test('each figure leads to its paragraph, and the paragraph to its figure', async () => {
    await open(WRECK, {}, async (page) => {
      const { figures, paragraphs } = dataOf(WRECK);
      assert.equal(figures.length, 5);
      for (const { id, paragraph, asStated } of figures) {
        const text = paragraphs.find((block) => block.id === paragraph)?.text ?? '';
        assert.ok(text.includes(asStated));
        const row = page.locator(`#f-${id}`);
        assert.equal(await row.locator(`a[href="#${paragraph}"]`).count(), 1);
        const link = page.locator(`#${paragraph} a[href="#f-${id}"]`);
        assert.equal(await link.count(), 1);
        // The words that the row quotes are those that are marked before the link.
        const claim = page.locator(`#${paragraph} .claim:has(> a[href="#f-${id}"])`);
        assert.ok(asStated.endsWith((await claim.innerText()).trim()), id);
      }
    });
  });

  test('the table says how many, in words and bounds, and who counted or that it is not stated', async () => {
    await open(WRECK, {}, async (page) => {
      const row = async (id: string) =>
        (await page.locator(`#f-${id}`).innerText()).replace(/\s+/g, ' ');
      assert.match(
        await row('dead-infirmary'),
        /At least 12 .*according to the Infirmary of the Holms.*12 or more.*at least 12 people had died/,
      );
      assert.match(await row('dead-desk'), /Holms Emergency Relief Desk.*14 to 17/);
      assert.match(await row('crew-dead'), /part of figure 1.*more than 3/i);
      assert.match(await row('still-missing'), /3 April 2031; who counted is not stated/);
    });
  });

  test('names are linked where they occur, whole words only', async () => {
    await open(WRECK, {}, async (page) => {
      const names = await page.locator('.prose .name').allInnerTexts();
      assert.ok(names.includes('HERD') && !names.includes('herd'));
      assert.ok(names.includes('Brigid O’Darra') && names.includes("O'Darra"));
      assert.ok(names.includes('Infirmary of the Holms') && !names.includes('Holms'));
    });
  });

  test('where one spelling could be two people, no link guesses', async () => {
    await open('/2032/02/10/two-of-one-name/', {}, async (page) => {
      const names = await page.locator('.prose .name').allInnerTexts();
      assert.ok(names.includes('Jon Askel the skipper') && names.includes('Jon Askel the teacher'));
      assert.ok(!names.includes('Jon Askel'));
    });
  });

  test('a text from the right is set from the right, headline too', async () => {
    await open('/2031/08/30/relief-arrives-ar/', {}, async (page) => {
      const direction = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => getComputedStyle(element).direction);
      assert.equal(await direction('h1'), 'rtl');
      assert.equal(await direction('.prose p'), 'rtl');
      assert.equal(await direction('footer'), 'ltr');
      assert.deepEqual((await page.locator('.prose .name').allInnerTexts()).slice(0, 3), [
        'بورت أنسل',
        'سمير الطيب',
        'دائرة الإغاثة',
      ]);
    });
  });

  test('without a headline its opening words stand for it, and the page says so', async () => {
    await open('/2031/05/11/no-headline/', {}, async (page) => {
      assert.match(
        await page.locator('h1').innerText(),
        /^Halloran crossed Inner Holm on foot .*…$/,
      );
      assert.match(await page.locator('main').innerText(), /no headline/i);
    });
  });

  test('a withdrawn article leaves its date and reason, and no word of its text', async () => {
    await open('/2032/01/08/withdrawn-notice/', {}, async (page) => {
      const text = await page.locator('main').innerText();
      assert.match(text, /1 February 2032/);
      assert.match(text, /the source agreed/);
      assert.doesNotMatch(await page.content(), /zanderfisch|Işık|A report that was withdrawn/);
    });
  });

  test('a correction says what was there, and the old link still lands', async () => {
    await open('/2031/04/05/correction-example/#p-zu5zuqyo', {}, async (page) => {
      const was = paragraphId(
        'Zoltán Łódzki had written to the Harbour Board in February that two of the lamps were dark.',
      );
      const notice = page.locator(`#${was}`);
      assert.match(await notice.innerText(), /9 April 2031.*January/s);
      assert.match(await notice.innerText(), /in February/);
    });
  });

  test('an entry with JSX reads like any other', async () => {
    await open('/2031/07/14/lamp-keepers-notes/', {}, async (page) => {
      assert.match(await page.locator('.prose').innerText(), /found 5 notebooks/);
      assert.doesNotMatch(await page.content(), /asked that they not be shown/);
      const shown = await page
        .locator('.prose [id^="p-"]')
        .evaluateAll((blocks) => blocks.map(({ id }) => id));
      assert.deepEqual(
        shown,
        dataOf('/2031/07/14/lamp-keepers-notes/').paragraphs.map(({ id }) => id),
      );
      assert.equal(await page.locator('.prose abbr[title]').innerText(), 'SHC');
    });
  });

  test('tables, footnotes, struck words and task lists read as written', async () => {
    await open('/2031/06/20/fair-at-stennet/', {}, async (page) => {
      const prose = page.locator('.prose');
      assert.equal(await prose.locator('table tbody tr').count(), 3);
      assert.equal(
        await prose
          .locator('tbody td')
          .nth(1)
          .evaluate((cell) => getComputedStyle(cell).textAlign),
        'end',
      );
      assert.equal(await prose.locator('del').innerText(), 'little');
      assert.equal(
        await prose.getByRole('checkbox', { name: 'Done', exact: true }).isChecked(),
        true,
      );
      await prose.locator('[data-footnote-ref]').first().click();
      assert.match(page.url(), /#fn-1$/);
    });
  });

  test('signs of markup in a text are text', async () => {
    await open('/2032/03/05/signs/', {}, async (page) => {
      const text = await page.locator('.prose').innerText();
      assert.match(
        text,
        /on \{nothing\}, and on <little> else: R&D, 5 < 6, and a line like `this`/,
      );
      assert.match(text, /^import duties rose; export duties did not\.$/m);
      assert.equal(await page.locator('h1').innerText(), 'WHO PAYS & "<WHAT>"? {A} *B* _C_ `D` #1');
    });
  });

  test('on paper it carries its permalink, and no controls', async () => {
    await open(WRECK, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const cited = page.locator(
        '.cite a[href="https://holms.example/2031/04/03/grey-heron-found/"]',
      );
      assert.ok(await cited.isVisible());
      assert.equal(await page.locator('.cite details').isVisible(), false);
      assert.equal(await page.locator('.permalink').first().isVisible(), false);
      assert.equal(await page.getByRole('navigation', { name: 'Archive' }).isVisible(), false);
    });
  });
});
