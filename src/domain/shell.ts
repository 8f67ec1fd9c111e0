import type { Kind } from './authorities/authority.ts';

/** Words in single quotes, so that a shell takes every character literally. */
const quoted = (words: string) => `'${words.normalize('NFC').replaceAll("'", "'\\''")}'`;

/** Shell commands with which readers make the eight characters of a paragraph’s id from its words. */
export const idCommands = (words: string): string =>
  [
    `printf '%s' ${quoted(words)} |`,
    '  sha256sum | xxd -r -p | head -c 5 |',
    '  base32 | tr A-Z a-z',
  ].join('\n');

/** A shell command that makes the SHA-256 of an article’s text, as the ledger has it. @param data URL of its JSON */
export const textCommand = (data: string): string =>
  `curl -s ${quoted(data)} | jq -r '.paragraphs[].text' | sha256sum`;

/**
 * A shell command that lists the articles which are filed under a person, place or organisation, the latest last.
 * @param list URL of the list of all articles
 * @param kind of the record, as the list calls its field
 */
export const articlesOfCommand = (list: string, kind: Kind, id: string): string =>
  [
    `curl -s ${quoted(list)} |`,
    `  jq -r --arg id ${quoted(id)} '.[] |`,
    `  select(any(.${kind}[], .about[]; . == $id)) | "\\(.date) \\(.url)"'`,
  ].join('\n');
