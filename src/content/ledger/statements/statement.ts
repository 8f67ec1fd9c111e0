/** One thing that the page at a published path states, as the ledger has it. */
export interface Statement {
  /**
   * A field of the frontmatter or record (`title`, `source.url`, `sameAs`); the id of a paragraph (`p-…`), of another part
   * of the text (`o-…`) or of a figure (`f-…`); or `~` and what a correction names.
   */
  field: string;
  /** An id, a day or a keyword as it is; for anything else a digest. */
  value: string;
  /** Digest of the markup of a part of a text, where it is not just a plain paragraph; for a withholding see there. */
  form?: string;
  /** Digest of the exact characters, where they differ from the usual form: unusual spaces, separately stored accents. */
  exact?: string;
}

const STATEMENT =
  /^(?<field>[~A-Za-z][\w.-]*):(?<value>[\w-]+)(?:\/(?<form>[\w-]+))?(?:=(?<exact>[\w-]+))?$/;

/** A statement as it stands in the ledger: `title:…`, `p-2xcbj7mb:…/…`. */
const statementText = ({ field, value, form, exact }: Statement): string =>
  `${field}:${value}${form ? `/${form}` : ''}${exact ? `=${exact}` : ''}`;

/** Statements as they stand in a line of the ledger. */
export const statementsText = (statements: readonly Statement[]): string =>
  statements.map(statementText).join(' ');

/** Reads the statements of a line; undefined where one of them is malformed. */
export function readStatements(text: string): Statement[] | undefined {
  const read = text === '' ? [] : text.split(' ').map((one) => STATEMENT.exec(one)?.groups);
  if (read.includes(undefined)) return undefined;
  return read.map((groups) => {
    const { field = '', value = '', form, exact } = groups ?? {};
    return { field, value, ...(form && { form }), ...(exact && { exact }) };
  });
}
