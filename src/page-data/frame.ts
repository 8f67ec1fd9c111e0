import { latestYear } from '../content/queries/articles.ts';
import { media } from '../content/queries/media.ts';

/** What every page shows besides its page data, in its masthead: it is part of the key of every page. */
export const frame = () => ({ year: latestYear(), hasMedia: media().length > 0 });
