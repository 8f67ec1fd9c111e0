import { basename } from 'node:path';
import { asTime } from '../../time/time.ts';

/** A day in a name, with or without signs between its parts: `1931-05-03`, `1931_05_03`, `19310503`. */
const DAYS = /(?<!\d)(1[5-9]\d\d|20\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d)/gu;

/**
 * The day that libraries have in the name of a page’s file, wherever it stands in it: `courier-1931-05-03_0001.xml`.
 * Undefined where there is none, or several that differ.
 */
export function dayOfPage(name: string): string | undefined {
  const found = new Set(
    Array.from(
      basename(name).matchAll(DAYS),
      ([, year, , month, day]) => asTime(`${year}-${month}-${day}`)?.date,
    ),
  );
  found.delete(undefined);
  return found.size === 1 ? [...found][0] : undefined;
}
