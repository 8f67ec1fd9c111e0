/** A change to something published that needs no correction, as the list of changes keeps it for good. */
export interface ListedChange {
  /** The day on which it was entered. */
  date: string;
  /** Path of what was changed, as it was then. */
  path: string;
  /** The field: `people`, `source.url`, `f-…` for a figure, `characters` where only the encoding of the words changed. */
  field: string;
  how: 'added' | 'removed' | 'changed';
  /** Where the field is a list, the item that changed: an id as it is, anything else as a digest. */
  value?: string;
}

const CHANGE =
  /^(?<date>\d{4}-\d{2}-\d{2}) (?<path>\/(?:[a-z0-9-]+\/)+) (?<field>[A-Za-z][\w.-]*) (?<how>added|removed|changed)(?: (?<value>[\w-]+))?$/;

/** A change as a line of the ledger. */
export const changeText = ({ date, path, field, how, value }: ListedChange): string =>
  [date, path, field, how, ...(value === undefined ? [] : [value])].join(' ');

/** Reads a change from a line of the ledger; undefined where the line is none. */
export function readChange(line: string): ListedChange | undefined {
  const { date, path, field, how, value } = CHANGE.exec(line)?.groups ?? {};
  if (date === undefined || path === undefined || field === undefined) return undefined;
  return { date, path, field, how: how as ListedChange['how'], ...(value && { value }) };
}

/**
 * Changes without the pairs that only replace one id of a record by another of its ids.
 *
 * @param recordOf the record that a change names, by one key for all its ids; undefined where it names none
 */
export function withoutSameRecords(
  changes: readonly ListedChange[],
  recordOf: (change: ListedChange) => string | undefined,
): ListedChange[] {
  const keyOf = (one: ListedChange) => {
    const record = one.how === 'changed' ? undefined : recordOf(one);
    return record === undefined ? undefined : `${one.field} ${record}`;
  };
  const keysOf = (how: ListedChange['how']) =>
    new Set(changes.filter((one) => one.how === how).map(keyOf));
  const [added, removed] = [keysOf('added'), keysOf('removed')];
  return changes.filter((one) => {
    const key = keyOf(one);
    return key === undefined || !added.has(key) || !removed.has(key);
  });
}
