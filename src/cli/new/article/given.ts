import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { regularBytes } from '../../../content/files/regular-file.ts';
import { shownWords } from '../../../domain/problem.ts';
import { Refusal } from '../../../errors/refusal.mjs';
import { OBJECTIONS, textObjection, type Written } from '../../../import/written.ts';
import { Refusals } from '../refusals.ts';
import { canAsk } from '../terminal.ts';

/** The options about an article, as they were given. */
export type ArticleSaid = Partial<
  Record<'title' | 'date' | 'kind' | 'publisher' | 'url' | 'text' | 'article-lang', string>
>;

/** What the options say of an article, with the text that they name. */
export type GivenArticle = Partial<Written>;

/** Reads the text that an option names: a file, or standard input for `-`. */
async function textAt(path: string): Promise<string> {
  if (path === '-') return readText(process.stdin);
  // npm runs a script in the project's folder, wherever it was called from.
  const file = resolve(process.env['INIT_CWD'] ?? '.', path);
  try {
    // A symbolic link is allowed, but reading a pipe or device might never end.
    return regularBytes(realpathSync(file)).toString();
  } catch (error) {
    throw new Refusal(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

const asKind = (kind: string): Written['kind'] => {
  if (kind === 'verbatim' || kind === 'account' || kind === 'none') return kind;
  throw new Refusal(`--kind is verbatim, account or none; “${shownWords(kind)}” is none of these.`);
};

/** An article of which nothing is said. */
export const NOTHING: Omit<Written, 'date'> = {
  ...{ title: '', kind: 'verbatim', publisher: '', url: '', lang: '', text: '' },
};

/** What is wrong with the values alone, and, where nobody can be asked, what of them is missing. */
function objections(said: ArticleSaid, given: GivenArticle): string[] {
  const { date, url, lang } = given;
  const against = [
    date === undefined ? undefined : OBJECTIONS.date(date),
    url === undefined ? undefined : OBJECTIONS.url(url),
    lang === undefined ? undefined : OBJECTIONS.lang(lang),
  ];
  if (!canAsk()) {
    if (date === undefined) against.push('Say of which day it is: --date YYYY-MM-DD.');
    if (said.text === undefined && said.kind !== 'none')
      against.push('Say where its text is: --text FILE, or --text - for standard input.');
    // Of a text that cannot be read nothing more is known.
    else if (said.text === undefined || given.text !== undefined)
      against.push(textObjection({ ...NOTHING, ...given }));
  }
  return against.filter((one) => one !== undefined);
}

/**
 * The values that the options give, each looked at before anything is asked, so that nothing that is typed then is lost.
 *
 * @throws Refusal with all that is wrong, and, where nobody can be asked, missing
 */
export async function givenArticle(said: ArticleSaid): Promise<GivenArticle> {
  const { title, date, kind, publisher, url, text: path, 'article-lang': lang } = said;
  const refusals = new Refusals();
  const asked = kind === undefined ? undefined : refusals.made(() => asKind(kind));
  const text = path === undefined ? undefined : await refusals.awaited(() => textAt(path));
  const given = {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(asked !== undefined && { kind: asked }),
    ...(publisher !== undefined && { publisher }),
    ...(url !== undefined && { url }),
    ...(lang !== undefined && { lang }),
    ...(text !== undefined && { text }),
  };
  refusals.add(...objections(said, given));
  refusals.tell();
  return given;
}
