import type { Figure } from './figure.ts';

/** A key for a figure of an article: its id, or for a later figure with the same id, the id and its index. */
export const claimKey = (figures: readonly Pick<Figure, 'id'>[], at: number): string => {
  const { id = '' } = figures[at] ?? {};
  return figures.findIndex((one) => one.id === id) === at ? id : `${id} ${at}`;
};

/** The figures of an article that have words, each with its key as `id`. */
export const claimsOf = (
  figures: readonly Pick<Figure, 'id' | 'asStated'>[],
): Pick<Figure, 'id' | 'asStated'>[] =>
  figures
    .map(({ asStated }, at) => ({ id: claimKey(figures, at), asStated }))
    .filter(({ asStated }) => asStated.trim() !== '');
