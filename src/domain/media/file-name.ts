import { z } from 'astro/zod';
import { because, type Fault } from '../fault.ts';
import { issueOf } from '../schema-fault.ts';
import { forbiddenCharacter } from '../text.ts';

/** What the file of a medium begins with that lies in `content/media/` and not beside its entry. */
export const SHARED = '/media/';

const LONGEST_PART = 200;
const LONGEST = 500;
// Signs that no file has on one of the common systems.
const UNFIT = /[\\:*?"<>|]/;

const NAME = because(
  'media/name',
  'The file of a medium is named as it lies beside its entry (boat.jpg, storm/boat.jpg), or from /media/ on where it lies in content/media/.',
  'Write its name with its ending, without “..”, without parts that begin or end with a point or that Windows reserves (con, nul, com1), and without \\ : * ? " < > |.',
);
const LONG = because(
  'media/name',
  `The name of a file has at most ${LONGEST_PART} bytes between two slashes, and ${LONGEST} in all.`,
  'Rename the file.',
);
const ELSEWHERE = because(
  'media/elsewhere',
  'The archive shows no file of another host: the host would learn who reads, and what it holds may change or vanish.',
  'Save the file beside the entry and write its name; an import with --fetch does both. Where it may not be copied, link to it: [what it shows](https://…).',
);

// What Windows takes for a device, whatever its ending.
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

const isPart = (part: string) =>
  part !== '' && !/^\.|\.$/.test(part) && part === part.trim() && !DEVICE.test(part);
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

/** The fault of the name of a file of a medium; undefined where it is a good one. */
export function fileNameFault(name: string): Fault | undefined {
  if (/^(?:[a-z][a-z\d+.-]{1,20}:)?\/\//i.test(name) || /^data:/i.test(name)) return ELSEWHERE;
  const forbidden = forbiddenCharacter(name);
  if (forbidden) return forbidden.fault;
  const parts = (name.startsWith(SHARED) ? name.slice(SHARED.length) : name).split('/');
  if (!parts.every(isPart) || UNFIT.test(name) || /[\n\t]/.test(name)) return NAME;
  if (!/[^.]\.[A-Za-z0-9]{1,8}$/.test(parts.at(-1) ?? '')) return NAME;
  if (bytesOf(name) > LONGEST || parts.some((part) => bytesOf(part) > LONGEST_PART)) return LONG;
  return undefined;
}

/** The name of a file of a medium: beside the entry, or from `/media/` on. */
export const fileName = z.string().check((context) => {
  const fault = fileNameFault(context.value);
  if (fault) context.issues.push(issueOf(fault, context.value));
});
