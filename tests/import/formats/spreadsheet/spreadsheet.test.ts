import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { suite, test } from 'node:test';
import { ZipFile } from 'yazl';
import { dayOfSerial } from '../../../../src/import/formats/table/row.ts';
import { itemsOf } from '../../../../src/import/item.ts';

async function zipOf(files: readonly (readonly [name: string, text: string])[]): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of files)
    zip.addBuffer(Buffer.from(text), name, { compress: name !== 'mimetype' });
  zip.end();
  return buffer(zip.outputStream);
}

const STRINGS =
  '<sst><si><t>title</t></si><si><t>date</t></si><si><t>text</t></si><si><r><t>Lam</t></r><r><t>p</t></r><rPh><t>x</t></rPh></si><si><t>One._x000D_\n\nTwo &amp; three.</t></si></sst>';
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[$-407]d\\.mmm yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';
const HEADER =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>';
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

/** A workbook of sheets: their rows, and what the workbook says of each. */
const xlsx = (sheets: readonly (readonly [rows: string, said?: string])[], properties = '') =>
  zipOf([
    ['[Content_Types].xml', '<Types/>'],
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="x"><workbookPr ${properties}/><sheets>${sheets.map(([, said = ''], at) => `<sheet name="S${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}" ${said}/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships>${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Type="y/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}<Relationship Id="s" Type="y/sharedStrings" Target="/xl/strings.xml"/></Relationships>`,
    ],
    ['xl/strings.xml', STRINGS],
    ['xl/styles.xml', STYLES],
    ...sheets.map(
      ([rows], at) =>
        [
          `xl/worksheets/sheet${at + 1}.xml`,
          `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
        ] as const,
    ),
  ]);

const ods = (tables: string, styles = '') =>
  zipOf([
    ['mimetype', 'application/vnd.oasis.opendocument.spreadsheet'],
    [
      'content.xml',
      `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ],
  ]);

async function itemsIn(bytes: Buffer) {
  const found: string[] = [];
  for await (const { item } of itemsOf({ name: '', bytes }, undefined)) {
    const { reading, origin } = item;
    found.push(
      'document' in reading
        ? `${origin}: ${reading.document.title}, ${reading.document.date}: ${reading.document.mdx.trim()}`
        : `${origin}: ${'skipped' in reading ? reading.as : reading.fault}`,
    );
  }
  return found;
}

suite('a workbook of Excel', () => {
  test('an item a row: shared and rich texts, days by their format, cells that are left out', async () => {
    const rows = `${HEADER}
<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" s="1"><v>44288</v></c><c r="C2" t="s"><v>4</v></c></row>
<row r="4"><c r="B4" s="2"><v>44288.75</v></c>${inline('Four.')}</row>
<row r="5" hidden="1"><c r="C5" t="str"><v>Secret.</v></c></row>
<row r="6"/>
<row r="7"><c r="A7"><v>7</v></c><c r="B7"><v>44288</v></c>${inline('Seven.')}</row>
<row r="8"><c r="A8"><v>8</v></c><c r="B8"><v>2021</v></c>${inline('Eight.')}</row>`;
    assert.deepEqual(await itemsIn(await xlsx([[rows]])), [
      ', row 2: Lamp, 2021-04-02: One.\n\nTwo & three.',
      ', row 4: undefined, 2021-04-02: Four.',
      ', row 5: private',
      ', row 7: 7, 2021-04-02: Seven.',
      ', row 8: 8, undefined: Eight.',
    ]);
  });

  test('that counts from 1904', async () => {
    const rows = `${HEADER}<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" s="1"><v>42826</v></c>${inline('x')}</row>`;
    assert.deepEqual(await itemsIn(await xlsx([[rows]], 'date1904="1"')), [
      ', row 2: Lamp, 2021-04-02: x',
    ]);
  });

  test('with several sheets: what is hidden, and what has no text, is passed over', async () => {
    const rows = `${HEADER}<row r="2">${inline('A')}${inline('2021-04-02')}${inline('x')}</row>`;
    const notes = `<row r="1">${inline('name')}${inline('count')}</row>`;
    assert.deepEqual(await itemsIn(await xlsx([[notes], [rows], [''], [rows, 'state="hidden"']])), [
      ', sheet “S2”, row 2: A, 2021-04-02: x',
      ', sheet “S1”: kind',
      ', sheet “S4”: private',
    ]);
    assert.match(
      (await itemsIn(await xlsx([[notes]]))).join(),
      /a spreadsheet without a column of text. Its columns are “name”, “count”/,
    );
    assert.match((await itemsIn(await xlsx([['']]))).join(), /without rows/);
  });

  test('that is damaged is refused', async () => {
    const bytes = await xlsx([[`${HEADER}<row r="2"><c></row>`]]);
    assert.match((await itemsIn(bytes)).join(), /damaged/);
    assert.match((await itemsIn(bytes.subarray(0, bytes.length / 2))).join(), /damaged/);
  });

  test('its day counts as Excel counts', () => {
    assert.deepEqual([1, 59, 61, 44288, 44288.5, 0, 3e9, Number.NaN].map(dayOfSerial), [
      '1900-01-01',
      '1900-02-28',
      '1900-03-01',
      '2021-04-02',
      '2021-04-02T12:00:00',
      undefined,
      undefined,
      undefined,
    ]);
  });
});

suite('a spreadsheet of LibreOffice', () => {
  const cell = (text: string, said = '') =>
    `<table:table-cell ${said}><text:p>${text}</text:p></table:table-cell>`;
  const row = (cells: string, said = '') => `<table:table-row ${said}>${cells}</table:table-row>`;
  const header = row(['title', 'date', 'text'].map((name) => cell(name)).join(''));

  test('an item a row: days, paragraphs, repeated cells and rows; remarks are not read', async () => {
    const day = cell('2. April', 'office:value-type="date" office:date-value="2021-04-02"');
    const remark = '<office:annotation><text:p>Secret.</text:p></office:annotation>';
    const table = `<table:table table:name="A">${header}
${row('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="3"')}
${row(`${cell('Lamp')}${day}<table:table-cell>${remark}<text:p>One<text:s text:c="2"/>x.</text:p><text:p/><text:p>Two.</text:p></table:table-cell>`)}
${row(`<table:table-cell/>${day}${cell('Three.')}`)}
${row(`${cell('Secret')}${day}${cell('Secret.')}`, 'table:visibility="collapse"')}
${row('<table:table-cell/>', 'table:number-rows-repeated="1048576"')}</table:table>`;
    assert.deepEqual(await itemsIn(await ods(table)), [
      ', row 5: Lamp, 2021-04-02: One x.\n\nTwo.',
      ', row 6: undefined, 2021-04-02: Three.',
      ', row 7: private',
    ]);
  });

  test('a sheet that is hidden by its style is passed over', async () => {
    const sheet = (name: string, style: string) =>
      `<table:table table:name="${name}" table:style-name="${style}">${header}${row(cell(name) + cell('2021-04-02') + cell('x'))}</table:table>`;
    const style =
      '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/></style:style>';
    assert.deepEqual(await itemsIn(await ods(sheet('A', 'h') + sheet('B', 's'), style)), [
      ', sheet “B”, row 2: B, 2021-04-02: x',
      ', sheet “A”: private',
    ]);
  });
});
