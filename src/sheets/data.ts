import { articles } from '../articles.ts';
import { claims } from '../claims.ts';

/** Everything that the page about the data shows. */
export function dataSheet() {
  return { claims: claims().length, example: articles().at(-1)?.id };
}

export type DataSheet = ReturnType<typeof dataSheet>;
