/** Everything in every order. */
export const orders = (indexes: readonly number[]): number[][] =>
  indexes.length < 2
    ? [[...indexes]]
    : indexes.flatMap((first) =>
        orders(indexes.filter((other) => other !== first)).map((rest) => [first, ...rest]),
      );
