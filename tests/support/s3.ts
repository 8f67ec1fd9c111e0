import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { TestContext } from 'node:test';

/** An object of a store: its content, and the headers that it is sent with. */
export interface StoredObject {
  content: Buffer;
  headers: Map<string, string>;
}

/** A request that a test may answer in the store’s place, by a status and the code of an error. */
export interface S3Request {
  method: string;
  key: string;
}
export type Refusing = (request: S3Request) => { status: number; code?: string } | undefined;

const KEPT = ['content-type', 'cache-control', 'content-disposition', 'content-language'];
const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');
const md5 = (content: Buffer) => createHash('md5').update(content);
const hmac = (key: string | Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest();
const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/**
 * A store on this machine that answers as S3 does, with one bucket, `archive`. It takes only requests signed by version 4
 * as Amazon describes it, and only content that is as its digests say: the stores that npm has check no signature.
 */
export class LocalS3 {
  readonly keys = { AWS_ACCESS_KEY_ID: 'AKTEST', AWS_SECRET_ACCESS_KEY: 'secret/of+tests' };
  readonly objects = new Map<string, StoredObject>();
  /** What was asked, in order. */
  readonly asked: S3Request[] = [];
  /** How many keys a page of a listing has. */
  readonly pageSize = 50;
  refuses: Refusing = () => undefined;
  endpoint = '';

  /** Starts one that ends with the test. */
  static async start(t: TestContext): Promise<LocalS3> {
    const store = new LocalS3();
    const server = createServer((request, response) => void store.#answer(request, response));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    t.after(() => server.closeAllConnections());
    t.after(() => server.close());
    store.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    return store;
  }

  /** The environment of who may write there. */
  get env() {
    return { ...this.keys, AWS_REGION: 'eu-test-1', AWS_ENDPOINT_URL: this.endpoint };
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const content = await buffer(request);
    const url = new URL(request.url ?? '', this.endpoint);
    const [, bucket = '', key = ''] =
      /^\/([^/]*)\/?(.*)$/.exec(decodeURIComponent(url.pathname)) ?? [];
    const asked = { method: request.method ?? '', key };
    this.asked.push(asked);
    const refused = this.refuses(asked) ?? this.#refusal(request, url, content, bucket);
    if (refused) {
      const { status, code = 'InternalError' } = refused;
      response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`);
      return;
    }
    if (asked.method === 'PUT') {
      const headers = KEPT.map((name) => [name, `${request.headers[name] ?? ''}`] as const);
      this.objects.set(key, { content, headers: new Map(headers) });
      response.end();
    } else if (asked.method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
    } else if (key === '') response.end(this.#listing(url.searchParams));
    else {
      const found = this.objects.get(key);
      if (found) response.end(found.content);
      else response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    }
  }

  #refusal(request: IncomingMessage, url: URL, content: Buffer, bucket: string) {
    const stated = `${request.headers['x-amz-content-sha256']}`;
    if (!this.#isSigned(request, url, stated))
      return { status: 403, code: 'SignatureDoesNotMatch' };
    if (bucket !== 'archive') return { status: 404, code: 'NoSuchBucket' };
    if (request.method !== 'PUT') return undefined;
    if (stated !== sha256(content)) return { status: 400, code: 'XAmzContentSHA256Mismatch' };
    if (request.headers['content-md5'] !== md5(content).digest('base64'))
      return { status: 400, code: 'BadDigest' };
    return undefined;
  }

  /** Version 4 of Amazon’s signatures, from its description. */
  #isSigned(request: IncomingMessage, url: URL, stated: string): boolean {
    const [, credential = '', signed = '', signature] =
      /^AWS4-HMAC-SHA256 Credential=(\S+), SignedHeaders=(\S+), Signature=(\w+)$/.exec(
        `${request.headers.authorization}`,
      ) ?? [];
    const [id, day = '', region = '', service = ''] = credential.split('/');
    const time = `${request.headers['x-amz-date']}`;
    const headers = new Map(Object.entries(request.headers));
    const canonical = [
      request.method,
      decodeURIComponent(url.pathname).split('/').map(encoded).join('/'),
      [...url.searchParams]
        .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
        .toSorted()
        .join('&'),
      ...signed.split(';').map((name) => `${name}:${headers.get(name)}`),
      '',
      signed,
      stated,
    ].join('\n');
    const scope = `${day}/${region}/${service}/aws4_request`;
    const text = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n');
    const key = [region, service, 'aws4_request'].reduce(
      hmac,
      hmac(`AWS4${this.keys.AWS_SECRET_ACCESS_KEY}`, day),
    );
    return id === this.keys.AWS_ACCESS_KEY_ID && signature === hmac(key, text).toString('hex');
  }

  #listing(query: URLSearchParams): string {
    const [prefix, from] = [query.get('prefix') ?? '', query.get('continuation-token') ?? ''];
    const keys = [...this.objects.keys()]
      .filter((key) => key.startsWith(prefix) && key > from)
      .toSorted();
    const page = keys.slice(0, this.pageSize);
    const contents = page.map((key) => {
      const tag = md5(this.objects.get(key)?.content ?? Buffer.of()).digest('hex');
      return `<Contents><Key>${key}</Key><ETag>&quot;${tag}&quot;</ETag></Contents>`;
    });
    const next =
      keys.length > page.length
        ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>`
        : '';
    return `<?xml version="1.0"?><ListBucketResult>${contents.join('')}${next}</ListBucketResult>`;
  }
}
