import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { articleLoader, recordLoader } from './content/reading/collection.ts';

// What Astro needs of an entry: whether it has changed. The rest is in the store, checked by the schemas of src/domain
// when it is read.
const schema = z.object({ digest: z.string() });

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema }),
  people: defineCollection({ loader: recordLoader('people'), schema }),
  places: defineCollection({ loader: recordLoader('places'), schema }),
  organisations: defineCollection({ loader: recordLoader('organisations'), schema }),
};
