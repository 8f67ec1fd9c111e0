import { defineCollection } from 'astro:content';
import { recordSchemas } from './archive/authority.ts';
import { articleLoader, recordLoader } from './loaders/collection.ts';
import { articleEntrySchema } from './loaders/entry.ts';

export const collections = {
  articles: defineCollection({ loader: articleLoader(), schema: articleEntrySchema }),
  people: defineCollection({ loader: recordLoader('people'), schema: recordSchemas.people }),
  places: defineCollection({ loader: recordLoader('places'), schema: recordSchemas.places }),
  organisations: defineCollection({
    loader: recordLoader('organisations'),
    schema: recordSchemas.organisations,
  }),
};
