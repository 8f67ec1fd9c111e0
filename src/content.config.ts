import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { articleLoader, recordLoader } from './content/reading/collection.ts';

// Astro only needs to know whether an entry has changed. All else is in the store, and was checked by the schemas of
// src/domain when it was read.
const schema = z.object({ digest: z.string() });

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema }),
  people: defineCollection({ loader: recordLoader('people'), schema }),
  places: defineCollection({ loader: recordLoader('places'), schema }),
  organisations: defineCollection({ loader: recordLoader('organisations'), schema }),
};
