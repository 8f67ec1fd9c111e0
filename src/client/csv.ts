import { fieldText } from '../domain/data/field-text.ts';

function field(value: string): string {
  const text = fieldText(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows as CSV (RFC 4180), each with its end. */
export const csvLines = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `${row.map(field).join()}\r\n`).join('');

/** Stands before a file of CSV, and tells spreadsheets that it is UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';
