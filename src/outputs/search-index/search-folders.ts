/** Where search files are written to, and what can be kept of earlier ones. */
export interface SearchFolders {
  /** The site that is being built. */
  next: string;
  /** The site as it was last built. */
  site: string;
  /** The folder of the cache. */
  cache: string;
  /** A digest of the code that indexes words: what other code indexed is indexed anew. */
  code: string;
  /** Keeps a folder of the last site if it was made from the same input. False where it must be made. */
  keeps: (folder: string, key: string) => boolean;
  /** Writes a file by its path in the site, unless the last site has it. @returns true where it was written */
  put: (path: string, text: string) => boolean;
}
