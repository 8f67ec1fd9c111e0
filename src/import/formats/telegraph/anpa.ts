import { asLine, noNames, type Reading } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { authorOfByline } from '../press/byline.ts';
import { notesOfNote } from '../press/editors-note.ts';
import { plainBody } from '../press/wire-content.ts';
import { lineFault } from './iptc-7901.ts';
import type { Message } from './message.ts';

/** “AP-WF-11-13-13 1509GMT”: the service, and when it sent the message. */
const SENT = /([A-Z]{2,5})-[A-Z]{2}-(\d{2})-(\d{2})-(\d{2}) (\d{2})(\d{2})GMT/u;

const timeOf = ({ end }: Message) => {
  const [, , month, day, year, hour, minute] = SENT.exec(end.slice(0, 200)) ?? [];
  const century = Number(year) < 70 ? '20' : '19';
  return asTime(`${century}${year}-${month}-${day}T${hour}:${minute}Z`);
};

/** A line as printers were told to set it: `^` begins one, `<` and `=` end it. */
const bare = (line: string): string =>
  line.replace(/^\^/u, '').trimEnd().replace(/[<=]$/u, '').trim();

const OF_EDITORS = /^\W*(?:eds?|editors?)\b[:.]/iu;
const OF_PICTURES = /^(?:AP )?(?:photo|graphic|video)s?\b/iu;

/** A row of a table: its cells stand between semicolons. */
const isRow = (line: string) => line.split(';').length > 2;
const isSetIn = (line: string) => line.startsWith('\t') || line.startsWith('  ');

/** The lines above a text, and where it begins: at the first that is set in, or the first row of a table. */
function headOf(lines: readonly string[]) {
  const found = lines.findIndex((line, place) => place > 0 && (isSetIn(line) || isRow(line)));
  // Where no line is set in, all below the headline is text.
  const start = found < 0 ? Math.min(2, lines.length) : found;
  const [keyword = '', ...head] = lines.slice(0, start);
  return { keyword: bare(keyword), head, start };
}

const BYLINE = /^by\s/iu;

/** A line of the text; what is no prose stands by itself. */
const asText = (line: string): string =>
  line.startsWith('^') || isRow(line) ? `\n${bare(line)}\n` : line.trimEnd().replace(/<$/u, '');

/** Reads a message of ANPA 1312, given the digest of what holds it. */
export function readAnpa(message: Message, sha256: string): Reading {
  const lines = message.text.split('\n');
  const { keyword, head, start } = headOf(lines);
  const above = head.filter((line) => line.trim() !== '');
  const fault = lineFault([keyword, ...above.map(bare)]);
  if (fault) return fault;
  // Centred lines are the byline, and what the writer is.
  const centred = above.filter((line) => line.trimEnd().endsWith('=')).map(bare);
  const rest = above.filter((line) => !line.trimEnd().endsWith('=')).map(bare);
  const editors = rest.filter((line) => OF_EDITORS.test(line));
  const pictures = rest.filter((line) => OF_PICTURES.test(line));
  const plain = rest.filter((line) => !editors.includes(line) && !pictures.includes(line));
  const place = centred.findIndex((line) => BYLINE.test(line));
  const byline = centred[place];
  const titles = place < 0 ? [] : centred.slice(place + 1);
  const [title, summary, ...others] = [
    ...plain,
    ...(place < 0 ? centred : centred.slice(0, place)),
  ];
  const text = lines.slice(start).map(asText).join('\n');
  const body = plainBody(text.replace(/\n(?=\t)/gu, '\n\n'));
  if (body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const time = timeOf(message);
  const day = /\b(\d{2}-\d{2}) +\d{3,5}\s*$/u.exec(message.head.slice(-40))?.[1];
  return {
    document: {
      sha256,
      title: asLine(title, 300),
      date: time?.date,
      published: time?.published,
      author: authorOfByline(byline),
      publisher: SENT.exec(message.end.slice(0, 200))?.[1],
      summary: asLine(summary, 1000),
      named: noNames(),
      body,
      notes: [
        ...(time || day === undefined ? [] : [`it gives its day without a year: ${day}`]),
        ...(titles.length > 0 ? [`“${titles.join(', ')}” of its byline left out`] : []),
        ...editors.flatMap(notesOfNote),
        ...pictures.map(
          (line) => `the line on its pictures left out: “${asLine(line, 200) ?? ''}”`,
        ),
        ...others.map((line) => `“${asLine(line, 200) ?? ''}” below its headline left out`),
      ],
    },
  };
}
