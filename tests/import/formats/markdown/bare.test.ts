import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readingsOf } from '../../../support/readings.ts';

const LIT = 'The **lamp** of Quern was lit again on Monday.';

suite('Markdown without frontmatter', () => {
  test('its first heading is the headline, and lines below it state its fields', async () => {
    const { stories, faults } = await readingsOf(
      `# Lamp *lit* again\n\nDate: 2031-04-02\nAuthor: Ada Varga\n\n${LIT}\n\n## Oil\n\n- from Osk\n- from Holm\n`,
      'lamp.md',
    );
    assert.deepEqual(faults, []);
    const [story] = stories;
    assert.deepEqual(
      [story?.title, story?.date, story?.author],
      ['Lamp lit again', '2031-04-02', 'Ada Varga'],
    );
    assert.equal(story?.mdx, `${LIT}\n\n## Oil\n\n- from Osk\n- from Holm\n`);
  });

  test('its day is that of its name; without a heading it has no headline', async () => {
    const { stories } = await readingsOf(`${LIT}\n\n> Nobody came.\n`, '2031-04-02-lamp.markdown');
    assert.deepEqual([stories[0]?.title, stories[0]?.date], [undefined, '2031-04-02']);
    assert.equal(stories[0]?.mdx, `${LIT}\n\n> Nobody came.\n`);
  });

  test('a mark or a status at its head holds it', async () => {
    for (const head of ['# DRAFT – not for publication\n\n', '# Lamp lit\n\nStatus: draft\n\n']) {
      const { stories, skipped } = await readingsOf(`${head}${LIT}\n`, 'lamp.md');
      assert.deepEqual([stories.length, skipped.map(({ as }) => as)], [0, ['draft']], head);
    }
  });

  test('a head as plain texts have it is read as such', async () => {
    const { stories } = await readingsOf(
      `Title: Lamp lit\nDate: 2031-04-02\n\n${LIT}\n`,
      'lamp.md',
    );
    assert.deepEqual([stories[0]?.title, stories[0]?.date], ['Lamp lit', '2031-04-02']);
  });

  test('code in it is a sign like any other', async () => {
    const { stories } = await readingsOf(
      `# Lamp\n\n${LIT} {process.exit()} <script>alert(1)</script>\n\nimport x from 'y'\n`,
      '2031-04-02.md',
    );
    assert.doesNotMatch(stories[0]?.mdx ?? '', /<script|^import|(?<!\\)\{process/m);
  });
});
