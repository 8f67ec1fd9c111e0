import { basename, dirname, resolve, sep } from 'node:path';
import { own } from '../../../domain/own.ts';
import { asTime } from '../../time/time.ts';
import { type Given, textsIn } from '../fields/given.ts';
import { plainName } from '../fields/synonym.ts';
import type { Skipped } from '../skipped.ts';
import { isHeld } from '../status.ts';

/** By what Hugo, Jekyll, Astro and Eleventy keep an article off a site. */

const isNever = (value: unknown) => value === false || value === 'never' || value === 'link';

const RULES = new Map<string, (value: unknown, text: string) => Skipped | undefined>([
  ['publishdate', heldUntil],
  ['expirydate', expired],
  ['permalink', unwritten],
  ['url', unwritten],
  [
    'eleventyexcludefromcollections',
    (value) =>
      value === false || value === 'false'
        ? undefined
        : {
            as: 'private',
            skipped: 'it is excluded from collections (eleventyExcludeFromCollections)',
          },
  ],
  // Hugo’s own, `build` and before that `_build`.
  [
    'build',
    (value) =>
      isNever(own(value, 'render'))
        ? { as: 'private', skipped: 'its site does not show it (build.render)' }
        : undefined,
  ],
]);

function heldUntil(_: unknown, text: string): Skipped | undefined {
  return text !== '' && isHeld(text)
    ? { as: 'scheduled', skipped: `it is to be published on ${text}` }
    : undefined;
}

function expired(_: unknown, text: string): Skipped | undefined {
  return text !== '' && (!asTime(text) || !isHeld(text))
    ? { as: 'withdrawn', skipped: `it was to be shown until ${text}` }
    : undefined;
}

function unwritten(value: unknown): Skipped | undefined {
  return value === false
    ? { as: 'draft', skipped: 'its site does not write it (permalink: false)' }
    : undefined;
}

/** Why an article with these fields was not published. */
export const whyUnpublished = (given: readonly Given[]): Skipped | undefined =>
  given
    .map(([name, value]) =>
      RULES.get(plainName(name))?.(value, textsIn(value).join(', ').slice(0, 100)),
    )
    .find(Boolean);

/** Why a file of such a name and place is no article that was published. */
export function whyNotByPlace(name: string, path: string | undefined): Skipped | undefined {
  const file = basename(name);
  if (/^_index\./iu.test(file)) return { as: 'kind', skipped: 'it is the page of a list (_index)' };
  if (file.startsWith('_'))
    return { as: 'draft', skipped: 'its name begins with _, as of files that sites leave out' };
  return dirname(resolve(path ?? name))
    .split(sep)
    .includes('_drafts')
    ? { as: 'draft', skipped: 'it lies in _drafts' }
    : undefined;
}

/** The day that Jekyll and others have at the head of a file’s name, or of its folder’s: `2031-04-02-slug.md`, `2031-04-02.xml`. */
export function dayInName(name: string): string | undefined {
  const file = basename(name);
  const named = /^index\./iu.test(file) ? basename(dirname(name)) : file;
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})[-.]/u.exec(named) ?? [];
  return asTime(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)?.date;
}
