import { closeSync, openSync, readSync } from 'node:fs';
import { BareText } from './bare-text.ts';
import type { Concealed } from './concealment.ts';
import { textsOf } from './file-texts.ts';
import { Sought } from './sought.ts';

/** A file of a site that is about to be published: its path in the site, and where it lies now. */
export type SiteFile = readonly [path: string, file: string];

/** Concealed words that stand in a file all the same. */
export interface Survivor {
  concealed: Concealed;
  /** The path of the file in the site. */
  path: string;
  /** Where in the file, in bytes; 0 where they stand in its name or had to be decoded. */
  place: number;
  /** True where an index of words holds what the text does not show. */
  isIndexed: boolean;
}

/** The files of an index of words, which are decoded by themselves. */
export const INDEX = /\.pf_index$/;

/** Reads files one after another into the same memory; each is there until the next is read. */
class Shelf {
  #memory = Buffer.allocUnsafe(1 << 20);

  read(file: string): Buffer {
    const descriptor = openSync(file, 'r');
    try {
      for (let length = 0; ; ) {
        const free = this.#memory.length - length;
        const read = readSync(descriptor, this.#memory, length, free, null);
        length += read;
        if (read < free) return this.#memory.subarray(0, length);
        this.#memory = Buffer.concat([this.#memory, Buffer.allocUnsafe(length)]);
      }
    } finally {
      closeSync(descriptor);
    }
  }
}

/** Where words that are looked for stand in bytes. Nearly always nowhere, and then no word need be spelt. */
export function* foundIn(
  bytes: Buffer,
  bare: BareText,
  sought: Sought<Concealed>,
): Generator<{ of: Concealed; place: number }> {
  const mayBe = bare.wordsOf(bytes, false).some((words) => sought.mayBeIn(words));
  if (!mayBe) return;
  for (const words of bare.wordsOf(bytes, true))
    for (const { of, at } of sought.in(words)) yield { of, place: words.place(at) };
}

/** Looks for concealed words in files and in their paths. @param looked told of each file */
export function survivorsInFiles(
  files: readonly SiteFile[],
  concealed: readonly Concealed[],
  looked: () => void = () => undefined,
): Survivor[] {
  const bare = new BareText();
  const shelf = new Shelf();
  const sought = new Sought(concealed);
  const survivors: Survivor[] = [];
  for (const [path, file] of files) {
    const look = (text: Buffer, isPlain: boolean) => {
      for (const { of, place } of foundIn(text, bare, sought))
        survivors.push({ concealed: of, path, place: isPlain ? place : 0, isIndexed: false });
    };
    look(Buffer.from(path), false);
    if (!INDEX.test(path)) {
      const bytes = shelf.read(file);
      for (const text of textsOf(bytes)) look(text, text === bytes);
    }
    looked();
  }
  return survivors;
}
