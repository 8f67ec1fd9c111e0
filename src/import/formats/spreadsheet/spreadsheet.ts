import { shownWords } from '../../../domain/problem.ts';
import { ImportFault } from '../../source-document.ts';
import type { Part } from '../format.ts';
import type { Source } from '../source.ts';
import type { Row } from '../table/row.ts';
import { partsOfTable } from '../table/table.ts';
import { openZip } from '../zip.ts';
import { sheetsOfOds } from './ods.ts';
import type { Sheet } from './sheet.ts';
import { sheetsOfXlsx } from './xlsx.ts';

/** The rows of a sheet, as those of a table are. */
async function* rowsOf(sheet: Sheet, where: string): AsyncGenerator<Row> {
  for await (const { number, isHidden, cells } of sheet.rows())
    yield { place: `${where}, row ${number}`, cells, isHidden };
}

const passedOver = (place: string, skipped: string, as: 'private' | 'kind'): Part => ({
  place,
  isSole: false,
  read: () => ({ skipped, as }),
});

/** The articles of a spreadsheet, sheet by sheet, a row each. A sheet that is hidden is passed over. */
export async function* partsOfSpreadsheet(source: Source): AsyncGenerator<Part> {
  const zip = await openZip(source);
  try {
    const sheets = await (zip.names.has('xl/workbook.xml') ? sheetsOfXlsx(zip) : sheetsOfOds(zip));
    const others: Part[] = [];
    let fault: ImportFault | undefined;
    let count = 0;
    for (const sheet of sheets) {
      const where = sheets.length > 1 ? `, sheet “${shownWords(sheet.name)}”` : '';
      if (sheet.isHidden) {
        others.push(passedOver(where, 'its sheet is hidden', 'private'));
        continue;
      }
      let hasRows = false;
      for await (const row of sheet.rows()) {
        hasRows = row.cells.some((cell) => typeof cell !== 'string' || cell.trim() !== '');
        if (hasRows) break;
      }
      if (!hasRows) continue;
      let isRead = false;
      try {
        for await (const part of partsOfTable(
          'a spreadsheet',
          rowsOf(sheet, where),
          source.isFound,
        )) {
          isRead = true;
          count++;
          yield part;
        }
      } catch (error) {
        if (isRead || !(error instanceof ImportFault)) throw error;
        fault ??= error;
        others.push(passedOver(where, 'its sheet has no column of text', 'kind'));
      }
    }
    if (count === 0)
      throw fault ?? new ImportFault('It is a spreadsheet without rows that are shown.');
    yield* others;
  } finally {
    zip.close();
  }
}
