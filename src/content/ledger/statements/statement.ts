/** One thing that a published path states, as the ledger has it. */
export interface Statement {
  /**
   * A field of the frontmatter or record (`title`, `source.url`, `sameAs`), or what has an id: a paragraph `p-…`, what
   * else stands in a text `o-…`, a figure `f-…`, or `~` and what a correction names.
   */
  field: string;
  /** An id or a word of the archive's own in clear; of all else the digest. */
  value: string;
  /** Digest of the markup of a part of a text, where it is more than a paragraph of words. */
  form?: string;
  /** Digest of the very characters, where they are not the usual ones: other spaces, accents stored apart. */
  exact?: string;
}

const STATEMENT =
  /^(?<field>[~A-Za-z][\w.-]*):(?<value>[\w-]+)(?:\/(?<form>[\w-]+))?(?:=(?<exact>[\w-]+))?$/;

/** A statement as it stands in the ledger: `title:…`, `p-2xcbj7mb:…/…`. */
const statementText = ({ field, value, form, exact }: Statement): string =>
  `${field}:${value}${form ? `/${form}` : ''}${exact ? `=${exact}` : ''}`;

/** The statements of a path as its line of the ledger has them. */
export const statementsText = (statements: readonly Statement[]): string =>
  statements.map(statementText).join(' ');

/** The statements of a line; nothing where one is none. */
export function readStatements(text: string): Statement[] | undefined {
  const read = text === '' ? [] : text.split(' ').map((one) => STATEMENT.exec(one)?.groups);
  if (read.includes(undefined)) return undefined;
  return read.map((groups) => {
    const { field = '', value = '', form, exact } = groups ?? {};
    return { field, value, ...(form && { form }), ...(exact && { exact }) };
  });
}
