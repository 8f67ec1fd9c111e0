import { z } from 'astro/zod';
import { own } from '../../domain/own.ts';

type Schema = z.core.$ZodType;

/** The schema inside `optional`, `default` and `nullable`. */
export function unwrapped(schema: Schema | undefined): Schema | undefined {
  let inner = schema;
  while (
    inner instanceof z.ZodOptional ||
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodNullable
  ) {
    inner = inner.def.innerType;
  }
  return inner;
}

const fieldsOf = (schema: z.ZodObject, partOf: (field: Schema, key: string) => unknown) =>
  // biome-ignore lint/plugin: the keys are those of the schema alone.
  Object.fromEntries(
    Object.entries(schema.shape).map(([key, field]) => [key, partOf(field as Schema, key)]),
  );

/** An empty value of the kind that a schema takes. */
function blankOf(schema: Schema): unknown {
  const missing = z.safeParse(schema, undefined);
  if (missing.success) return missing.data;
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodObject) return fieldsOf(inner, blankOf);
  if (inner instanceof z.ZodArray) return [];
  if (inner instanceof z.ZodEnum) return inner.options[0];
  if (inner instanceof z.ZodNumber) return 0;
  return '';
}

/**
 * The sound parts of a value, with the faulty parts replaced by empty values. Fields and items are read one by one, so
 * that a fault in one does not hide a fault in another.
 */
export function soundParts(schema: Schema, value: unknown): unknown {
  const read = z.safeParse(schema, value);
  if (read.success) return read.data;
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => soundParts(inner.element, item));
  if (inner instanceof z.ZodObject && typeof value === 'object' && value !== null)
    return fieldsOf(inner, (field, key) => soundParts(field, own(value, key)));
  return blankOf(schema);
}
