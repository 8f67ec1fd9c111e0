import { lstatSync, readFileSync } from 'node:fs';

/** Files of a site that tell its host what to do: `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them. */

/** A file that is read again when it has changed. A missing file is read as an empty one. */
export class HostFile<Said> {
  readonly #file: string;
  readonly #read: (text: string) => Said;
  #version = '';
  #said: Said;

  constructor(file: string, read: (text: string) => Said) {
    this.#file = file;
    this.#read = read;
    this.#said = read('');
  }

  /** What the file says now. */
  get said(): Said {
    const found = lstatSync(this.#file, { throwIfNoEntry: false });
    const version = found?.isFile() ? `${found.ino} ${found.size} ${found.mtimeMs}` : '';
    if (version !== this.#version) {
      this.#said = this.#read(version === '' ? '' : readFileSync(this.#file, 'utf8'));
      this.#version = version;
    }
    return this.#said;
  }
}

/** A rule of `_headers`: the paths and their headers. */
interface HeaderRule {
  pattern: RegExp;
  headers: [name: string, value: string][];
}

/** A path of these files as an expression: `*` is anything, `:name` one segment, which has that name. */
const patternOf = (path: string): RegExp =>
  new RegExp(
    `^${path
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\/:(\w+)/g, '/(?<$1>[^/]+)')
      .replace(/\*+/g, '.*')}$`,
  );

/** The rules of `_headers`: a path, and below it, indented, its headers. */
export function readHeaders(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('/')) rules.push({ pattern: patternOf(line.trim()), headers: [] });
    const [, name, value] = /^\s+([\w-]+):\s*(\S.*)$/.exec(line) ?? [];
    if (name && value) rules.at(-1)?.headers.push([name, value.trim()]);
  }
  return rules;
}

/** The headers for a path of the site. Values of the same header from several rules are joined. */
export function headersOf(rules: readonly HeaderRule[], path: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const { pattern, headers: more } of rules)
    for (const [name, value] of pattern.test(path) ? more : []) {
      const said = headers.get(name);
      headers.set(name, said === undefined ? value : `${said}, ${value}`);
    }
  return headers;
}

/** Where an old path leads, and with which status. */
export interface Redirect {
  to: string;
  status: number;
}

const REDIRECT = /^(\/\S*)\s+(\/(?!\/)\S*)(?:\s+(200|30[12378]))?\s*$/;

/**
 * The lines of `_redirects` that lead from one path of this host to another. If a path has two, the first counts, and
 * before those for many paths (`/:year/old/`) those for one. One that leads to itself (200) stays where it is.
 *
 * @returns tells where a path leads; undefined where no line says it
 */
export function readRedirects(text: string): (path: string) => Redirect | undefined {
  const redirects = new Map<string, Redirect>();
  const patterns: (Redirect & { pattern: RegExp })[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, from, to, code = '301'] = REDIRECT.exec(line) ?? [];
    if (!from || !to) continue;
    const status = Number(code);
    // Another file in place of one is nothing that this archive asks of a host.
    if (status === 200 && from !== to) continue;
    if (/\/:/.test(from)) patterns.push({ pattern: patternOf(from), to, status });
    else if (!redirects.has(from)) redirects.set(from, { to, status });
  }
  return (path) => {
    const one = redirects.get(path);
    if (one) return one.status === 200 ? undefined : one;
    for (const { pattern, to, status } of patterns) {
      const named = pattern.exec(path)?.groups;
      if (named) return { to: to.replace(/:(\w+)/g, (_, name) => named[name] ?? ''), status };
    }
    return undefined;
  };
}
