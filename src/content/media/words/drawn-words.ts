/** The words of a drawing that is not published, however it is written. */

/** What parts no word: pieces of a text, each moved a little. */
const WITHIN = new Set(['tspan', 'textpath', 'a', 'tref', 'altglyph']);
/** What holds no words of a reader. */
const SILENT = new Set(['style', 'script']);
/** What is not seen of a drawing where it stands; its words are no part of those around it. */
const UNSEEN = new Set([...SILENT, 'title', 'desc', 'metadata']);
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
function* partsOf(
  xml: string,
): Generator<{ text: string } | { name: string; isEnd: boolean; isEmpty: boolean }> {
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
      if (name !== undefined)
        yield { name: name.toLowerCase(), isEnd: slash === '/', isEmpty: xml[end - 1] === '/' };
    }
    at = end + sign.length;
  }
}

/** The texts of a drawing in their order, each without its marks. @param silent elements whose words are no texts */
function textsIn(xml: string, silent: ReadonlySet<string>): string[] {
  const pieces: string[] = [];
  let [piece, within] = ['', ''];
  for (const part of partsOf(xml)) {
    if ('text' in part) {
      if (within === '') piece += part.text;
    } else if (within !== '') {
      if (part.isEnd && part.name === within) within = '';
    } else if (!WITHIN.has(part.name)) {
      pieces.push(piece);
      piece = '';
      if (silent.has(part.name) && !part.isEnd && !part.isEmpty) within = part.name;
    }
  }
  // A line break between elements is of the markup.
  return [...pieces, piece].map((one) =>
    one.trim() === '' && one.includes('\n') ? '' : one.replace(/\s{1,100}/g, ' '),
  );
}

/** True for a space that stands in a text of its own. */
const isSpace = (piece: string) => piece === ' ' || piece === '\u00a0';

/**
 * The texts of a drawing one after another, as a reader may see them: programs write a line in pieces.
 *
 * @returns once with a space between texts that stand beside each other, once without any
 */
export function drawnWords(xml: string): string[] {
  const said = textsIn(xml, SILENT).filter((one) => isSpace(one) || isTelling(one.trim()));
  return [...new Set([said.join(' '), said.join('')])].filter((one) => one.trim() !== '');
}

/** A word of a name is looked for in as many texts beside each other, and with as many before and behind it. */
const MOST_PARTS = 4;
const AROUND = 3;

/**
 * The words of a drawing that stand in several of its texts, as programs that set letters close write them: neighbours
 * joined, with what stands before and behind. Words that are in one text are not among them alone.
 *
 * @returns markup, an element a place
 */
export function joinedTexts(xml: string): string {
  const texts = textsIn(xml, UNSEEN).filter((one) => isSpace(one) || one.trim() !== '');
  const joined: string[] = [`<p>${texts.join('')}</p>`];
  for (let at = 0; at < texts.length; at++)
    for (let count = 2; count <= MOST_PARTS && at + count <= texts.length; count++) {
      const before = texts.slice(Math.max(0, at - AROUND), at);
      const behind = texts.slice(at + count, at + count + AROUND);
      const one = [...before, texts.slice(at, at + count).join(''), ...behind].join(' ');
      joined.push(`<p>${one}</p>`);
    }
  return joined.join('\n');
}
