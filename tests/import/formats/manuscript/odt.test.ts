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
    assert.deepEqual(notes, ['one picture left out']);
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
      'one field about its file left out',
      'its file names “Ismene Kott” as its author, who may not be that of the article',
    ]);
  });

  test('notes stand at the end', async () => {
    const note = `<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>${p('By hand.')}</text:note-body></text:note>`;
    assert.equal(
      (await only(await odt(p(`Lit${note}.`)))).mdx.trim(),
      'Lit \\[1].\n\n\\[1] By hand.',
    );
  });

  test('that is marked as a draft, locked or damaged', async () => {
    const mark = `<office:document-styles><office:master-styles><style:master-page><style:header>${p('<draw:custom-shape><text:p>ENTWURF</text:p></draw:custom-shape>')}</style:header></style:master-page></office:master-styles></office:document-styles>`;
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
