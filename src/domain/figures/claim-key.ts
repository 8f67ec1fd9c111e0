import type { Figure } from './figure.ts';

/** What tells the figures of an article apart, though two have one id. */
export const claimKey = (figures: readonly Pick<Figure, 'id'>[], at: number): string => {
  const { id = '' } = figures[at] ?? {};
  return figures.findIndex((one) => one.id === id) === at ? id : `${id} ${at}`;
};

/** The figures of an article that have words, each to be found by its key. */
export const claimsOf = (
  figures: readonly Pick<Figure, 'id' | 'asStated'>[],
): Pick<Figure, 'id' | 'asStated'>[] =>
  figures
    .map(({ asStated }, at) => ({ id: claimKey(figures, at), asStated }))
    .filter(({ asStated }) => asStated.trim() !== '');
