import type { Zip } from '../zip.ts';
import { LONGEST_CELL, MOST_COLUMNS, type Sheet, type SheetRow } from './sheet.ts';
import { type Handler, madeOfXml } from './xml.ts';

/** OpenDocument, as LibreOffice writes it: all sheets in one part of XML. */

const CONTENT = 'content.xml';

interface Found {
  sheet: number;
  row: SheetRow;
}

/** What is not a cell’s own text: remarks of editors, drawings. */
const ASIDE = new Set(['annotation', 'shapes', 'frame', 'tracked-changes']);

/** A cell while it is read. */
class OpenCell {
  readonly value: string;
  readonly repeated: number;
  text = '';
  paragraphs = 0;

  constructor(attribute: (name: string) => string) {
    const isYes = attribute('office:boolean-value');
    this.value = attribute('office:date-value') || isYes;
    this.repeated = Math.min(Number(attribute('table:number-columns-repeated')) || 1, MOST_COLUMNS);
  }

  add(text: string): void {
    if (this.text.length < LONGEST_CELL) this.text += text;
  }

  paragraph(): void {
    if (this.paragraphs++ > 0) this.add('\n');
  }
}

function rowHandler(make: (found: Found) => void): Handler {
  let sheet = -1;
  let depth = 0;
  let aside = 0;
  let repeated = 1;
  let row: SheetRow = { number: 0, isHidden: false, cells: [] };
  let cell: OpenCell | undefined;

  function closeCell(): void {
    if (!cell) return;
    const text = cell.value || cell.text;
    // Blank cells to the end of a row are written as one that is repeated.
    const count = text === '' && cell.repeated > 1000 ? 1 : cell.repeated;
    for (let one = 0; one < count && row.cells.length < MOST_COLUMNS; one++) row.cells.push(text);
    cell = undefined;
  }

  return {
    open: (name, attribute) => {
      if (ASIDE.has(name)) aside++;
      if (aside > 0) return;
      if (name === 'table' && depth++ === 0) {
        sheet++;
        row = { number: 0, isHidden: false, cells: [] };
        repeated = 1;
      }
      if (name === 'table-row') {
        const visibility = attribute('table:visibility');
        const isHidden = visibility === 'collapse' || visibility === 'filter';
        row = { number: row.number + repeated, isHidden, cells: [] };
        repeated = Number(attribute('table:number-rows-repeated')) || 1;
      }
      if (name === 'table-cell' || name === 'covered-table-cell') cell = new OpenCell(attribute);
      if (name === 'p') cell?.paragraph();
      if (name === 's') cell?.add(' '.repeat(Math.min(Number(attribute('text:c')) || 1, 1000)));
      if (name === 'tab') cell?.add(' ');
      if (name === 'line-break') cell?.add('\n');
    },
    text: (text) => {
      if (aside === 0 && cell && cell.paragraphs > 0) cell.add(text);
    },
    close: (name) => {
      if (ASIDE.has(name)) aside--;
      if (aside > 0) return;
      if (name === 'table') depth--;
      if (name === 'table-cell' || name === 'covered-table-cell') closeCell();
      if (name === 'table-row') make({ sheet, row });
    },
  };
}

/** The sheets by name, and whether each is shown: styles say so, and stand before them. */
function sheetHandler(make: (sheet: Pick<Sheet, 'name' | 'isHidden'>) => void): Handler {
  const hidden = new Set<string>();
  let style = '';
  let depth = 0;
  return {
    open: (name, attribute) => {
      if (name === 'style') style = attribute('style:name');
      if (name === 'table-properties' && attribute('table:display') === 'false') hidden.add(style);
      if (name === 'table' && depth++ === 0)
        make({
          name: attribute('table:name'),
          isHidden: hidden.has(attribute('table:style-name')),
        });
    },
    close: (name) => {
      if (name === 'table') depth--;
    },
  };
}

async function* rowsOf(zip: Zip, wanted: number): AsyncGenerator<SheetRow> {
  for await (const { sheet, row } of madeOfXml<Found>(zip.stream(CONTENT), rowHandler)) {
    if (sheet > wanted) return;
    if (sheet === wanted) yield row;
  }
}

/** The sheets of an OpenDocument spreadsheet. @throws ImportFault where it is damaged */
export async function sheetsOfOds(zip: Zip): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for await (const sheet of madeOfXml<Pick<Sheet, 'name' | 'isHidden'>>(
    zip.stream(CONTENT),
    sheetHandler,
  )) {
    const at = sheets.length;
    sheets.push({ ...sheet, rows: () => rowsOf(zip, at) });
  }
  return sheets;
}
