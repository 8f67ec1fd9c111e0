import { shownWords } from '../../../domain/problem.ts';
import { dropHeading } from '../../markup/markup.ts';
import { ImportFault, type Reading } from '../../source-document.ts';
import { whyToCome } from '../dump/to-come.ts';
import type { Given } from '../fields/given.ts';
import { statedIn } from '../fields/stated.ts';
import { meaningsOf, plainName } from '../fields/synonym.ts';
import { whyWithheld } from '../fields/withheld.ts';
import { type Part, sole } from '../format.ts';
import type { Skipped } from '../skipped.ts';
import { sha256Of } from '../source.ts';
import { bodyOfCell } from './cell-body.ts';
import { type Cell, dayOfSerial, type Row, textOf } from './row.ts';

/** Texts that lie beside a table. */
export interface Beside {
  /** Why a row is passed over. */
  whyNot: (given: readonly Given[]) => Skipped | undefined;
  /** The text of a row, in HTML. Throws an `ImportFault` where there is none. */
  textOf: (given: readonly Given[]) => string;
}

const MOST_NAMED = 40;
const MAIL =
  /^(?:e?mail(?:address)?|(?:subscriber|user)email|adressemail|courriel|correo(?:electronico)?)$/u;

const isText = (name: string) => meaningsOf(name).includes('text');

/** Why a table with such columns is not read. */
function headerFault(form: string, names: readonly string[]): string | undefined {
  if (names.some(isText)) return undefined;
  if (names.some((name) => MAIL.test(plainName(name))))
    return `It is ${form} with the e-mail addresses of people. A list of them is private, and is not read.`;
  const shown = names
    .slice(0, MOST_NAMED)
    .map((name) => `“${shownWords(name)}”`)
    .join(', ');
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return `It is ${form} without a column of text. Its columns are ${shown}${more}. Call the one that holds the text of the articles “text”, and those of their days and headlines “date” and “title”.`;
}

const isPrivate = (names: readonly string[]) =>
  !names.some(isText) && names.some((name) => MAIL.test(plainName(name)));

/** No year has five digits, and no day written as a number: these are the days of spreadsheets. */
const isSerial = (serial: number) => serial >= 10_000 && serial < 100_000;

function valueOfCell(name: string, cell: Cell | undefined): string {
  const isDay =
    typeof cell === 'object' && isSerial(cell.serial) && meaningsOf(name).includes('date');
  return (isDay ? dayOfSerial(cell.serial) : undefined) ?? textOf(cell);
}

/** The cells of a row with the names of their columns. */
const givenIn = (names: readonly string[], cells: readonly Cell[]): Given[] =>
  names.map((name, at) => [name || `column ${at + 1}`, valueOfCell(name, cells[at])] as const);

const PUBLISHED_AT =
  /^(?:publish(?:ed)?(?:at|on|date|datetime)|datepublished|pubdate|(?:veroffentlicht|publiziert|erschienen)am|publiele|publicado(?:el|em)|pubblicatoil)$/u;

/** A post without a day of publication, in a table that has a column of it, was never published. */
const whyUndated = (given: readonly Given[]): Skipped | undefined =>
  given.some(([name, value]) => PUBLISHED_AT.test(plainName(name)) && `${value}`.trim() === '')
    ? { as: 'draft', skipped: 'it has no day of publication' }
    : undefined;

function readRow(given: readonly Given[], beside: Beside | undefined, isHidden: boolean): Reading {
  const stated = statedIn(given);
  const { facts, notes } = stated;
  const reason = isHidden
    ? ({ skipped: 'its row is hidden', as: 'private' } as const)
    : (whyWithheld(given) ??
      whyUndated(given) ??
      beside?.whyNot(given) ??
      whyToCome(facts.published ?? facts.date));
  if (reason) {
    const { url, formerUrls = [], title, date } = facts;
    return { ...reason, of: { urls: [url, ...formerUrls], title, date } };
  }
  const cells = given.map(([, value]) => value);
  const file = beside?.textOf(given);
  const { text = file } = stated;
  if (text === undefined) return { skipped: 'it has no text', as: 'blank' };
  const read = bodyOfCell(text, facts.url);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  dropHeading(read.body, facts.title);
  const sha256 = sha256Of(
    Buffer.from(JSON.stringify(file === undefined ? cells : [...cells, file])),
  );
  return { document: { ...facts, sha256, body: read.body, notes: [...notes, ...read.notes] } };
}

/**
 * The articles of a table whose first row names its columns. Throws an `ImportFault` where none of these is a text.
 *
 * @param form what the table is called
 * @param besideOf the texts that lie beside a table with such columns
 */
export async function* partsOfTable(
  form: string,
  rows: AsyncIterable<Row>,
  isFound: boolean,
  besideOf: (names: readonly string[]) => Beside | undefined = () => undefined,
): AsyncGenerator<Part> {
  let names: string[] | undefined;
  let beside: Beside | undefined;
  for await (const { place, cells, isHidden } of rows) {
    if (cells instanceof ImportFault) {
      yield { place, isSole: true, read: () => Promise.reject(cells) };
      continue;
    }
    if (cells.every((cell) => textOf(cell).trim() === '')) continue;
    if (names) {
      const given = givenIn(names, cells);
      yield { place, isSole: true, read: () => readRow(given, beside, isHidden ?? false) };
      continue;
    }
    names = cells.map((cell) => textOf(cell).trim());
    beside = besideOf(names);
    const fault = beside ? undefined : headerFault(form, names);
    if (fault && isFound && isPrivate(names)) {
      yield sole(() => ({ skipped: 'it is a list of e-mail addresses', as: 'private' }));
      return;
    }
    if (fault) throw new ImportFault(fault);
  }
  if (!names) throw new ImportFault(`It is ${form} without rows.`);
}
