/** How much of an entry is given to the parser: it calls itself for each brace, and writes out whatever is joined. */

/** Characters of an entry with those from which it inherits; what the parser takes long for stays short. */
const LONGEST = 50_000;
/** Braces within braces, and commands within commands. No field of a bibliography needs a tenth of either. */
const DEEPEST = 600;
const DEEPEST_COMMAND = 50;

const JOINED = /[=#]\s{0,99}([^\s{}"#,=()]{1,300})/gu;

const COMMAND = /[a-z]/iu;

/** How deep braces stand in braces, and those of commands in those of commands: `\textit{\textbf{…}}`. */
function depthsOf(source: string): { braces: number; commands: number } {
  const deepest = { braces: 0, commands: 0 };
  const open: boolean[] = [];
  let commands = 0;
  let isCommand = false;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at] ?? '';
    if (sign === '\\') {
      at++;
      isCommand = COMMAND.test(source[at] ?? '');
    } else if (sign === '{') {
      open.push(isCommand);
      if (isCommand) commands++;
      deepest.braces = Math.max(deepest.braces, open.length);
      deepest.commands = Math.max(deepest.commands, commands);
      isCommand = false;
    } else if (sign === '}') {
      if (open.pop()) commands--;
      isCommand = false;
    } else if (!COMMAND.test(sign) && sign.trim() !== '') isCommand = false;
  }
  return deepest;
}

/** How long a source is with the words that `@string` defines written out. */
function lengthOf(source: string, strings: ReadonlyMap<string, string>): number {
  let length = source.length;
  for (const [, word = ''] of source.matchAll(JOINED))
    length += strings.get(word.toLowerCase())?.length ?? 0;
  return length;
}

const shown = (count: number) => count.toLocaleString('en');

/** Why a source is not given to the parser; nothing where it is. */
export function boundsFault(
  source: string,
  strings: ReadonlyMap<string, string>,
): string | undefined {
  if (source.length > LONGEST)
    return `It has ${shown(source.length)} characters; an entry has at most ${shown(LONGEST)}. Take out of it what is no reference.`;
  const { braces, commands } = depthsOf(source);
  if (braces > DEEPEST)
    return `It has braces within braces, ${shown(braces)} deep; an entry has at most ${DEEPEST}. Take out those that do nothing.`;
  if (commands > DEEPEST_COMMAND)
    return `It has commands of TeX within commands, ${shown(commands)} deep; an entry has at most ${DEEPEST_COMMAND}. Take out those that do nothing.`;
  const length = lengthOf(source, strings);
  return length > LONGEST
    ? `It has ${shown(length)} characters with what @string defines; an entry has at most ${shown(LONGEST)}. Write out what it says once.`
    : undefined;
}
