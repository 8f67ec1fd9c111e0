import { shownWords } from '../../../domain/problem.ts';
import { bodyOfHtml, textOfHtml } from '../../markup/markup.ts';
import { withParts } from '../../media/part.ts';
import {
  asAddress,
  asLanguage,
  asLine,
  ImportFault,
  noNames,
  type Reading,
} from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { fieldsBelow } from '../fields/lines.ts';
import { statedIn } from '../fields/stated.ts';
import { whyWithheld } from '../fields/withheld.ts';
import { type Part, sole } from '../format.ts';
import { heldByHead, heldByMargin } from '../mark.ts';
import { dayInName, whyNotByPlace } from '../markdown/unpublished.ts';
import { ofBytes } from '../skipped.ts';
import type { Source } from '../source.ts';
import { fieldFault } from '../status.ts';
import { headOf } from '../text.ts';
import { openZip, type Zip } from '../zip.ts';
import { type Block, htmlOfBlocks, type Manuscript, textBlock } from './block.ts';
import { LeftOut } from './left-out.ts';
import { readOdt } from './odt.ts';
import { filedTitle, type Properties, whyNotByProperties } from './properties.ts';
import { whyNotByName } from './unpublished.ts';
import { readWord } from './word.ts';

/** How many blocks of a text may be fields, and how long a line of one is. */
const MOST_FIELDS = 12;
const LONGEST_FIELD = 500;
/** The blocks at the head of a text among which a line may hold it back. */
const MOST_MARKED = 3;
/** The text before a heading that is still the headline, in characters: a kicker, a byline. */
const BEFORE_HEADLINE = 100;

/** Lines such as “Title: …” and “Date: …” that the blocks begin with, and the blocks below. */
function fieldsBefore(blocks: readonly Block[]) {
  const lines = blocks
    .slice(0, MOST_FIELDS)
    .map(({ kind, html }) =>
      kind === 'table' ? '' : textOfHtml(html).replace(/\s+/gu, ' ').trim(),
    )
    .map((line) => (line.length > LONGEST_FIELD ? '' : line));
  const text = `${lines.join('\n')}\n`;
  const { fields, others, start } = headOf(text);
  const isHead = ['title', 'headline', 'date'].some((name) => fields.has(name));
  if (!isHead) return { fields: new Map<string, string>(), others: [], rest: [...blocks] };
  const taken = text.slice(0, start).split('\n').length - 1;
  return { fields, others, rest: blocks.slice(taken) };
}

/** The lines of the blocks that a head may have; a table or a heading is none. */
const linesOf = (blocks: readonly Block[]): string[] =>
  blocks
    .slice(0, MOST_FIELDS)
    .map(({ kind, html }) =>
      kind === 'text' ? (asLine(textOfHtml(html), LONGEST_FIELD) ?? '') : '',
    );

/** Takes the headline out of the blocks: what is styled so, else the first heading where it stands first. */
function takeHeadline(blocks: Block[], given: string | undefined): string | undefined {
  let before = 0;
  const styled = blocks.findIndex(({ kind }) => kind === 'title');
  const first = blocks.findIndex((block) => {
    before += block.kind === 'heading' ? 0 : textOfHtml(block.html).length;
    return block.kind === 'heading' || before > BEFORE_HEADLINE;
  });
  const at = styled >= 0 ? styled : first;
  const block = blocks[at];
  if (!block || (styled < 0 && block.kind !== 'heading')) return undefined;
  const headline = asLine(textOfHtml(block.html), 300);
  if (given === undefined || given === headline) blocks.splice(at, 1);
  return headline;
}

function toldOf({ creator, made }: Properties, hasDay: boolean): string[] {
  const by = asLine(creator, 100);
  const day = asTime(made)?.date;
  return [
    ...(by
      ? [`its file names “${shownWords(by)}” as its author, who may not be that of the article`]
      : []),
    ...(day && !hasDay
      ? [
          `its file was made on ${day}, which may not be the day of publication: give that with --date`,
        ]
      : []),
  ];
}

function articleOf(
  { blocks, notes, properties }: Manuscript,
  name: string,
  sha256: string,
  left: LeftOut,
): Reading {
  const { fields, others, rest } = fieldsBefore(blocks);
  const fault =
    others.map(([name, value]) => fieldFault(name, value)).find(Boolean) ??
    rest
      .slice(0, MOST_MARKED)
      .map(({ html }) => heldByHead(textOfHtml(html)))
      .find(Boolean);
  if (fault) return fault;
  const given = asLine(fields.get('title') ?? fields.get('headline'), 300);
  const [, below] = rest;
  const styled = takeHeadline(rest, given);
  // Only where the headline stood first: a line in the middle of a text is a line of it.
  const stated = styled !== undefined && rest[0] === below ? fieldsBelow(linesOf(rest)) : [];
  const withheld = whyWithheld(stated);
  if (withheld) return withheld;
  const { facts, notes: told } = statedIn(stated);
  rest.splice(0, stated.length);
  const filed = filedTitle(properties.title);
  const ends = notes.flatMap((blocks, index) =>
    [...blocks, ...(blocks.length === 0 ? [textBlock('')] : [])].map((block, at) =>
      at === 0 ? { ...block, html: `[${index + 1}] ${block.html}` } : block,
    ),
  );
  const read = bodyOfHtml(htmlOfBlocks([...rest, ...ends]), undefined);
  if (read.body.children.length === 0)
    return {
      skipped: ['it has no text', ...left.notes()].join(', '),
      as: 'blank',
    };
  const time = asTime(fields.get('date'));
  const date = time?.date ?? facts.date ?? dayInName(name);
  const source = fields.get('source');
  return {
    document: {
      sha256,
      title: given ?? styled ?? filed,
      date,
      published: time && time.published !== time.date ? time.published : facts.published,
      author:
        asLine(fields.get('author') ?? fields.get('byline') ?? fields.get('by'), 200) ??
        facts.author,
      publisher:
        asLine(fields.get('publisher') ?? (asAddress(source) ? undefined : source), 200) ??
        facts.publisher,
      url: asAddress(fields.get('url') ?? source) ?? facts.url,
      lang:
        asLanguage(fields.get('language') ?? fields.get('lang')) ??
        facts.lang ??
        asLanguage(properties.lang),
      named: noNames(),
      body: read.body,
      notes: [
        ...told,
        ...read.notes,
        ...left.notes(),
        ...(fields.has('date') && !time
          ? [`the date “${shownWords(fields.get('date') ?? '')}” was not understood`]
          : []),
        ...(!given && !styled && filed ? ['its headline is the title that its file has'] : []),
        ...toldOf(properties, date !== undefined),
      ],
    },
  };
}

/** Reads a manuscript, unless it or its file says that it was not published. */
export async function readManuscript(zip: Zip, name: string, sha256: string): Promise<Reading> {
  const left = new LeftOut();
  const isOdt = zip.names.has('content.xml') || zip.names.has('mimetype');
  const found = await (isOdt ? readOdt(zip, left) : readWord(zip, left));
  return (
    whyNotByProperties(found.properties) ??
    found.marks.map(heldByMargin).find(Boolean) ??
    articleOf(found, name, sha256, left)
  );
}

/** The one article of a document of Word or LibreOffice. */
export async function* partsOfManuscript(source: Source): AsyncGenerator<Part> {
  const { head, path } = source;
  const withheld = whyNotByPlace(head.name, path) ?? whyNotByName(head.name, path);
  const sha256 = await source.sha256();
  if (withheld) {
    yield sole(() => ofBytes(withheld, sha256));
    return;
  }
  yield sole(async () => {
    const zip = await openZip(source);
    try {
      return await withParts(await readManuscript(zip, path ?? head.name, sha256), zip);
    } catch (error) {
      if (!(error instanceof ImportFault)) throw error;
      throw /well-formed/u.test(error.message)
        ? new ImportFault(
            `It is a manuscript that is damaged: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`,
          )
        : error;
    } finally {
      zip.close();
    }
  });
}
