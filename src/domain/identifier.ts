import { z } from 'astro/zod';
import { because, type Fault } from './fault.ts';
import { issueOf, whatever } from './schema-fault.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST = 80;

// Windows allows no file of the device names, `page-2` is the address of a list's second page, and `index` names a
// page's own file.
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d|page-\d+|index)$/;

/** The fault of an id of an article, a record or a figure; undefined where it is well formed. */
export function idFault(id: string): Fault | undefined {
  if (!ID.test(id)) {
    return because(
      'id/form',
      'An id is lower-case letters a to z, digits and single hyphens between them.',
      'Rename it, for instance port-ansel; it becomes part of an address.',
    );
  }
  if (id.length > LONGEST) {
    return because(
      'id/long',
      `An id has at most ${LONGEST} characters.`,
      'Shorten it; it becomes part of an address.',
    );
  }
  if (RESERVED.test(id)) {
    return because(
      'id/reserved',
      'This id is reserved.',
      'Choose another; “page-2” and “con” have meanings of their own.',
    );
  }
  return undefined;
}

/** The id of a record (its file's name) or of a figure (part of its permalink). Once published it never changes. */
export const identifier = z.string().check((context) => {
  const fault = idFault(context.value);
  if (fault) context.issues.push(issueOf(fault, context.value));
});

/** A list of ids without duplicates. */
export const identifiers = z.array(identifier).check(
  whatever(({ value, issues }, isSound) => {
    value.forEach((id, index) => {
      if (isSound(index) && value.indexOf(id) < index) {
        const fault = because(
          'id/twice',
          'Each id stands once in a list.',
          'Take the second one out.',
        );
        issues.push(issueOf(fault, id, [index]));
      }
    });
  }),
);
