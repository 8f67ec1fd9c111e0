import { gzipSync } from 'node:zlib';

/** A record of a web archive, made for a test. */
export interface RecordParts {
  type?: string;
  address?: string;
  time?: string;
  /** Further header lines of the record. */
  lines?: readonly string[];
  /** The head of the server’s answer; nothing for a record that holds no answer. */
  answer?: readonly string[];
  body?: string | Buffer;
}

export const HTML_ANSWER = ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8'];

/** A record as bytes. */
function warcRecord({
  type = 'response',
  address = 'https://gazette.example/ferry',
  time = '2031-04-03T08:30:00Z',
  lines = [],
  answer = HTML_ANSWER,
  body = '',
}: RecordParts): Buffer {
  const head = answer.length > 0 ? `${answer.join('\r\n')}\r\n\r\n` : '';
  const block = Buffer.concat([Buffer.from(head), Buffer.from(body)]);
  const header = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${address}`,
    `WARC-Date: ${time}`,
    ...lines,
    `Content-Length: ${block.length}`,
  ].join('\r\n');
  return Buffer.concat([Buffer.from(`${header}\r\n\r\n`), block, Buffer.from('\r\n\r\n')]);
}

/** Records as one archive; packed, each is packed by itself. */
export const warcOf = (records: readonly RecordParts[], isPacked = false): Buffer =>
  Buffer.concat(
    records.map(warcRecord).map((record) => (isPacked ? Buffer.from(gzipSync(record)) : record)),
  );

/** A page with an article, made for a test. */
export const articlePage = (text: string, head = ''): string =>
  `<!doctype html><html><head><title>Lamp</title><meta name="date" content="2031-04-02">${head}</head><body><article><p>${text}</p></article></body></html>`;
