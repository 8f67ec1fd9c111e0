import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoot, shownPath } from '../../content/files/archive-path.ts';
import { PLACEHOLDER } from '../../domain/placeholder.ts';
import { articlePath } from '../../domain/url.ts';
import { pageOf } from '../../domain/withholding/excepted.ts';
import { fileOf, type WithheldWords } from './withheld-words.ts';

const OF_NO_PAGE =
  'Take them out of what this file is made of: an article, a record, archive.yaml, a file of public/.';
const OLD_PATH = 'Take this path out of the “formerly” that it stands in: it then leads nowhere.';

/** What the archivist should do in the content file that a page is made from. */
function remedyIn(page: string, entry: string): string {
  const [, kind = '', record = ''] = page.split('/');
  const isArticle = /^\d/.test(kind);
  const file = isArticle ? fileOf(page.slice(1, -1)) : join(contentRoot(), kind, `${record}.yaml`);
  const shown = existsSync(file) ? shownPath(file) : undefined;
  if (isArticle)
    return shown
      ? `Withhold them in ${shown} too, or take them out there; where its address has them, rename the file.`
      : OLD_PATH;
  return `Take them out of ${shown ?? 'its record'}. Where it is the record of whom they name, withhold each of its spellings in ${entry} and remove the record.`;
}

/**
 * What can be done about a withheld name in a file of the site: a change of content, or an exception where the words mean
 * something else.
 */
export function remedyOf(path: string, { id }: WithheldWords): string {
  const entry = shownPath(fileOf(id));
  const page = pageOf(path);
  const isOwn = page === articlePath(id);
  const remedy = isOwn
    ? `Withhold them in this form too, by an entry of its own in ${entry}, or take them out there.`
    : page === ''
      ? OF_NO_PAGE
      : remedyIn(page, entry);
  const at = isOwn || page === '' ? '' : ', at: [the path of this page]';
  return `${remedy} Where they are not the name, say so under it in ${entry}: except: [{ words: those words and some beside them${at}, reason: ${PLACEHOLDER.brief}, by: ${PLACEHOLDER.brief}, date: ${PLACEHOLDER.brief} }].`;
}
