import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { odt } from '../../../support/manuscript.ts';
import { readingsOf } from '../../../support/readings.ts';

async function only(bytes: Buffer, name = 'ferry.odt') {
  const found = await readingsOf(bytes, name);
  assert.deepEqual([found.faults, found.skipped], [[], []]);
  const [story] = found.stories;
  assert.ok(story);
  return story;
}
const SAYS = 'The lamp of Quern was lit again on Monday.';
const p = (inside: string, style = 'Standard') =>
  `<text:p text:style-name="${style}">${inside}</text:p>`;
const style = (name: string, family: string, parent: string, said = '') =>
  `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}"><style:text-properties ${said}/></style:style>`;
const STYLES = [
  style('P1', 'paragraph', 'Title'),
  style('P2', 'paragraph', 'Quotations'),
  style('P3', 'paragraph', 'Illustration'),
  style('P4', 'paragraph', 'Standard', 'text:display="none"'),
  style('T1', 'text', '', 'fo:font-weight="bold"'),
  style('T2', 'text', '', 'fo:font-style="italic"'),
  style('T3', 'text', '', 'text:display="none"'),
  style('T4', 'text', '', 'style:text-line-through-style="solid"'),
  style('P5', 'paragraph', 'Standard', 'style:text-line-through-style="solid"'),
  style('T5', 'text', '', 'text:display="condition"'),
  style('T6', 'text', '', 'style:text-line-through-style="none"'),
  '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>',
].join('');

suite('a text of LibreOffice', () => {
  test('headings, lists, quotations, tables, links and emphasis', async () => {
    const item = (inside: string) => `<text:list-item>${inside}</text:list-item>`;
    const cell = (words: string) => `<table:table-cell>${p(words)}</table:table-cell>`;
    const { title, mdx, notes } = await only(
      await odt(
        [
          p('The lamp', 'P1'),
          p(
            'Lit<text:s/><text:span text:style-name="T1">again </text:span>and <text:span text:style-name="T2">again</text:span>',
          ),
          '<text:h text:outline-level="1">What happened</text:h>',
          `<text:list text:style-name="L1">${item(p('One'))}${item(`${p('Two')}<text:list>${item(p('Of two'))}</text:list>`)}</text:list>`,
          p(SAYS),
          `<text:list text:style-name="L1" text:continue-numbering="true">${item(p('Three'))}</text:list>`,
          '<text:h text:outline-level="2">How so</text:h>',
          p('It was dark.', 'P2'),
          p('<text:a xlink:href="https://quern.example/a">Here</text:a>.'),
          `<table:table><table:table-header-rows><table:table-row>${cell('a')}${cell('b')}</table:table-row></table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2">${p('c')}</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`,
          p(
            `<draw:frame><draw:text-box>${p('<draw:frame><draw:image/></draw:frame>The lamp. Photo: Ismene Kott', 'P3')}</draw:text-box></draw:frame>`,
          ),
        ].join(''),
        STYLES,
      ),
    );
    assert.equal(title, 'The lamp');
    assert.equal(
      mdx.trim(),
      `Lit **again** and *again*

## What happened

1. One
2. Two
   - Of two

${SAYS}

3. Three

### How so

> It was dark.

[Here](https://quern.example/a).

| a | b |
| - | - |
| c |   |

The lamp. Photo: Ismene Kott`,
    );
    assert.deepEqual(notes, ['one drawing or chart left out']);
  });

  test('what was deleted, hidden, struck, commented or is of the file stays out, and is counted', async () => {
    const changes = `<text:tracked-changes><text:changed-region><text:deletion>${p('SECRET')}</text:deletion></text:changed-region><text:changed-region><text:insertion><dc:creator>SECRET</dc:creator></text:insertion></text:changed-region></text:tracked-changes>`;
    const { mdx, notes } = await only(
      await odt(
        [
          changes,
          p(
            `${SAYS}<text:change/><office:annotation><dc:creator>SECRET</dc:creator>${p('SECRET')}</office:annotation><text:span text:style-name="T3">SECRET</text:span><text:span text:style-name="T4">SECRET</text:span><text:file-name>SECRET</text:file-name><text:hidden-text text:string-value="SECRET">SECRET</text:hidden-text><text:change-start/> So.<text:change-end/>`,
          ),
          p('SECRET', 'P4'),
          p('SECRET<text:hidden-paragraph text:is-hidden="true"/>'),
          `<text:section text:display="none">${p('SECRET')}</text:section>`,
          `<text:table-of-content><text:index-body>${p('SECRET')}</text:index-body></text:table-of-content>`,
          p(`<draw:frame><draw:text-box>${p('SECRET')}</draw:text-box></draw:frame>`),
        ].join(''),
        STYLES,
        {
          'styles.xml': `<office:document-styles><office:master-styles><style:master-page><style:header>${p('SECRET')}</style:header></style:master-page></office:master-styles></office:document-styles>`,
          'meta.xml':
            '<office:document-meta><office:meta><dc:creator>SECRET</dc:creator><meta:initial-creator>Ismene Kott</meta:initial-creator></office:meta></office:document-meta>',
        },
      ),
    );
    assert.equal(mdx.trim(), `${SAYS} So.`);
    assert.doesNotMatch(notes.join(), /SECRET/);
    assert.deepEqual(notes, [
      'one tracked insertion that nobody accepted kept',
      'one tracked deletion left out',
      'one struck passage left out',
      '5 hidden passages left out',
      'one comment left out',
      'one text box left out',
      'one header or footer left out',
      'one list of contents left out',
      'one field that shows no text of the article left out',
      'its file names “Ismene Kott” as its author, who may not be that of the article',
    ]);
  });

  const box = (inside: string) =>
    `<draw:frame><draw:text-box>${inside}</draw:text-box></draw:frame>`;
  const comment = `<office:annotation>${p('SECRET', 'P3')}</office:annotation>`;
  const hidden = `<text:section text:display="none">${p('SECRET', 'P3')}</text:section>`;

  test('a box around a picture shows no more than any paragraph', async () => {
    const { mdx, notes } = await only(
      await odt(
        p(
          `Seen.${box(
            `${p(`<draw:frame><draw:image/></draw:frame>The lamp.${comment}`)}${hidden}${p('SECRET', 'P4')}<text:tracked-changes><text:changed-region><text:deletion>${p('SECRET')}</text:deletion></text:changed-region></text:tracked-changes>${p(`By night.${box(p('Its keeper', 'P3'))}`, 'P3')}`,
          )}`,
        ) + p(box(p(`The keeper.${comment}`, 'P3'))),
        STYLES,
      ),
    );
    assert.equal(mdx.trim(), 'Seen.\n\nThe lamp.\n\nBy night.\n\nIts keeper\n\nThe keeper.');
    assert.deepEqual(notes, [
      'one tracked deletion left out',
      '2 hidden passages left out',
      '2 comments left out',
      'one drawing or chart left out',
    ]);
  });

  test('a field that hides a paragraph of a box hides that alone', async () => {
    const inner = p('SECRET<text:hidden-paragraph text:is-hidden="true"/>', 'P3');
    const { mdx } = await only(await odt(p(`${SAYS}${box(inner)}`), STYLES));
    assert.equal(mdx.trim(), SAYS);
  });

  test('what is struck stays out with its notes, by a style of paragraphs too', async () => {
    const note = `<text:note><text:note-body>${p('SECRET')}</text:note-body></text:note>`;
    const { mdx, notes } = await only(
      await odt(
        p(`SECRET${note}<text:span text:style-name="T6">Kept.</text:span>`, 'P5') +
          p(`${SAYS}<text:span text:style-name="T4">SECRET<text:s/>SECRET${note}</text:span>`),
        STYLES,
      ),
    );
    assert.equal(mdx.trim(), `Kept.\n\n${SAYS}`);
    assert.deepEqual(notes, ['4 struck passages left out']);
  });

  test('links, spans, columns and cells that nobody sees stay out', async () => {
    const cell = (words: string, said = '') =>
      `<table:table-cell ${said}>${p(words)}</table:table-cell>`;
    const { mdx, notes } = await only(
      await odt(
        p(
          `${SAYS}<text:a text:style-name="T3" xlink:href="https://quern.example/">SECRET</text:a><text:span text:style-name="T5">SECRET</text:span> <text:a xlink:href="mailto:SECRET@quern.example">Write</text:a>.`,
        ) +
          `<table:table><table:table-column/><table:table-column-group table:display="false"><table:table-column table:number-columns-repeated="2"/></table:table-column-group><table:table-column/><table:table-row>${cell('a')}${cell('SECRET', 'table:number-columns-repeated="2"')}${cell('b')}</table:table-row><table:table-row><table:covered-table-cell>${p('SECRET')}</table:covered-table-cell>${cell('SECRET')}<table:table-cell/>${cell('c')}</table:table-row></table:table>`,
        STYLES,
      ),
    );
    assert.equal(mdx.trim(), `${SAYS} Write.\n\n|   |   |\n| - | - |\n| a | b |\n|   | c |`);
    assert.deepEqual(notes, ['5 hidden passages left out', 'one link to a mail address left out']);
  });

  test('fields that are text of the article stay, and no others', async () => {
    const { mdx, notes } = await only(
      await odt(
        p(
          'Figure <text:sequence>2</text:sequence>, page <text:bookmark-ref>4</text:bookmark-ref>, <text:date>1 May 2031</text:date><text:variable-set text:display="none">SECRET</text:variable-set><text:user-field-get text:display="none">SECRET</text:user-field-get><text:author-name>SECRET</text:author-name><text:initial-creator>SECRET</text:initial-creator><text:subject>SECRET</text:subject><text:database-name>SECRET</text:database-name><text:of-tomorrow>SECRET</text:of-tomorrow>.',
        ),
      ),
    );
    assert.equal(mdx.trim(), 'Figure 2, page 4, 1 May 2031.');
    assert.deepEqual(notes, [
      '2 hidden passages left out',
      '5 fields that show no text of the article left out',
    ]);
  });

  test('tables and sections in items of a list', async () => {
    const cell = (words: string) => `<table:table-cell>${p(words)}</table:table-cell>`;
    const { mdx } = await only(
      await odt(
        `<text:list text:style-name="L1"><text:list-item>${p('One')}<table:table><table:table-row>${cell('a')}${cell('b')}</table:table-row></table:table></text:list-item><text:list-item><text:section>${p('Two')}</text:section>${hidden}</text:list-item></text:list>`,
        STYLES,
      ),
    );
    assert.equal(mdx.trim(), '1. One\n\n|   |   |\n| - | - |\n| a | b |\n\n2. Two');
  });

  test('numbers past all bounds', async () => {
    const { mdx } = await only(
      await odt(
        `<text:h text:outline-level="x">Lit</text:h>${p(SAYS)}<text:list text:style-name="L1"><text:list-item text:start-value="1e999">${p('One')}</text:list-item></text:list>`,
        STYLES,
      ),
    );
    assert.match(mdx, /1000000\. One/);
  });

  test('notes stand at the end', async () => {
    const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('By hand.')}</text:note-body></text:note>`;
    assert.equal(
      (await only(await odt(p(`Lit${note}.`)))).mdx.trim(),
      'Lit \\[1].\n\n\\[1] By hand.',
    );
  });

  test('that is marked as a draft, locked or damaged', async () => {
    const confidential = await readingsOf(await odt(p('Confidential – Ismene only') + p(SAYS)));
    assert.deepEqual(
      confidential.skipped.map(({ as }) => as),
      ['private'],
    );
    const mark = `<office:document-styles><office:master-styles><style:master-page><style:header>${p('<draw:custom-shape><text:p>ENTWURF – nicht zur Veröffentlichung</text:p></draw:custom-shape>')}</style:header></style:master-page></office:master-styles></office:document-styles>`;
    const drafted = await readingsOf(await odt(p(SAYS), '', { 'styles.xml': mark }));
    assert.deepEqual(
      drafted.skipped.map(({ as }) => as),
      ['draft'],
    );
    const locked = await odt('', '', {
      'META-INF/manifest.xml': '<m:manifest xmlns:m="x"><m:encryption-data/></m:manifest>',
    });
    assert.match((await readingsOf(locked)).faults.join(), /locked with a password/);
    assert.match(
      (await readingsOf(await odt('<text:p>'))).faults.join(),
      /manuscript that is damaged/,
    );
  });
});
