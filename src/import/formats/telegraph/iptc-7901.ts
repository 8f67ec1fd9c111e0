import { shownWords } from '../../../domain/problem.ts';
import { asLine, noNames, type Reading } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { authorOfByline } from '../press/byline.ts';
import { heldByNote } from '../press/editors-note.ts';
import { plainBody } from '../press/wire-content.ts';
import type { Skipped } from '../skipped.ts';
import type { Message } from './message.ts';

/** “eca062 4 i 211 ccccb   dpa 061”: the service and number, how urgent it is, its category, its words. */
const HEAD = /^\s*\w{3,12} +\d +\w{1,4} +\d+/u;

/** Whether a message has the head of IPTC 7901. */
export const isIptc7901 = ({ head }: Message): boolean => HEAD.test(head);

/** “131137 GMT Nov 13”: day and time, month, year. */
const SENT = /(\d{2})(\d{2})(\d{2}) +(\w{3,4}) +(\w{3}) +(\d{2})(?!\d)/u;

const timeOf = ({ end }: Message) => {
  const [, day, hour, minute, zone, month, year] = SENT.exec(end.slice(0, 200)) ?? [];
  return asTime(`${day} ${month} ${year} ${hour}:${minute} ${zone}`);
};

/** What an agency says above its headline of a message that is taken back. */
const TAKEN_BACK =
  /^\W*(?:(?:bulletin|mandatory|story) )?(?:kill|withhold|withdrawal|elimination|storniert|zurückgezogen)\W*$/iu;

/** Why a message is passed over, by the lines above its text. */
export function lineFault(lines: readonly string[]): Skipped | undefined {
  const line = lines.find((one) => TAKEN_BACK.test(one));
  return line === undefined
    ? lines.map(heldByNote).find(Boolean)
    : { skipped: `it is marked as “${shownWords(line.trim())}”`, as: 'withdrawn' };
}

/** From here on a message is for editors. */
const FOR_EDITORS =
  /^# (?:dpa-)?(?:notebook|notizblock)\b|nicht zur veröffentlichung|not (?:intended )?for publication/imu;
const END_OF_HEAD = /=[^\S\n]*$/mu;
const BYLINE = /^by\s/iu;

/** Reads a message of IPTC 7901, given the digest of what holds it. */
export function readIptc7901(message: Message, sha256: string): Reading {
  const end = END_OF_HEAD.exec(message.text);
  const lines = end
    ? message.text
        .slice(0, end.index)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
    : [];
  const fault = lineFault(lines);
  if (fault) return fault;
  const text = end ? message.text.slice(end.index + 1) : message.text;
  const editors = FOR_EDITORS.exec(text);
  const body = plainBody(editors ? text.slice(0, text.lastIndexOf('\n', editors.index) + 1) : text);
  if (body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const bylines = lines.filter((line, place) => place > 0 && BYLINE.test(line));
  const heads = lines.filter((line) => !bylines.includes(line));
  // What stands above the last line says which version it is.
  const [title] = heads.slice(-1);
  const time = timeOf(message);
  const [, slug = ''] = message.head.trim().split(/\n\s*/u);
  const service = /([a-z][a-z-]{1,20}) +\d+\s*$/iu.exec(
    message.head.split('\n', 1)[0]?.slice(-60) ?? '',
  )?.[1];
  const subjects = slug.split('/').flatMap((word) => asLine(word, 200) ?? []);
  return {
    document: {
      sha256,
      title: asLine(title, 300),
      date: time?.date,
      published: time?.published,
      author: authorOfByline(bylines.join(', ')),
      publisher: service,
      ...(subjects.length > 0 && { subjects }),
      named: noNames(),
      body,
      notes: [
        ...heads.slice(0, -1).map((line) => `“${shownWords(line)}” above its headline left out`),
        ...(editors ? ['what is for editors below its text left out'] : []),
      ],
    },
  };
}
