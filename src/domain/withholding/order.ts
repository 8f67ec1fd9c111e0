/** All possible orders of the indexes. */
export const orders = (indexes: readonly number[]): number[][] =>
  indexes.length < 2
    ? [[...indexes]]
    : indexes.flatMap((first) =>
        orders(indexes.filter((other) => other !== first)).map((rest) => [first, ...rest]),
      );
