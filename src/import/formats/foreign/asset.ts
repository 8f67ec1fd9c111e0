import type { Head } from '../head.ts';
import { isHocr } from '../newspaper/hocr-head.ts';
import { isListedPage } from '../newspaper/listed.ts';
import { siteFile } from '../saved/site-file.ts';
import type { Source } from '../source.ts';
import { isTextOfSubstack } from '../table/substack.ts';
import { foreignForm } from './foreign.ts';
import { xmlForm } from './xml.ts';

/** Files that look like texts and are what a site is made with. */
const OF_SITES =
  /\.(?:css|scss|sass|less|[cm]?js|[cm]?ts|jsx|tsx|map|php|py|rb|sh|toml|lock|webmanifest)$/i;

/** What Word lays beside a document that somebody has open. */
const isLock = ({ name, bytes }: Head) => /(?:^|[/\\])~\$/u.test(name) && bytes.length < 1024;

/** What operating systems lay into folders. */
const OF_SYSTEMS = /(?:^|[/\\])(?:(?:eh)?thumbs\.db|desktop\.ini|icon\r?)$/iu;

/** Why a file is none of the articles of the folder in which it lies, and no fault of it; nothing where it may be one. */
export function assetIn({ isFound, head, path }: Source): string | undefined {
  if (isTextOfSubstack(path))
    return 'it is the text of a post in posts.csv, which says whether it was published; import that';
  if (!isFound) return undefined;
  if ((xmlForm(head.text)?.startsWith('ALTO') || isHocr(head)) && isListedPage(path))
    return 'it is a page of an issue whose METS file is imported';
  const [ending] = OF_SITES.exec(head.name) ?? [];
  const foreign = foreignForm(head.text, head.bytes);
  const what =
    (isLock(head) ? 'the mark of an office program that a document is open' : undefined) ??
    (OF_SYSTEMS.test(head.name) ? 'a file of the operating system' : undefined) ??
    siteFile({ head, path }) ??
    (ending && `of the site’s own code (${ending})`) ??
    (foreign?.isAsset ? foreign.what : undefined);
  return what && `it is ${what}`;
}
