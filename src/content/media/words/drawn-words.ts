/** The words of a drawing that is not published, however it is written. */

/** What parts no word: pieces of a text, each moved a little. */
const WITHIN = new Set(['tspan', 'textpath', 'a', 'tref', 'altglyph']);
/** What holds no words of a reader. */
const SILENT = new Set(['style', 'script']);
/** What programs write into a drawing of themselves. */
const OF_PROGRAM = /^(?:produced|created|generated|exported) (?:by|with|using|from)\b/i;

const formatted = (options: Intl.DateTimeFormatOptions, day: number, month: number) =>
  new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' })
    .format(Date.UTC(2021, month, day))
    .toLowerCase();
/** What stands along the sides of many a chart. */
const OF_AXES: ReadonlySet<string> = new Set(
  (['long', 'short'] as const).flatMap((form) => [
    ...Array.from({ length: 12 }, (_, month) => formatted({ month: form }, 1, month)),
    ...Array.from({ length: 7 }, (_, day) => formatted({ weekday: form }, day + 1, 1)),
  ]),
);

const isTelling = (words: string) =>
  /\p{L}/u.test(words) &&
  !OF_PROGRAM.test(words) &&
  !OF_AXES.has(words.toLowerCase().replace(/\.$/, ''));

/** The character data of XML, and the names of the elements that part it; no more is asked of its form. */
function* partsOf(xml: string): Generator<{ text: string } | { name: string; isEnd: boolean }> {
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at);
    if (next !== at) yield { text: xml.slice(at, next < 0 ? undefined : next) };
    if (next < 0) return;
    const [isData, isNote] = [xml.startsWith('<![CDATA[', next), xml.startsWith('<!--', next)];
    const sign = isData ? ']]>' : isNote ? '-->' : '>';
    const end = xml.indexOf(sign, next);
    if (end < 0) return;
    if (isData) yield { text: xml.slice(next + 9, end) };
    else {
      const [, slash, name] =
        /^<(\/?)(?:[\w.-]{1,60}:)?([\w-]{1,60})/.exec(xml.slice(next, next + 150)) ?? [];
      if (name !== undefined) yield { name: name.toLowerCase(), isEnd: slash === '/' };
    }
    at = end + sign.length;
  }
}

/**
 * The texts of a drawing one after another, as a reader may see them: programs write a line in pieces.
 *
 * @returns once with a space between texts that stand beside each other, once without any
 */
export function drawnWords(xml: string): string[] {
  const pieces: string[] = [];
  let [piece, silent] = ['', ''];
  for (const part of partsOf(xml)) {
    if ('text' in part) {
      if (silent === '') piece += part.text;
    } else if (silent !== '') {
      if (part.isEnd && part.name === silent) silent = '';
    } else if (!WITHIN.has(part.name)) {
      pieces.push(piece);
      piece = '';
      if (SILENT.has(part.name) && !part.isEnd) silent = part.name;
    }
  }
  pieces.push(piece);
  // A space may stand in a text of its own; a line break is one of the markup.
  const said = pieces
    .filter((one) => /^[ \u00a0]$/.test(one) || isTelling(one.trim()))
    .map((one) => one.replace(/\s{1,100}/g, ' '));
  return [...new Set([said.join(' '), said.join('')])].filter((one) => one.trim() !== '');
}
