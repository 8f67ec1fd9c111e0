import { z } from 'astro/zod';
import { schemaPath } from '../url.ts';
import { articleFileSchema } from './article.ts';
import { articleListSchema } from './article-list.ts';
import { figureListSchema } from './figure.ts';
import { mediaListSchema } from './media-list.ts';
import { nameListSchema } from './name-list.ts';

/** The forms of the files that the archive publishes as JSON: the name of each schema, and what it is of. */
export const SCHEMAS: readonly { name: string; of: string; schema: z.ZodType }[] = [
  { name: 'articles', of: 'articles.json', schema: articleListSchema },
  { name: 'figures', of: 'figures.json', schema: figureListSchema },
  { name: 'media', of: 'media.json', schema: mediaListSchema },
  { name: 'names', of: 'names.json', schema: nameListSchema },
  { name: 'article', of: 'index.json beside every article', schema: articleFileSchema },
];

type Json = z.core.JSONSchema.BaseSchema;

/** Has each schema say what it is before what it holds, in words of JSON Schema alone. */
function readable(schema: Json): void {
  // Of what is published a default has been filled in.
  const { title, description, standard, pattern, default: _, ...rest } = schema;
  for (const key of Object.keys(schema)) delete schema[key];
  Object.assign(schema, {
    ...(title && { title }),
    ...(description && {
      description: standard ? `${description} Follows: ${standard}.` : description,
    }),
    ...rest,
    ...(pattern && { pattern: pattern.replaceAll('\\/', '/') }),
  });
  // To what a program can count is nothing that the data say.
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

/**
 * A schema as JSON Schema, draft 2020-12, for whoever reads the data. https://json-schema.org/draft/2020-12
 *
 * @param id its own address
 */
function jsonSchema(schema: z.ZodType, id: string): object {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    override: ({ jsonSchema }) => readable(jsonSchema),
  });
  return { $schema, $id: id, ...rest };
}

/**
 * The schemas of what the archive publishes as JSON, by their paths.
 *
 * @param address makes an address of a path
 */
export const schemaFiles = (address: (path: string) => string): Map<string, string> =>
  new Map(
    SCHEMAS.map(({ name, schema }) => {
      const path = schemaPath(name);
      return [path, `${JSON.stringify(jsonSchema(schema, address(path)), null, 2)}\n`];
    }),
  );
