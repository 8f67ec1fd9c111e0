/** What holds for the reading of a whole input. */
export interface Terms {
  /** The encoding that the archivist named. */
  encoding?: string | undefined;
  /** Whether the pages that articles are read from are kept. */
  keepsCaptures?: boolean | undefined;
  /** The folder of what was uploaded to the site of an export, where it does not lie with that. */
  uploads?: string | undefined;
}
