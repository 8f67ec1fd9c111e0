import type { FileSearch, Found } from './file-search.ts';
import { comparable, type Group, isSameRendition, type SearchedFile } from './rendition-group.ts';

/** A withheld medium in a file of the site. */
export interface Finding extends Found {
  /** The path of the file in the site. */
  path: string;
}

/** What a search of files gives. */
export interface Searched {
  findings: Finding[];
  /** The SHA-256 of files in which nothing was found. */
  clean: string[];
  /** Renditions that show the picture of the smallest one: the SHA-256 of both. */
  same: string[];
}

/** Two renditions, as it is kept that they show the same. */
const pairKey = (first: SearchedFile, other: SearchedFile): string =>
  `${first.digest} ${other.digest}`;

/**
 * Searches groups of files.
 * @param known files in which nothing is, and renditions that show the same, from the last build
 */
export async function searchGroups(
  groups: readonly Group[],
  search: FileSearch,
  known: { clean: ReadonlySet<string>; same: ReadonlySet<string> },
  looked: (count: number) => void = () => undefined,
): Promise<Searched> {
  const searched: Searched = { findings: [], clean: [], same: [] };
  const note = (file: SearchedFile, found: readonly Found[], isClean: boolean) => {
    const { path } = file;
    searched.findings.push(...[...search.inPath(path), ...found].map((one) => ({ ...one, path })));
    if (isClean && found.length === 0) searched.clean.push(file.digest);
    return isClean && found.length === 0;
  };
  /** @param isClean whether the picture that it shows, if it was looked at already, is no withheld one */
  const lookAt = async (file: SearchedFile, isDecoded: boolean, isClean: boolean) => {
    if (known.clean.has(file.digest)) return note(file, [], true);
    const whole = search.byDigest(file.digest);
    return note(file, whole.length > 0 ? whole : await search.in(file.file, isDecoded), isClean);
  };
  for (const { first, others } of groups) {
    const isClean = await lookAt(first, false, true);
    let smallest: Awaited<ReturnType<typeof comparable>>;
    for (const other of others) {
      const key = pairKey(first, other);
      let isSame = known.same.has(key);
      if (!isSame && !known.clean.has(other.digest)) {
        smallest ??= await comparable(first);
        const picture = await comparable(other);
        isSame =
          smallest !== undefined && picture !== undefined && isSameRendition(smallest, picture);
      }
      if (isSame) searched.same.push(key);
      await lookAt(other, isSame, isClean || !isSame);
    }
    looked(1 + others.length);
  }
  return searched;
}
