/** The references of a RIS file, by their lines: two letters, two spaces, a hyphen. */

/** A reference as it is written. */
export interface Tagged {
  /** The line on which it begins. */
  line: number;
  /** Its tags with what they say, in order; a tag may stand several times. */
  fields: [tag: string, text: string][];
  /** False where the next one begins, or the file ends, before it does. */
  isEnded: boolean;
}

const LINE = /^([A-Z][A-Z0-9]) {1,2}-(?: |$)/u;

/** The references of a text. A line without a tag goes on with the field before it. */
export function taggedIn(text: string): Tagged[] {
  const all: Tagged[] = [];
  let open: Tagged | undefined;
  for (const [index, line] of text.split(/\r\n?|\n/u).entries()) {
    const tag = LINE.exec(line)?.[1];
    const said = tag === undefined ? line.trim() : line.slice(line.indexOf('-') + 1).trim();
    if (tag === 'TY') {
      open = { line: index + 1, fields: [['TY', said]], isEnded: false };
      all.push(open);
    } else if (open && tag === 'ER') {
      open.isEnded = true;
      open = undefined;
    } else if (open && tag !== undefined) open.fields.push([tag, said]);
    else if (open && said !== '') {
      const last = open.fields.at(-1);
      if (last) last[1] = `${last[1]} ${said}`;
    }
  }
  return all;
}
