import { typeOf } from '../hosting/file-type.ts';
import { headersOf, readHeaders } from '../hosting/host-rules.ts';

/** The file of a site that tells hosts which headers to send. */
export const HEADERS_FILE = '_headers';
/** What every file is sent with for which that file says nothing else. */
const ASK_AGAIN = 'public, max-age=0, must-revalidate';
/** The headers that a store keeps with a file; all others are set at what stands before it. */
const KEPT = ['Content-Type', 'Cache-Control', 'Content-Disposition', 'Content-Language'];

/** With which headers a store is to send the files of a site, as its `_headers` says. */
export class SiteHeaders {
  readonly #text: string;
  readonly #rules: ReturnType<typeof readHeaders>;

  /** @param text of `_headers`; empty where the site has none */
  constructor(text: string) {
    this.#text = text;
    this.#rules = readHeaders(text);
  }

  /** The headers of a file that a store keeps with it. @param path below the site, without a slash before it */
  of(path: string): Map<string, string> {
    // A page is asked for by the address of its folder.
    const said = headersOf(this.#rules, `/${path.replace(/(^|\/)index\.html$/, '$1')}`);
    return new Map([
      ['Content-Type', typeOf(path)],
      ['Cache-Control', ASK_AGAIN],
      ...[...said].filter(([name]) => KEPT.includes(name)),
    ]);
  }

  /** True for a file that never changes, since its name is made from its content. */
  isImmutable(path: string): boolean {
    return this.of(path).get('Cache-Control')?.includes('immutable') ?? false;
  }

  /** True where both say the same of a file. */
  isAsIn(other: SiteHeaders, path: string): boolean {
    return (
      this.#text === other.#text ||
      JSON.stringify([...this.of(path)]) === JSON.stringify([...other.of(path)])
    );
  }
}
