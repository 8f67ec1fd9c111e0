/** A change to something published that needed no correction, as the list of changes has it for good. */
export interface ListedChange {
  /** The day on which it was entered. */
  date: string;
  /** Path of what was changed, as it was then. */
  path: string;
  /** The field: `people`, `source.url`, `f-…` for a figure, `characters` for the way in which words are stored. */
  field: string;
  how: 'added' | 'removed' | 'changed';
  /** Of a list the item: an id in clear, of all else a digest. */
  value?: string;
}

const CHANGE =
  /^(?<date>\d{4}-\d{2}-\d{2}) (?<path>\/(?:[a-z0-9-]+\/)+) (?<field>[A-Za-z][\w.-]*) (?<how>added|removed|changed)(?: (?<value>[\w-]+))?$/;

/** A change as a line of the ledger. */
export const changeText = ({ date, path, field, how, value }: ListedChange): string =>
  [date, path, field, how, ...(value === undefined ? [] : [value])].join(' ');

/** The change of a line; nothing where it is none. */
export function readChange(line: string): ListedChange | undefined {
  const { date, path, field, how, value } = CHANGE.exec(line)?.groups ?? {};
  if (date === undefined || path === undefined || field === undefined) return undefined;
  return { date, path, field, how: how as ListedChange['how'], ...(value && { value }) };
}
