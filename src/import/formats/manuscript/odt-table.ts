import { elementsIn, within, type XmlElement } from '../xml/element.ts';
import type { LeftOut } from './left-out.ts';
import { wordsOf } from './odt-styles.ts';

/** What a table of LibreOffice shows, row by row. */

const ROWS = /^table-(?:header-rows|rows|row-group)$/u;
const COLUMNS = /^table-(?:header-columns|columns|column-group)$/u;
const MOST_REPEATED = 200;
/** No table of an article is wider; the programs fill their tables up to so many columns. */
const MOST_COLUMNS = 1000;

/** A cell, and how often it stands side by side. */
interface Cell {
  element: XmlElement;
  times: number;
  /** Whether a cell before or above it lies over it, so that nobody sees what it holds. */
  isCovered: boolean;
}

interface Row {
  cells: Cell[];
  isHead: boolean;
}

const isFolded = ({ attributes }: XmlElement): boolean =>
  /^(?:collapse|filter)$/u.test(attributes.get('visibility') ?? '') ||
  attributes.get('display') === 'false';

const countOf = ({ attributes }: XmlElement): number =>
  Math.min(
    Math.max(Math.trunc(Number(attributes.get('number-columns-repeated') ?? 1)) || 1, 1),
    MOST_COLUMNS,
  );

/** Whether each column is hidden, from the first to the last that is told. */
function hiddenColumns(element: XmlElement, isInHidden = false): boolean[] {
  return elementsIn(element)
    .flatMap((one) => {
      const isHidden = isInHidden || isFolded(one);
      if (one.name === 'table-column') return Array<boolean>(countOf(one)).fill(isHidden);
      return COLUMNS.test(one.name) ? hiddenColumns(one, isHidden) : [];
    })
    .slice(0, MOST_COLUMNS);
}

function cellsOf(row: XmlElement, hidden: readonly boolean[], left: LeftOut): Cell[] {
  let column = 0;
  return elementsIn(row).flatMap((element) => {
    if (!/^(?:covered-)?table-cell$/u.test(element.name)) return [];
    const isCovered = element.name === 'covered-table-cell';
    const columns = Array.from({ length: countOf(element) }, (_, index) => hidden[column + index]);
    column += columns.length;
    const times = Math.min(columns.filter((one) => one !== true).length, MOST_REPEATED);
    if ((times === 0 || isCovered) && wordsOf(element).trim() !== '') left.add('hidden');
    return times === 0 ? [] : [{ element, times, isCovered }];
  });
}

/** The rows of a table that are shown; hidden rows, columns and cells stay out, and are counted. */
export function rowsOf(table: XmlElement, left: LeftOut): Row[] {
  const hidden = hiddenColumns(table);
  const rowsIn = (element: XmlElement, isHead: boolean): Row[] =>
    elementsIn(element).flatMap((one) => {
      if (one.name !== 'table-row' && !ROWS.test(one.name)) return [];
      if (isFolded(one)) {
        left.add('hidden', one.name === 'table-row' ? 1 : within(one, 'table-row').length);
        return [];
      }
      return one.name === 'table-row'
        ? [{ cells: cellsOf(one, hidden, left), isHead }]
        : rowsIn(one, isHead || one.name === 'table-header-rows');
    });
  return rowsIn(table, false);
}
