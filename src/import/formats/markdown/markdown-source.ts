import { dropHeading } from '../../markup/markup.ts';
import { ImportFault, type Reading } from '../../source-document.ts';
import { decoded } from '../encoding.ts';
import { givenIn } from '../fields/given.ts';
import { statedIn } from '../fields/stated.ts';
import { whyWithheld } from '../fields/withheld.ts';
import { type Part, sole } from '../format.ts';
import { heldByBody, heldByLine } from '../mark.ts';
import type { Source } from '../source.ts';
import { ofBytes } from '../status.ts';
import { bodyOfMarkdown } from './body.ts';
import { fieldsIn, partedText } from './frontmatter.ts';
import { dayInName, whyNotByPlace, whyUnpublished } from './unpublished.ts';

/** Reads Markdown with fields before it. Throws an `ImportFault` where they cannot be read. */
export function readMarkdown(text: string, name: string, sha256: string): Reading {
  const parted = partedText(text.replace(/^\uFEFF\s*|^\s+/u, '').replace(/\r\n?/gu, '\n'));
  if (!parted)
    throw new ImportFault(
      'Its frontmatter is not closed. Put the signs that begin it on a line below the last field.',
    );
  const given = givenIn(fieldsIn(parted));
  const reason = whyUnpublished(given) ?? whyWithheld(given);
  const { facts, text: other, notes } = statedIn(given);
  const day = dayInName(name);
  if (reason) {
    const { url, formerUrls = [], title, date = day } = facts;
    return { ...reason, of: { urls: [url, ...formerUrls], title, date, sha256 } };
  }
  const read = bodyOfMarkdown(parted.body, facts.url, /\.mdx$/iu.test(name));
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

/** The article of a Markdown file with frontmatter. */
export async function* partsOfMarkdown(source: Source): AsyncGenerator<Part> {
  const { path, head, encoding } = source;
  const text = decoded(await source.bytes(), encoding);
  const sha256 = await source.sha256();
  const withheld = whyNotByPlace(head.name, path);
  yield sole(() =>
    withheld ? ofBytes(withheld, sha256) : readMarkdown(text, path ?? head.name, sha256),
  );
}
