/** What somebody read from a page by hand; what is left out was not read. */
interface Expected {
  /** The blocks of its whole text, in order. */
  blocks?: string[];
  /** Pieces of its text that must be found. */
  snippets?: string[];
  /** Pieces of what stands around it, that must not be found. */
  surroundings?: string[];
  title?: string;
  /** The day, YYYY-MM-DD. */
  date?: string;
}

/** A saved page with what is expected of it. */
export interface Page {
  name: string;
  /** Reads its bytes from where the corpus lies. */
  bytes: () => Uint8Array;
  expected: Expected;
}

/** Saved pages whose texts are known. */
export interface Corpus {
  name: string;
  pages: Page[];
}

/** One way in which a corpus is laid out. */
export interface Layout {
  /** What a folder so laid out holds, for the archivist. */
  holds: string;
  /** The corpus in a folder; nothing where the folder is laid out otherwise. */
  corpusIn: (folder: string) => Corpus | undefined;
}
