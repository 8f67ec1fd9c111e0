/** Header lines (`Name: value`), as e-mail, web servers and web archives have them before what they hold. */

/** Values by name in small letters. Of a name that stands twice the first counts. */
export type HeaderLines = ReadonlyMap<string, string>;

const NAME = /^[!#$%&'*+.^_`|~\w-]{1,100}$/;

/** The lines up to the first blank one. A line that is set in goes on with the one before; what is no header line is left out. */
export function headerLines(text: string): HeaderLines {
  const found = new Map<string, string[]>();
  let last: string[] | undefined;
  for (const line of text.split('\n')) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line)) {
      last?.push(line.trim());
      continue;
    }
    const at = line.indexOf(':');
    const name = line.slice(0, Math.max(0, at)).trimEnd().toLowerCase();
    last = NAME.test(name) ? [line.slice(at + 1).trim()] : undefined;
    if (last && !found.has(name)) found.set(name, last);
  }
  return new Map(Array.from(found, ([name, values]) => [name, values.join(' ')]));
}

/** A value before its first semicolon, in small letters: the media type of `text/html; charset=utf-8`. */
export const mainValue = (value = ''): string =>
  value.slice(0, `${value};`.indexOf(';')).trim().toLowerCase();

/** A parameter of a value, without its quotation marks: `utf-8` of `text/html; charset="utf-8"`. */
export function parameterOf(value: string | undefined, name: string): string | undefined {
  for (const parameter of parametersIn(value ?? '')) {
    const at = parameter.indexOf('=');
    if (parameter.slice(0, Math.max(0, at)).trim().toLowerCase() !== name) continue;
    const found = parameter.slice(at + 1).trim();
    return /^".*"$/.test(found) ? found.slice(1, -1).replace(/\\(.)/g, '$1') : found;
  }
  return undefined;
}

/** What stands between the semicolons of a value; within quotation marks they divide nothing. */
function parametersIn(value: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '"') isQuoted = !isQuoted;
    if (value[at] !== ';' || isQuoted) continue;
    parts.push(value.slice(start, at));
    start = at + 1;
  }
  return [...parts, value.slice(start)];
}
