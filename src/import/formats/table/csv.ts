import { Readable } from 'node:stream';
import { type CsvError, type InfoRecord, type Options, parse } from 'csv-parse';
import { ImportFault } from '../../source-document.ts';
import { decodedStream } from '../decoded-stream.ts';
import type { Part } from '../format.ts';
import type { Source } from '../source.ts';
import { tableForm } from './header.ts';
import type { Row } from './row.ts';
import { substackOf } from './substack.ts';
import { partsOfTable } from './table.ts';

/** The most characters of one row. */
const LONGEST = 8 * 1024 * 1024;

const countOf = (text: string, sign: string) => text.split(sign).length - 1;
const BADLY_QUOTED =
  'A quotation mark within a cell is written twice, and the cell stands in quotation marks.';

/** A row as it comes: the rows before it that could not be read come with it, so that the order stays. */
interface Parsed {
  broken: Row[];
  row: Row;
}

/** Rows that quotation marks broke, one after another: a single fault, since nobody can tell where one ends. */
function brokenRow(lines: readonly number[]): Row[] {
  const [first] = lines;
  if (first === undefined) return [];
  const last = lines.at(-1) ?? first;
  const where = last > first ? ` here and as far as line ${last}` : '';
  return [
    {
      place: `:${first}`,
      cells: new ImportFault(`Its quotation marks cannot be read${where}. ${BADLY_QUOTED}`),
    },
  ];
}

function raggedFault(cells: readonly string[], width: number): ImportFault | undefined {
  // Spreadsheets write blank cells at the end of rows.
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  return cells.length < width || filled > width
    ? new ImportFault(
        `This row has ${cells.length} cells, and the first row ${width}. Where a cell holds the sign that parts cells, or a line break, put it in quotation marks.`,
      )
    : undefined;
}

/** The rows of a table of lines, the first too; a row is let go of before the next are read. */
async function* rowsOf(source: Source, delimiter: string, linesBefore: number) {
  let fault: ImportFault | undefined;
  let brokenLines: number[] = [];
  let width: number | undefined;
  async function* text() {
    try {
      for await (const piece of decodedStream(source.stream(), source.encoding)) {
        // What follows a quotation mark that nobody closed is not read.
        if (fault) return;
        yield piece;
      }
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      fault = error;
    }
  }
  const options: Options = {
    bom: true,
    delimiter,
    from_line: linesBefore + 1,
    max_record_size: LONGEST,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error?: CsvError & Partial<InfoRecord>) => {
      const line = error?.lines ?? 1;
      if (error?.code === 'CSV_MAX_RECORD_SIZE' || error?.code === 'CSV_QUOTE_NOT_CLOSED')
        fault ??= new ImportFault(
          `A quotation mark before line ${line} is not closed, and the rows from it on were not read. ${BADLY_QUOTED}`,
        );
      else brokenLines.push(line);
      return undefined;
    },
    on_record: (cells, { lines }) => {
      width ??= cells.length;
      const broken = brokenRow(brokenLines);
      brokenLines = [];
      const line = lines - cells.reduce((sum, cell) => sum + countOf(cell, '\n'), 0);
      const ragged = raggedFault(cells, width);
      // What it gives is what the parser gives on, whatever its types say.
      return {
        broken,
        row: { place: `:${line}`, cells: ragged ?? cells.slice(0, width) },
      } as never;
    },
  };
  const parser = Readable.from(text(), { objectMode: false }).pipe(parse(options));
  let held: Row | undefined;
  for await (const { broken, row } of parser as AsyncIterable<Parsed>) {
    if (held) yield held;
    yield* broken;
    held = row;
  }
  // A fault may have cut the last row off.
  if (held && !fault) yield held;
  yield* brokenRow(brokenLines);
  if (fault) throw fault;
}

/** The articles of a table of lines: CSV, TSV and the like. */
export async function* partsOfCsv(source: Source): AsyncGenerator<Part> {
  const { form, delimiter, linesBefore } = tableForm(source.head) ?? {
    form: 'CSV',
    delimiter: ',',
    linesBefore: 0,
  };
  yield* partsOfTable(form, rowsOf(source, delimiter, linesBefore), source.isFound, (names) =>
    substackOf(source.path, names),
  );
}
