import { setTimeout as wait } from 'node:timers/promises';
import { AwsClient } from 'aws4fetch';
import { shownWords } from '../../../domain/problem.ts';
import { StoreFault } from '../../store.ts';
import type { Account } from './account.ts';

/** A request to a bucket. */
export interface Asked {
  method: 'GET' | 'PUT' | 'DELETE';
  /** The whole name of an object; empty for the bucket itself. */
  key: string;
  query?: ReadonlyMap<string, string>;
  headers?: ReadonlyMap<string, string>;
  body?: Buffer | Blob;
}

/** What a store answered, or why it did not. */
type Answer = { status: number; content: Buffer } | { isPassing: boolean; said: string };

/** How often a request that failed is made again, and how long it waits: twice as long each time, in milliseconds. */
export interface Patience {
  turns: number;
  first: number;
  /** The longest that an answer may take, and a mebibyte of what is sent. */
  answer: number;
  mebibyte: number;
}
const PATIENCE: Patience = { turns: 6, first: 250, answer: 60_000, mebibyte: 20_000 };

/** Answers that may be others the next time. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);
/** What is read of an error’s text. */
const MOST = 4096;

const MEANT = new Map([
  ['InvalidAccessKeyId', 'AWS_ACCESS_KEY_ID is not one that this store knows.'],
  [
    'SignatureDoesNotMatch',
    'AWS_SECRET_ACCESS_KEY does not belong to AWS_ACCESS_KEY_ID, or AWS_REGION is another.',
  ],
  [
    'AccessDenied',
    'These keys may not do this: let them list, read, write and delete in the bucket.',
  ],
  ['NoSuchBucket', 'There is no such bucket: make it first, or mend its name.'],
  ['RequestTimeTooSkewed', 'The clock of this machine is wrong: set it.'],
  ['AuthorizationHeaderMalformed', 'The bucket is in another region: set AWS_REGION.'],
  ['PermanentRedirect', 'The bucket is in another region: set AWS_REGION.'],
  [
    'XAmzContentSHA256Mismatch',
    'A file was changed on its way, or while it was sent: run the command again.',
  ],
  ['BadDigest', 'A file was changed on its way, or while it was sent: run the command again.'],
]);

/** A bucket of an S3-compatible store, asked with signed requests. */
export class Bucket {
  readonly #client: AwsClient;
  readonly #base: string;
  readonly #patience: Patience;

  constructor(name: string, account: Account, patience: Patience = PATIENCE) {
    const { endpoint, region, ...keys } = account;
    this.#client = new AwsClient({ ...keys, region, service: 's3', retries: 0 });
    // A name with a dot is no name of a host that Amazon’s certificate covers.
    this.#base = endpoint
      ? `${endpoint.href.replace(/\/$/, '')}/${name}`
      : name.includes('.')
        ? `https://s3.${region}.amazonaws.com/${name}`
        : `https://${name}.s3.${region}.amazonaws.com`;
    this.#patience = patience;
  }

  /** Makes a request, and makes it again where the store is busy. @throws StoreFault; a missing object is no fault */
  async ask(asked: Asked): Promise<{ status: number; content: Buffer }> {
    for (let turn = 1; ; turn++) {
      const answer = await this.#once(asked);
      if (!('said' in answer)) return answer;
      if (!answer.isPassing || turn >= this.#patience.turns) throw new StoreFault(answer.said);
      const pause = this.#patience.first * 2 ** (turn - 1);
      // Those that failed together are not to come together again.
      await wait(pause * (0.5 + Math.random()));
    }
  }

  async #once({ method, key, query, headers, body }: Asked): Promise<Answer> {
    const address = new URL(`${this.#base}/${key.split('/').map(encodeURIComponent).join('/')}`);
    for (const [name, value] of query ?? []) address.searchParams.set(name, value);
    const { answer, mebibyte } = this.#patience;
    const size = body === undefined ? 0 : body instanceof Blob ? body.size : body.length;
    const what = `${method} ${shownWords(address.origin + address.pathname)}`;
    try {
      const request = await this.#client.sign(address.href, {
        method,
        headers: [...(headers ?? [])],
        redirect: 'manual',
        ...(body !== undefined && { body: body as BodyInit }),
      });
      const signal = AbortSignal.timeout(answer + mebibyte * Math.ceil(size / 2 ** 20));
      const response = await fetch(request, { signal });
      const { status } = response;
      const content = Buffer.from(await response.arrayBuffer());
      if (response.ok || (status === 404 && codeIn(content) !== 'NoSuchBucket'))
        return { status, content };
      return {
        isPassing: PASSING.has(status),
        said: `${what}: the store answered ${status}${told(codeIn(content))}`,
      };
    } catch (error) {
      const { message, cause } = error as Error;
      const reason = shownWords((cause as Error)?.message || message);
      return {
        isPassing: true,
        said: `${what}: no answer (${reason}). Mend that, and run the command again: it goes on from there.`,
      };
    }
  }
}

const codeIn = (content: Buffer) =>
  /<Code>(\w{1,60})<\/Code>/.exec(content.subarray(0, MOST).toString())?.[1] ?? '';

const told = (code: string) =>
  `${code && `, ${code}`}. ${MEANT.get(code) ?? 'Mend that, and run the command again: it goes on from there.'}`;
