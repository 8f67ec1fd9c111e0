import { Readable } from 'node:stream';
import { type CsvError, type InfoRecord, parse } from 'csv-parse';
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
  broken: readonly number[];
  row: Row;
}

const brokenRow = (line: number): Row => ({
  place: `:${line}`,
  cells: new ImportFault(`Its quotation marks cannot be read. ${BADLY_QUOTED}`),
});

/** What the parser keeps of the row that it reads. */
interface State {
  quoting: boolean;
  recordHasError: boolean;
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
  let isCutOff = false;
  let broken = new Set<number>();
  let width: number | undefined;
  let nextLine = linesBefore + 1;
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
      isCutOff = true;
    }
  }
  const parser = parse({
    bom: true,
    delimiter,
    from_line: linesBefore + 1,
    ltrim: true,
    max_record_size: LONGEST,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    on_skip: (error?: CsvError & Partial<InfoRecord>) => {
      const { state } = parser as unknown as { state: State };
      const line = error?.lines ?? nextLine;
      if (error?.code === 'CSV_MAX_RECORD_SIZE' || error?.code === 'CSV_QUOTE_NOT_CLOSED')
        fault ??= new ImportFault(
          `A quotation mark in the row at line ${nextLine} is not closed, and what follows it was not read. ${BADLY_QUOTED}`,
        );
      // A sign of inches within a cell that is not quoted is one.
      else if (state.quoting || broken.has(line)) {
        broken.add(line);
        // The row ends with its line, or all that follow would be lost with it.
        state.quoting = false;
      } else state.recordHasError = false;
      return undefined;
    },
    on_record: (cells, { lines }) => {
      width ??= cells.length;
      const before = [...broken];
      broken = new Set();
      const line = lines - cells.reduce((sum, cell) => sum + countOf(cell, '\n'), 0);
      nextLine = lines + 1;
      const row = { place: `:${line}`, cells: raggedFault(cells, width) ?? cells.slice(0, width) };
      // What it gives is what the parser gives on, whatever its types say.
      return { broken: before, row } as never;
    },
  });
  let held: Row | undefined;
  const rows = Readable.from(text(), { objectMode: false }).pipe(parser);
  for await (const parsed of rows as AsyncIterable<Parsed>) {
    if (held) yield held;
    for (const line of parsed.broken) yield brokenRow(line);
    held = parsed.row;
  }
  if (held && !isCutOff) yield held;
  for (const line of broken) yield brokenRow(line);
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
