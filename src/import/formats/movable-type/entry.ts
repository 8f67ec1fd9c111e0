import { asAddress, asLine, noNames, type Reading } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { bodyOfPost } from '../dump/post-html.ts';
import { whyToCome } from '../dump/to-come.ts';
import { bylineOf, leftOut, subjectsOf, summaryOf, wordsOf } from '../dump/words.ts';
import { fieldFault } from '../status.ts';
import { autop } from '../wordpress/autop.ts';

/** An entry of Movable Type’s export: fields of a line, then texts between lines of five hyphens. */

/** The texts that an entry may have; a line of hyphens before anything else is of the text itself. */
const TEXT = /^(BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING|METADATA):\s*$/u;
const FIELD = /^([A-Z][A-Z0-9 ]{0,40}):(.*)$/u;

interface Entry {
  fields: Map<string, string[]>;
  texts: Map<string, string[]>;
}

function entryOf(text: string): Entry {
  const fields = new Map<string, string[]>();
  const texts = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, name: string, value: string) => {
    const there = to.get(name);
    if (there) there.push(value);
    else to.set(name, [value]);
  };
  const lines = text.split(/\r\n?|\n/u);
  let name: string | undefined;
  let held: string[] = [];
  const end = () => {
    if (name !== undefined) add(texts, name, held.join('\n').trim());
    held = [];
  };
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1] ?? '';
    if (line === '-----' && TEXT.test(next)) {
      end();
      name = TEXT.exec(next)?.[1];
    } else if (name === undefined) {
      const [, field, value = ''] = FIELD.exec(line) ?? [];
      if (field) add(fields, field, value.trim());
    } else if (!TEXT.test(line) || lines[at - 1] !== '-----') held.push(line);
  }
  if (held.findLast((line) => line.trim() !== '') === '-----')
    held.splice(held.lastIndexOf('-----'), 1);
  end();
  return { fields, texts };
}

/** The day and the time of “04/02/2031 08:30:00 PM”: the month stands first, whatever the country. */
function timeOf(text: string | undefined): ReturnType<typeof asTime> {
  const [, month, day, year, hour = '0', minute, second, half] =
    /^(\d\d)\/(\d\d)\/(\d{4})(?: (\d{1,2}):(\d\d):(\d\d)(?: (AM|PM))?)?$/iu.exec(text ?? '') ?? [];
  if (!minute) return asTime(`${year}-${month}-${day}`);
  const late = /pm/iu.test(half ?? '');
  const hours = half ? (Number(hour) % 12) + (late ? 12 : 0) : Number(hour);
  return asTime(`${year}-${month}-${day}T${`${hours}`.padStart(2, '0')}:${minute}:${second}`);
}

/** Reads an entry, unless it is not to be published. */
export function readEntry(text: string, sha256: string): Reading {
  const { fields, texts } = entryOf(text);
  const field = (name: string) => fields.get(name)?.[0] || undefined;
  // It is enough that one of its fields says that it is no entry for all.
  for (const [name, values] of fields)
    for (const value of values) {
      const fault = fieldFault(name, value);
      if (fault) return fault;
    }
  if (!fields.has('STATUS'))
    return { skipped: 'it does not say that it is published', as: 'unknown' };
  const url = asAddress(field('UNIQUE URL')) ?? asAddress(field('PERMALINK'));
  const time = timeOf(field('DATE'));
  const toCome = whyToCome(time?.local ?? time?.published);
  if (toCome) return toCome;
  const body = ['BODY', 'EXTENDED BODY'].flatMap((name) => texts.get(name) ?? []).join('\n\n');
  const read = bodyOfPost(autop(body), url);
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const byline = bylineOf([field('AUTHOR')]);
  const { summary, notes } = summaryOf(texts.get('EXCERPT')?.[0]);
  const tags = (field('TAGS') ?? '').split(',').map((tag) => tag.replace(/^\s*"|"\s*$/gu, ''));
  return {
    document: {
      sha256,
      title: asLine(wordsOf(field('TITLE') ?? ''), 300),
      date: time?.date,
      published: time?.published,
      author: byline.author,
      url,
      summary,
      named: noNames(),
      subjects: subjectsOf([
        ...(fields.get('PRIMARY CATEGORY') ?? []),
        ...(fields.get('CATEGORY') ?? []),
        ...tags,
        ...(texts.get('KEYWORDS') ?? []).flatMap((words) => words.split(/[,\n]/u)),
      ]),
      body: read.body,
      notes: [
        ...read.notes,
        ...notes,
        ...byline.notes,
        ...leftOut(texts.get('COMMENT')?.length ?? 0, 'comment', 'comments'),
        ...(/markdown|textile/iu.test(field('CONVERT BREAKS') ?? '')
          ? [`its text is written in ${field('CONVERT BREAKS')}, whose signs stand in it`]
          : []),
        ...(url === undefined && field('BASENAME')
          ? [
              `its address ended in ${field('BASENAME')}, and its export does not name the site’s own`,
            ]
          : []),
      ],
    },
  };
}
