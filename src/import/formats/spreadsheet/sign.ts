import type { Head } from '../head.ts';

const ODS = 'mimetypeapplication/vnd.oasis.opendocument.spreadsheet';

/** Whether a source begins as a spreadsheet does: of office documents those that have sheets. */
export function isSpreadsheet({ bytes, name }: Head): boolean {
  const start = Buffer.from(bytes).toString('latin1');
  return (
    start.startsWith('PK\u0003\u0004') &&
    (start.slice(30, 30 + ODS.length) === ODS ||
      /xl\/(?:workbook|worksheets|_rels|sharedStrings|styles)/u.test(start) ||
      /\.(?:xlsx|xlsm|ods)$/iu.test(name))
  );
}
