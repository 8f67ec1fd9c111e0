/**
 * Does a work for each of many, some of them at once, and gives what comes of it in their order.
 *
 * @param width how many are under way at most
 */
export async function* inOrder<T, R>(
  all: Iterable<T>,
  width: number,
  work: (one: T) => Promise<R>,
): AsyncGenerator<R> {
  const begun: Promise<R>[] = [];
  for (const one of all) {
    const result = work(one);
    // What fails is told in its turn.
    result.catch(() => undefined);
    begun.push(result);
    const [first] = begun;
    if (begun.length < width || !first) continue;
    yield await first;
    begun.shift();
  }
  for (const result of begun) yield await result;
}
