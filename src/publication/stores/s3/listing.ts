import { SaxesParser } from 'saxes';
import { StoreFault } from '../../store.ts';
import type { Bucket } from './bucket.ts';

/** Reads one page of a listing: the MD5 of each object by its key, and where the next page begins. */
function pageOf(xml: string): { tags: Map<string, string>; next: string | undefined } {
  const tags = new Map<string, string>();
  let [text, key, next]: [string, string, string | undefined] = ['', '', undefined];
  const parser = new SaxesParser();
  parser.on('opentag', () => {
    text = '';
  });
  parser.on('text', (more) => {
    text += more;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') key = text;
    if (name === 'ETag') tags.set(key, text.replaceAll('"', ''));
    if (name === 'NextContinuationToken') next = text;
  });
  parser.on('error', () => {
    throw new StoreFault('The store answered a listing with something else than a list.');
  });
  parser.write(xml).close();
  return { tags, next };
}

/**
 * The tags of all objects whose keys begin so: the MD5 of their content, where the store has them so.
 *
 * @throws StoreFault
 */
export async function tagsIn(bucket: Bucket, prefix: string): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (let from: string | undefined; ; ) {
    const query = new Map([
      ['list-type', '2'],
      ['prefix', prefix],
      ...(from === undefined ? [] : [['continuation-token', from] as const]),
    ]);
    const { content } = await bucket.ask({ method: 'GET', key: '', query });
    const { tags, next } = pageOf(content.toString());
    for (const [key, tag] of tags) all.set(key, tag);
    if (next === undefined || next === from) return all;
    from = next;
  }
}
