/** Files of a site that tell its host what to do: `_headers` and `_redirects`, as Netlify and Cloudflare Pages read them. */

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

/** A line of `_redirects`. */
interface RedirectLine extends Redirect {
  from: string;
}

const REDIRECT = /^(\/\S*)\s+(\/(?!\/)\S*)(?:\s+(200|30[12378]))?\s*$/;

/** The lines of `_redirects` that lead from one path of this host to another, or stay where they are. */
export const redirectLines = (text: string): RedirectLine[] =>
  text.split(/\r?\n/).flatMap((line) => {
    const [, from, to, code = '301'] = REDIRECT.exec(line) ?? [];
    if (!from || !to) return [];
    const status = Number(code);
    // Another file in place of one is nothing that this archive asks of a host.
    return status === 200 && from !== to ? [] : [{ from, to, status }];
  });

/** True for a line that leads from many paths (`/:year/old/`). */
export const isForMany = ({ from }: RedirectLine): boolean => /\/:/.test(from);

/**
 * What `_redirects` says. If a path has two lines, the first counts, and before those for many paths those for one. One
 * that leads to itself (200) stays where it is.
 *
 * @returns tells where a path leads; undefined where no line says it
 */
export function readRedirects(text: string): (path: string) => Redirect | undefined {
  const lines = redirectLines(text);
  const [many, one] = [lines.filter(isForMany), lines.filter((line) => !isForMany(line))];
  const patterns = many.map((line) => ({ ...line, pattern: patternOf(line.from) }));
  // The first counts.
  const redirects = new Map(one.toReversed().map((line) => [line.from, line]));
  return (path) => {
    const line = redirects.get(path);
    if (line) return line.status === 200 ? undefined : line;
    for (const { pattern, to, status } of patterns) {
      const named = pattern.exec(path)?.groups;
      if (named) return { to: to.replace(/:(\w+)/g, (_, name) => named[name] ?? ''), status };
    }
    return undefined;
  };
}
