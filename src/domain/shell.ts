/** Words as a shell takes them to the letter. */
const quoted = (words: string) => `'${words.normalize('NFC').replaceAll("'", "'\\''")}'`;

/** Three lines of shell that make the eight characters of a paragraph’s id from its words. */
export const idCommands = (words: string): string =>
  [
    `printf '%s' ${quoted(words)} |`,
    '  sha256sum | xxd -r -p | head -c 5 |',
    '  base32 | tr A-Z a-z',
  ].join('\n');

/** A line of shell that makes the SHA-256 of an article’s text, as the ledger has it, from its data. */
export const textCommand = (data: string): string =>
  `curl -s ${quoted(data)} | jq -r '.paragraphs[].text' | sha256sum`;
