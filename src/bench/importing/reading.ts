import { foldSpace } from '../../domain/article/paragraph.ts';
import { type Item, itemsOf } from '../../import/item.ts';
import type { Reader } from '../../import/reader/reader.ts';
import type { WrittenDocument } from '../../import/source-document.ts';
import type { Page } from './corpus.ts';
import { blocksLost, wordsFound, wordsOf } from './text.ts';

/** What became of a page, and how much of what was expected of it was found. */
export interface PageRead {
  name: string;
  /** Why it was not read; `undefined` where it was. */
  failed: string | undefined;
  /**
   * Words of its whole text; those of them that were found, in the text or as its headline; all that were taken for its
   * text, and the right ones among these.
   */
  words: { expected: number; found: number; taken: number; right: number } | undefined;
  /** Expected blocks and snippets that were not found. */
  lost: string[];
  /** True where some are lost and no note says that text was left out. */
  isSilent: boolean;
  snippets: { expected: number; found: number };
  /** Pieces of what stands around the text that were taken for text. */
  surroundings: string[];
  title: Fact | undefined;
  date: Fact | undefined;
  notes: string[];
  seconds: number;
}

/** A fact that is expected, and what was found in its place. */
interface Fact {
  expected: string;
  found: string | undefined;
  isRight: boolean;
}

/** A note that says that words of the page are not in the text. */
const saysLeftOut = (note: string) =>
  note.includes('left out') && /\b(?:paragraphs?|text|words)\b/u.test(note);

/** What is compared of a text: spaces and the forms of quotation marks and dashes differ from hand to hand. */
const plain = (text: string) =>
  foldSpace(text.normalize('NFC'))
    .replace(/[‘’‚`´]/gu, "'")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‐‑–—]/gu, '-');

function fact(expected: string | undefined, found: string | undefined): Fact | undefined {
  return expected === undefined
    ? undefined
    : { expected, found, isRight: plain(expected) === plain(found ?? '') };
}

const textOf = ({ summary, paragraphs }: WrittenDocument) => [
  ...(summary && !paragraphs.includes(summary) ? [summary] : []),
  ...paragraphs,
];

/** What stands under the pictures of a document. */
const wordsUnder = ({ media = [] }: WrittenDocument): string[] =>
  media.flatMap(({ caption, creditLine }) =>
    [caption, creditLine].filter((words) => words !== undefined),
  );

/** How much of a text was found. @param kept the words under pictures: those that are expected count as taken */
function counted(
  wanted: readonly string[],
  words: readonly string[],
  kept: readonly string[],
  title: readonly string[],
): PageRead['words'] {
  const right = wordsFound(wanted, [...words, ...kept]);
  return {
    expected: wanted.length,
    found: wordsFound(wanted, [...words, ...kept, ...title]),
    taken: words.length + right - wordsFound(wanted, words),
    right,
  };
}

/** Reads a page as an import does, and compares what was found with what is expected. */
export async function readPage({ name, bytes, expected }: Page, reader: Reader): Promise<PageRead> {
  const begun = performance.now();
  let item: Item | undefined;
  for await (const one of itemsOf({ name, bytes: bytes() }, undefined, reader.read))
    item ??= one.item;
  const seconds = (performance.now() - begun) / 1000;
  const reading = item?.reading ?? { fault: 'nothing was found in it' };
  const document = 'document' in reading ? reading.document : undefined;
  const paragraphs = document ? textOf(document) : [];
  const words = paragraphs.flatMap(wordsOf);
  const wanted = expected.blocks?.flatMap(wordsOf);
  // What stands under pictures is text where a corpus says so, and else none.
  const under = document ? wordsUnder(document) : [];
  const kept = under.flatMap(wordsOf);
  const text = plain([...paragraphs, ...under].join(' '));
  const has = (piece: string) => text.includes(plain(piece));
  const lost = [
    ...blocksLost(expected.blocks ?? [], [document?.title, ...paragraphs, ...under].join('\n')),
    ...(expected.snippets ?? []).filter((snippet) => !has(snippet)),
  ];
  const notes = document?.notes ?? [];
  return {
    name,
    failed: document
      ? undefined
      : 'fault' in reading
        ? reading.fault
        : `passed over: ${(reading as { skipped: string }).skipped}`,
    words: wanted && counted(wanted, words, kept, wordsOf(document?.title ?? '')),
    lost,
    isSilent: document !== undefined && lost.length > 0 && !notes.some(saysLeftOut),
    snippets: {
      expected: expected.snippets?.length ?? 0,
      found: (expected.snippets ?? []).filter(has).length,
    },
    surroundings: (expected.surroundings ?? []).filter(has),
    title: fact(expected.title, document?.title),
    date: fact(expected.date, document?.date),
    notes,
    seconds,
  };
}
