import { open } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { publishedRule } from '../../content/media/inspection/media-fault.ts';
import type { Fault } from '../../domain/fault.ts';
import { FETCHED_REFUSED } from '../../domain/media/gap.ts';
import { endingOf, type MediaType } from '../../domain/media/media-type.ts';
import { type Asking, ask, connectionFault } from './exchange.ts';
import type { KeptDownload, Validator } from './kept-download.ts';
import type { Limits } from './limits.ts';
import { Unfetched } from './unfetched.ts';
import { type Watch, watch } from './watch.ts';

const MEGABYTE = 1024 * 1024;
/** A day of change tells two files apart if it lies as long as this before the answer (in milliseconds). */
const SETTLED = 60_000;

/** How many bytes of its beginning tell what a file is. */
const BEGINNING = 4096;

/** What a file is by how it begins, or why the archive does not take it. */
export type Beginning = (start: Buffer) => { type: MediaType } | { fault: Fault };

/** What bounds a download, and who asks. */
export interface Downloading extends Asking {
  limits: Limits;
  beginning: Beginning;
}

/** What came is nothing that the archive publishes. */
export const unpublishable = (fault: Fault) =>
  new Unfetched('type', `${FETCHED_REFUSED} ${publishedRule(fault)}`);

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
const STATUS = new Map([
  [401, 'its server gives it to those alone whom it knows'],
  [403, 'its server refuses it'],
  [404, 'its server does not have it'],
  [410, 'its server says that it is gone'],
  [429, 'its server asks to be asked less often'],
  [451, 'its server may not give it, for reasons of law'],
  [503, 'its server cannot give it at the moment'],
]);

/** In how many seconds a server asks to be asked again (RFC 9110, 10.2.3). */
function retryAfter({ headers }: IncomingMessage): number | undefined {
  const stated = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,9}$/.test(stated)) return Number(stated);
  const time = Date.parse(stated);
  return Number.isNaN(time) ? undefined : Math.max(0, Math.ceil((time - Date.now()) / 1000));
}

function statusFault(response: IncomingMessage): Unfetched {
  const { statusCode = 0 } = response;
  const words = STATUS.get(statusCode) ?? 'its server answers with no success';
  return new Unfetched('status', `${words} (HTTP ${statusCode})`, {
    isPassing: PASSING.has(statusCode),
    retryAfter: retryAfter(response),
  });
}

const tooLarge = (largest: number) =>
  new Unfetched('size', `it is larger than ${Math.floor(largest / MEGABYTE)} MB`);

/** By what the rest of an answer can be asked for; nothing where its server gives nothing that is sure. */
function validatorOf(address: string, { headers }: IncomingMessage): Validator | undefined {
  const { etag, date } = headers;
  if (etag !== undefined) return etag.startsWith('"') ? { address, ifRange: etag } : undefined;
  const changed = headers['last-modified'];
  const before = Date.parse(date ?? '') - Date.parse(changed ?? '');
  return changed !== undefined && before >= SETTLED ? { address, ifRange: changed } : undefined;
}

/** Where the part that an answer has begins, and how long the whole is, as far as it says it. */
function rangeOf({ headers }: IncomingMessage): { from: number; total: number | undefined } {
  const [, from, total] =
    /^bytes (\d{1,15})-\d{1,15}\/(\d{1,15}|\*)$/.exec(headers['content-range'] ?? '') ?? [];
  return { from: Number(from), total: total === '*' ? undefined : Number(total) };
}

/** What a file is by its first bytes. @throws Unfetched */
function typeIn(start: Buffer, beginning: Beginning): MediaType {
  const found = beginning(start);
  if ('fault' in found) throw unpublishable(found.fault);
  return found.type;
}

/** Adds what comes to what is here, within bounds. What turns out to be no medium is not taken to its end. */
async function take(
  response: IncomingMessage,
  kept: KeptDownload,
  { limits, beginning }: Pick<Downloading, 'limits' | 'beginning'>,
  watched: Watch,
): Promise<{ came: number; type: MediaType }> {
  let came = kept.size();
  let isJudged = false;
  const file = await open(kept.part, 'a+');
  const judge = async () => {
    const start = Buffer.alloc(Math.min(came, BEGINNING));
    await file.read(start, 0, start.length, 0);
    isJudged = true;
    return typeIn(start, beginning);
  };
  try {
    for await (const bytes of response as AsyncIterable<Buffer>) {
      watched.heard();
      came += bytes.length;
      if (came > limits.bytes) throw tooLarge(limits.bytes);
      await file.write(bytes);
      if (!isJudged && came >= BEGINNING) await judge();
    }
    return { came, type: await judge() };
  } finally {
    await file.close();
  }
}

/** How long the whole is, where the answer says it. A part that is not the one that was asked for is refused. */
function begun(address: string, response: IncomingMessage, kept: KeptDownload) {
  const { statusCode, headers } = response;
  const encoding = headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity' && encoding !== '')
    throw new Unfetched('type', 'its server sends it packed, which it was asked not to do');
  const length = headers['content-length'];
  if (statusCode === 206) {
    const { from, total } = rangeOf(response);
    if (from === kept.size() && from > 0) return total;
    kept.drop();
    throw new Unfetched('connection', 'its server sent another part of it than was asked for', {
      isPassing: true,
    });
  }
  kept.begin(validatorOf(address, response));
  return length === undefined ? undefined : Number(length);
}

/**
 * Makes one attempt to bring a medium in whole; of one whose beginning is here the rest, where its server still has the
 * same. What came stays for the next attempt, if that can be sure of it.
 *
 * @returns where it lies
 * @throws Unfetched
 */
export async function download(
  address: string,
  kept: KeptDownload,
  { limits, beginning, ...asking }: Downloading,
): Promise<string> {
  const watched = watch(limits);
  let response: IncomingMessage | undefined;
  try {
    const validator = kept.validator();
    const size = kept.size();
    const rest = (at: string): OutgoingHttpHeaders =>
      size > 0 && at === validator?.address
        ? { Range: `bytes=${size}-`, 'If-Range': validator.ifRange }
        : {};
    const answer = await ask(address, rest, asking, watched);
    response = answer.response;
    const { statusCode } = response;
    if (statusCode === 416) kept.drop();
    if (statusCode !== 200 && statusCode !== 206)
      throw statusCode === 416
        ? new Unfetched('connection', 'its server has less of it than before', { isPassing: true })
        : statusFault(response);
    const total = begun(answer.address, response, kept);
    if (total !== undefined && total > limits.bytes) throw tooLarge(limits.bytes);
    const { came, type } = await take(response, kept, { limits, beginning }, watched);
    if (total !== undefined && came < total)
      throw new Unfetched('connection', 'its server sent a part of it alone', { isPassing: true });
    return kept.finish(endingOf(type));
  } catch (error) {
    // What is too large, or another thing, is of no use the next time either.
    if (error instanceof Unfetched && (error.why === 'size' || error.why === 'type')) kept.drop();
    if (watched.signal.aborted) throw watched.signal.reason;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    // A full disk is no fault of the medium.
    if (/^(?:ENOSPC|EDQUOT|EROFS|EACCES|EIO)$/.test(code)) throw error;
    throw connectionFault(error);
  } finally {
    watched.stop();
    response?.destroy();
  }
}
