import { posix } from 'node:path';
import { ImportFault } from '../../source-document.ts';
import { type Cell, dayOfSerial } from '../table/row.ts';
import type { Zip } from '../zip.ts';
import { LONGEST_CELL, LONGEST_SHARED, MOST_COLUMNS, type Sheet, type SheetRow } from './sheet.ts';
import { type Handler, madeOfXml } from './xml.ts';

/** Office Open XML, as Excel and others write it: parts of XML in a zip. */

/** What all sheets have in common. */
interface Book {
  strings: string[];
  /** Whether numbers of each style are shown as days. */
  daysOf: boolean[];
  /** What is added to the numbers of days: some count from 1904. */
  epoch: number;
}

const WORKBOOK = 'xl/workbook.xml';
const COUNTED_FROM_1904 = 1462;

// What XML cannot hold is written as its number.
const unescaped = (text: string) =>
  text.replace(/_x([\dA-F]{4})_/gu, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );

/** Texts in `<t>`, but for the readings of Chinese and Japanese words. */
function textHandler(ends: string, make: (text: string) => void): Handler {
  let text = '';
  let isText = false;
  let isReading = false;
  return {
    open: (name) => {
      if (name === ends) text = '';
      if (name === 'rPh') isReading = true;
      isText = name === 't' && !isReading;
    },
    text: (more) => {
      if (isText) text += more;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isReading = false;
      if (name === ends) make(unescaped(text));
    },
  };
}

async function stringsIn(zip: Zip, part: string): Promise<string[]> {
  if (!zip.names.has(part)) return [];
  const strings: string[] = [];
  let size = 0;
  for await (const text of madeOfXml<string>(zip.stream(part), (make) => textHandler('si', make))) {
    strings.push(text);
    size += text.length;
    if (size > LONGEST_SHARED)
      throw new ImportFault('Its texts are longer than 100 million characters. Save it as CSV.');
  }
  return strings;
}

const isDayFormat = (code: string) =>
  /[dy]|mmm/iu.test(code.replace(/"[^"]*"|\\.|\[[^[\]]*\]/gu, '')) && !/general/iu.test(code);

/** Numbers of formats that Excel shows as days without saying how. */
const isDayNumber = (id: number) =>
  (id >= 14 && id <= 17) ||
  id === 22 ||
  (id >= 27 && id <= 31) ||
  id === 36 ||
  (id >= 50 && id <= 58);

async function stylesIn(zip: Zip): Promise<boolean[]> {
  if (!zip.names.has('xl/styles.xml')) return [];
  const codes = new Map<string, string>();
  const styles: boolean[] = [];
  let isWithin = false;
  const handler = (): Handler => ({
    open: (name, attribute) => {
      if (name === 'numFmt') codes.set(attribute('numFmtId'), attribute('formatCode'));
      if (name === 'cellXfs') isWithin = true;
      if (name !== 'xf' || !isWithin) return;
      const id = attribute('numFmtId');
      const code = codes.get(id);
      styles.push(code === undefined ? isDayNumber(Number(id)) : isDayFormat(code));
    },
    close: (name) => {
      if (name === 'cellXfs') isWithin = false;
    },
  });
  for await (const _ of madeOfXml(zip.stream('xl/styles.xml'), handler));
  return styles;
}

/** The column of a cell by its name, counted from 0: `C7` is 2. */
function columnOf(name: string): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(name)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function cellOf(type: string, style: number, text: string, book: Book): Cell {
  if (type === 's') return book.strings[Number(text)] ?? '';
  if (type === 'e') return '';
  if (type === 'b') return text === '1' ? 'true' : 'false';
  if (type !== '' && type !== 'n') return unescaped(text);
  const serial = Number(text) + book.epoch;
  const day = book.daysOf[style] ? dayOfSerial(serial) : undefined;
  return day ?? (text === '' ? '' : { serial, text });
}

const rowHandler =
  (book: Book) =>
  (make: (row: SheetRow) => void): Handler => {
    let row: SheetRow = { number: 0, isHidden: false, cells: [] };
    let column = -1;
    let [type, style, text] = ['', 0, ''];
    let isValue = false;
    let isReading = false;
    return {
      open: (name, attribute) => {
        if (name === 'rPh') isReading = true;
        isValue = name === 'v' || (name === 't' && !isReading);
        if (name === 'row') {
          const isHidden = attribute('hidden') === '1' || attribute('hidden') === 'true';
          row = { number: Number(attribute('r')) || row.number + 1, isHidden, cells: [] };
          column = -1;
        }
        if (name !== 'c') return;
        column = columnOf(attribute('r')) ?? column + 1;
        [type, style, text] = [attribute('t'), Number(attribute('s')), ''];
      },
      text: (more) => {
        if (isValue && text.length < LONGEST_CELL) text += more;
      },
      close: (name) => {
        isValue = false;
        if (name === 'rPh') isReading = false;
        if (name === 'row') make(row);
        if (name !== 'c' || column >= MOST_COLUMNS) return;
        while (row.cells.length < column) row.cells.push('');
        row.cells[column] = cellOf(type, style, text, book);
      },
    };
  };

interface Entry {
  name: string;
  id: string;
  isHidden: boolean;
}

/** The sheets of a workbook. @throws ImportFault where it is damaged */
export async function sheetsOfXlsx(zip: Zip): Promise<Sheet[]> {
  let epoch = 0;
  const entries: Entry[] = [];
  const targets = new Map<string, string>();
  let strings = 'xl/sharedStrings.xml';
  const workbook = (): Handler => ({
    open: (name, attribute) => {
      if (name === 'workbookPr' && /^(?:1|true)$/u.test(attribute('date1904')))
        epoch = COUNTED_FROM_1904;
      const isHidden = /hidden/iu.test(attribute('state'));
      if (name === 'sheet')
        entries.push({ name: attribute('name'), id: attribute('r:id'), isHidden });
    },
  });
  const relations = (): Handler => ({
    open: (name, attribute) => {
      if (name !== 'Relationship') return;
      const target = posix.join('/xl', attribute('Target')).slice(1);
      const part = attribute('Target').startsWith('/') ? attribute('Target').slice(1) : target;
      targets.set(attribute('Id'), part);
      if (attribute('Type').endsWith('/sharedStrings')) strings = part;
    },
  });
  for await (const _ of madeOfXml(zip.stream(WORKBOOK), workbook));
  for await (const _ of madeOfXml(zip.stream('xl/_rels/workbook.xml.rels'), relations));
  const book: Book = { strings: await stringsIn(zip, strings), daysOf: await stylesIn(zip), epoch };
  return entries
    .filter(({ id }) => /worksheets\//u.test(targets.get(id) ?? ''))
    .map(({ name, id, isHidden }) => ({
      name,
      isHidden,
      rows: () => madeOfXml<SheetRow>(zip.stream(targets.get(id) ?? ''), rowHandler(book)),
    }));
}
