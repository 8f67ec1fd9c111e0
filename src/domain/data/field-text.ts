// A spreadsheet would run a cell that begins with one of these as a formula. The apostrophe is one of them, so that
// removing a first apostrophe always gives the original text.
const ACTS = /^['=+\-@\t\r＝＋－＠]/u;

/** A text as a field of a table, with an apostrophe in front where a spreadsheet would take it for a formula. */
export const fieldText = (text: string): string => (ACTS.test(text) ? `'${text}` : text);
