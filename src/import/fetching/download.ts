import { open } from 'node:fs/promises';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { type Asking, ask, connectionFault } from './exchange.ts';
import type { KeptDownload, Validator } from './kept-download.ts';
import type { Limits } from './limits.ts';
import { Unfetched } from './unfetched.ts';
import { type Watch, watch } from './watch.ts';

const MEGABYTE = 1024 * 1024;
/** A day of change tells two files apart if it lies as long as this before the answer (in milliseconds). */
const SETTLED = 60_000;

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

/** Adds what comes to what is here, within bounds. */
async function take(
  response: IncomingMessage,
  kept: KeptDownload,
  largest: number,
  watched: Watch,
): Promise<number> {
  let size = kept.size();
  const file = await open(kept.part, 'a');
  try {
    for await (const bytes of response as AsyncIterable<Buffer>) {
      watched.heard();
      size += bytes.length;
      if (size > largest) throw tooLarge(largest);
      await file.write(bytes);
    }
  } finally {
    await file.close();
  }
  return size;
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
 * @throws Unfetched
 */
export async function download(
  address: string,
  kept: KeptDownload,
  asking: Asking,
  limits: Limits,
): Promise<void> {
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
    const came = await take(response, kept, limits.bytes, watched);
    if (total !== undefined && came < total)
      throw new Unfetched('connection', 'its server sent a part of it alone', { isPassing: true });
    kept.finish();
  } catch (error) {
    // What is too large is so the next time too; half of it is of no use.
    if (error instanceof Unfetched && error.why === 'size') kept.drop();
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
