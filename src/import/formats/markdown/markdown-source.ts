import { toString as toText } from 'mdast-util-to-string';
import { dropHeading } from '../../markup/markup.ts';
import { ImportFault, type Reading } from '../../source-document.ts';
import { decoded } from '../encoding.ts';
import { type Given, givenIn } from '../fields/given.ts';
import { fieldsBelow } from '../fields/lines.ts';
import { statedIn } from '../fields/stated.ts';
import { whyWithheld } from '../fields/withheld.ts';
import { type Part, sole } from '../format.ts';
import { heldByBody, heldByLine } from '../mark.ts';
import { ofBytes } from '../skipped.ts';
import type { Source } from '../source.ts';
import { bodyOfMarkdown } from './body.ts';
import { fieldsIn, hasFrontmatter, partedText } from './frontmatter.ts';
import { dayInName, whyNotByPlace, whyUnpublished } from './unpublished.ts';

/** Reads Markdown with fields before it. Throws an `ImportFault` where they cannot be read. */
export function readMarkdown(text: string, name: string, sha256: string): Reading {
  const parted = partedText(text.replace(/^\uFEFF\s*|^\s+/u, '').replace(/\r\n?/gu, '\n'));
  if (!parted)
    throw new ImportFault(
      'Its frontmatter is not closed. Put the signs that begin it on a line below the last field.',
    );
  return articleOf(givenIn(fieldsIn(parted)), parted.body, name, sha256);
}

const HEADLINE = /^#{1,6}[ \t]+([^\n]*)(?:\n|$)/u;
/** So many lines below a headline are looked at for fields. */
const MOST_FIELDS = 20;

/** Reads Markdown without frontmatter: its first heading is the headline, and lines directly below may state its fields. */
export function readBareMarkdown(text: string, name: string, sha256: string): Reading {
  const lines = text
    .replace(/^\uFEFF/u, '')
    .replace(/\r\n?/gu, '\n')
    .trimStart();
  const [heading = ''] = HEADLINE.exec(lines) ?? [];
  const title = heading === '' ? '' : toText(bodyOfMarkdown(heading, undefined, false).body);
  const rest = lines.slice(heading.length).trimStart();
  const below = rest.split('\n', MOST_FIELDS);
  const fields = fieldsBelow(below);
  const start = below.slice(0, fields.length).reduce((sum, line) => sum + line.length + 1, 0);
  const given: Given[] = title === '' ? fields : [['title', title], ...fields];
  return articleOf(given, rest.slice(start), name, sha256);
}

function articleOf(given: Given[], text: string, name: string, sha256: string): Reading {
  const reason = whyUnpublished(given) ?? whyWithheld(given);
  const { facts, text: other, notes } = statedIn(given);
  const day = dayInName(name);
  if (reason) {
    const { url, formerUrls = [], title, date = day } = facts;
    return { ...reason, of: { urls: [url, ...formerUrls], title, date, sha256 } };
  }
  const read = bodyOfMarkdown(text, facts.url, /\.mdx$/iu.test(name));
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const held = heldByLine(facts.title ?? '') ?? heldByBody(read.body);
  if (held) return held;
  dropHeading(read.body, facts.title);
  return {
    document: {
      ...facts,
      date: facts.date ?? day,
      sha256,
      body: read.body,
      notes: [
        ...notes,
        ...(other === undefined ? [] : ['a field of text beside its text left out']),
        ...read.notes,
      ],
    },
  };
}

/** The article of a Markdown file, with frontmatter or without. */
export async function* partsOfMarkdown(source: Source): AsyncGenerator<Part> {
  const read = hasFrontmatter(source.head.text) ? readMarkdown : readBareMarkdown;
  const { path, head, encoding } = source;
  const text = decoded(await source.bytes(), encoding);
  const sha256 = await source.sha256();
  const withheld = whyNotByPlace(head.name, path);
  yield sole(() => (withheld ? ofBytes(withheld, sha256) : read(text, path ?? head.name, sha256)));
}
