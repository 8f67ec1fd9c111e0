import { inTurn } from '../../media/folder.ts';
import { ImportFault } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import type { Format } from '../format.ts';
import { sole } from '../format.ts';
import { type HeaderLines, mainValue, parameterOf } from '../header-lines.ts';
import { findAmong, headerOf, type MimePart, partsOfMessage } from '../mime.ts';
import { readCapture, textOfPage } from './capture.ts';
import { CUT_OFF } from './cut-off.ts';

/** Pages that a browser saved with their pictures in one file (MHTML, RFC 2557). */

const ofHtml = ({ headers }: MimePart) =>
  /^(?:text\/html|application\/xhtml\+xml)$/.test(mainValue(headers.get('content-type')));

/** The page itself among its frames: the one that is named as the start, else the one at the page’s address, else the first. */
function pageAmong(parts: readonly MimePart[], headers: HeaderLines): MimePart | undefined {
  const pages = parts.filter(ofHtml);
  const start = parameterOf(headers.get('content-type'), 'start');
  const address = headers.get('snapshot-content-location') ?? headers.get('content-location');
  return (
    pages.find((page) => start !== undefined && page.headers.get('content-id') === start) ??
    pages.find(
      (page) => address !== undefined && page.headers.get('content-location') === address,
    ) ??
    pages[0]
  );
}

/** The article of a page that is kept as MHTML. */
export const partsOfMhtml: Format['parts'] = async function* ({ bytes, sha256, encoding }) {
  const message = Buffer.from(await bytes());
  const { headers } = headerOf(message);
  const parts = partsOfMessage(message);
  const page = pageAmong(parts, headers);
  if (!page) throw new ImportFault('It is a web archive (MHTML), and holds no page.');
  const digest = await sha256();
  yield sole(async () => {
    const charset = parameterOf(page.headers.get('content-type'), 'charset');
    const html = await page.bytes();
    const { text, notes, find, ...read } = textOfPage(html, charset, encoding);
    if (parts.some(({ isCutOff }) => isCutOff)) notes.push(CUT_OFF);
    const address =
      headers.get('snapshot-content-location') ??
      page.headers.get('content-location') ??
      headers.get('content-location');
    const time = asTime(headers.get('date')?.split('(', 1)[0]);
    const saved = { bytes: html, encoding: read.encoding, time: time?.published };
    const among = findAmong(parts, page.headers.get('content-location') ?? address);
    const capture = { address, day: time?.date, notes, saved, find: inTurn(find, among) };
    return readCapture(text, capture, digest);
  });
};
