import { codeOf } from '../dependencies/imports.ts';
import type { SearchPart } from '../outputs/search-index/shards.ts';
import type { Maker } from '../outputs/site-files.ts';

/**
 * Digests of the code that makes the files which a build may keep. All other files besides pages are made by every
 * build, and written only where they differ.
 */
export interface OutputsCode extends Record<Maker, string> {
  /** The folders of search. */
  search: Record<SearchPart, string>;
}

/** The digests of the code as it is now. */
export const outputsCode = (): OutputsCode => ({
  maps: codeOf(new URL('../outputs/map/outline.ts', import.meta.url)),
  shareImage: codeOf(new URL('../outputs/share/image.ts', import.meta.url)),
  search: {
    words: codeOf(new URL('../outputs/search-index/shards.ts', import.meta.url)),
    names: codeOf(new URL('../outputs/search-index/search-files.ts', import.meta.url)),
  },
});
