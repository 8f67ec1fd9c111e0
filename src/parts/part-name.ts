import { isDay } from '../domain/date.ts';

/** Which part of an archive: the articles of a period, or one of several shares of about equal work. */
export type PartName =
  /** A year, a month or a day, as articles’ ids begin: `1987/03/`. */
  | { kind: 'period'; beginning: string }
  /** `number` counts from 1. */
  | { kind: 'share'; number: number; of: number };

/** More shares than this are a slip of the hand. */
const MOST_SHARES = 100_000;

/** Whether a text is a year, a month or a day that there can be. */
const isPeriod = (text: string): boolean =>
  /^\d{4}(?:-\d{2}){0,2}$/.test(text) && isDay(`${text}-01-01`.slice(0, '2031-04-02'.length));

/** Reads `1987`, `1987-03`, `1987-03-21` or `3/8`. @returns undefined where it is none of these */
export function partName(text: string): PartName | undefined {
  if (isPeriod(text)) return { kind: 'period', beginning: `${text.replaceAll('-', '/')}/` };
  const [, number, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text)?.map(Number) ?? [];
  if (!number || !of || number > of || of > MOST_SHARES) return undefined;
  return { kind: 'share', number, of };
}

/** The name of the folder of a part: `1987-03`, `3-of-8`. */
export const folderOf = (name: PartName): string =>
  name.kind === 'share'
    ? `${name.number}-of-${name.of}`
    : name.beginning.slice(0, -1).replaceAll('/', '-');

/** A part by the name of its folder. @returns undefined where a folder is of no part */
export function partIn(folder: string): PartName | undefined {
  const name = partName(folder.replace('-of-', '/'));
  return name && folderOf(name) === folder ? name : undefined;
}
