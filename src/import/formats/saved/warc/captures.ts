import { asLine } from '../../../source-document.ts';
import { asTime } from '../../../time/time.ts';
import { mainValue, parameterOf } from '../../header-lines.ts';
import type { PassedOver, Skipped } from '../../skipped.ts';
import { type HttpResponse, responseHead } from './http-response.ts';
import type { WarcRecord } from './record.ts';

/** A page that a crawler loaded. */
export interface PageCapture {
  address: string;
  /** What its address is compared by. */
  key: string;
  /** When it was loaded, as the record has it: such times are in order as texts. */
  time: string;
  /** The head of its server’s answer; nothing where the record holds the page alone. */
  response: HttpResponse | undefined;
  charset: string | undefined;
  /** What was looked at of the record. */
  start: Buffer;
}

/** How much of a record is looked at to know what it is. */
const LOOKED_AT = 32 * 1024;

/** Records of what was asked, and of how it was. */
const NO_CAPTURES = new Set(['warcinfo', 'request', 'metadata']);

/** What addresses of one page are compared by: whether a page is loaded with TLS, and which of its places is shown, makes no other page. */
export function addressKey(address: string): string {
  const bare = address.split('#', 1).join('');
  const href = URL.canParse(bare) ? new URL(bare).href : bare;
  return href.replace(/^https?:\/\//i, '');
}

/** A capture that is passed over; of one that leads elsewhere, what both addresses are compared by. */
export type Passed = Skipped & {
  leads?: { from: string; to: string };
  /** What a page may show: its address as it is compared, and what was looked at of it. */
  file?: { key: string; start: Buffer; response: HttpResponse | undefined };
};

const passed = (as: PassedOver, skipped: string): Skipped => ({ as, skipped });

/** Files that pages show; some servers name none of their types. */
const IS_SHOWN =
  /^(?:(?:image|audio|video)\/|text\/vtt$|application\/(?:pdf|octet-stream)$|binary\/octet-stream$|$)/u;

const isHtml = (type: string, start: Buffer, at: number) =>
  type === ''
    ? /^\s*<(?:!doctype html|html)\b/i.test(start.toString('latin1', at, at + 200))
    : type === 'text/html' || type === 'application/xhtml+xml';

/** What a record holds: a page, something that is passed over, or nothing that was captured (what was asked, notes of the crawler). */
export async function captureIn(record: WarcRecord): Promise<PageCapture | Passed | undefined> {
  const { headers } = record;
  const type = headers.get('warc-type')?.toLowerCase();
  const address = (headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
  if (type !== undefined && NO_CAPTURES.has(type)) return undefined;
  if (!/^https?:/i.test(address)) return passed('file', 'it is at no address of the web');
  if (type === 'revisit')
    return passed('capture', 'it says that nothing changed since an earlier capture');
  if (type !== 'response' && type !== 'resource')
    return passed('file', `it is a record of the kind “${asLine(type, 60) ?? ''}”`);
  const start = await record.take(LOOKED_AT);
  const response = type === 'response' ? responseHead(start) : undefined;
  if (type === 'response' && response === undefined)
    return passed('answer', 'it holds no answer of a web server');
  if (response && response.status !== 200) return answered(address, response);
  const stated = (response?.headers ?? headers).get('content-type');
  const media = mainValue(stated);
  if (!isHtml(media, start, response?.bodyAt ?? 0))
    return {
      ...passed('file', `it is ${asLine(media, 60) ?? 'of no stated type'}, and no page`),
      ...(IS_SHOWN.test(media) && { file: { key: addressKey(address), start, response } }),
    };
  return {
    address,
    key: addressKey(address),
    time: headers.get('warc-date') ?? '',
    response,
    charset: parameterOf(stated, 'charset'),
    start,
  };
}

function answered(address: string, { status, headers }: HttpResponse): Passed {
  const skipped = passed('answer', `its server answered with ${status}`);
  const target = headers.get('location');
  if (status < 300 || status > 399 || !target || !URL.canParse(target, address)) return skipped;
  const to = addressKey(new URL(target, address).href);
  return { ...skipped, leads: { from: addressKey(address), to } };
}

/** The time of a capture, if its record states one. */
export const timeOf = ({ time }: PageCapture) => asTime(time);
