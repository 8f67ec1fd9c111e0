/** What a request asks of a file besides its address, as RFC 9110 says it. */

/** A tag without what says that it is of a compressed form, or is weak: the content is the same. */
const contentOf = (tag: string) =>
  tag
    .trim()
    .replace(/^W\//, '')
    .replace(/-gzip"$/, '"');

/** Another form of the same content has another tag. @param tag of the content itself */
export const tagOf = (tag: string, isGzip: boolean) => `"${tag}${isGzip ? '-gzip' : ''}"`;

/** True where a list of tags has one of the same content. */
export const namesContent = (list: string, tag: string): boolean =>
  list.trim() === '*' || list.split(',').some((one) => contentOf(one) === `"${tag}"`);

/** True where a list of tags has this very one. */
export const namesExactly = (list: string, tag: string): boolean =>
  list.trim() === '*' || list.split(',').some((one) => one.trim() === `"${tag}"`);

/** True where a client takes what is compressed by gzip. @param accepted its `Accept-Encoding` */
export function takesGzip(accepted = ''): boolean {
  const weights = new Map(
    accepted
      .toLowerCase()
      .split(',')
      .map((one) => {
        const [name = '', ...parameters] = one.split(';').map((part) => part.trim());
        const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
        return [name, weight === undefined ? 1 : Number(weight)] as const;
      }),
  );
  return (weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0) > 0;
}

/** The part of a file that a request asks for. */
export interface Range {
  start: number;
  /** The first byte that is not of it. */
  end: number;
}

/**
 * Reads `Range`.
 *
 * @param size of the file, in bytes
 * @returns undefined where the whole is to be sent: nothing or several parts are asked for, or nobody knows what; `none`
 *   where the file has no such part
 */
export function rangeOf(asked: string | undefined, size: number): Range | 'none' | undefined {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(asked ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  if (first === '') {
    const start = Math.max(size - Number(last), 0);
    return start < size ? { start, end: size } : 'none';
  }
  if (last !== '' && Number(last) < Number(first)) return undefined;
  if (Number(first) >= size) return 'none';
  const end = last === '' ? size : Math.min(Number(last) + 1, size);
  return { start: Number(first), end };
}
