import { itemsOf } from '../../../../src/import/item.ts';
import type { WrittenDocument } from '../../../../src/import/source-document.ts';

/** An item by its place: what it states, in words why it is passed over, or what is wrong with it. */
export async function placed(
  input: string | Uint8Array,
  encoding?: string,
): Promise<Map<string, Partial<WrittenDocument> | string>> {
  const bytes = typeof input === 'string' ? Buffer.from(input) : input;
  const all = new Map<string, Partial<WrittenDocument> | string>();
  for await (const { item } of itemsOf({ name: 'input', bytes }, { encoding })) {
    const { origin, reading } = item;
    all.set(
      origin.slice('input'.length),
      'document' in reading
        ? reading.document
        : 'skipped' in reading
          ? `${reading.as}: ${reading.skipped}`
          : reading.fault,
    );
  }
  return all;
}

/** What the only item states of these fields, and of no other. */
export async function stated(input: string | Uint8Array): Promise<Partial<WrittenDocument>> {
  const [item, ...others] = [...(await placed(input)).values()];
  if (typeof item !== 'object' || others.length > 0)
    throw new Error(`${item} and ${others.length} others`);
  const { sha256: _, named: __, mdx: ___, paragraphs: ____, ...facts } = item;
  return Object.fromEntries(
    Object.entries(facts).filter(
      ([, value]) => value !== undefined && (!Array.isArray(value) || value.length > 0),
    ),
  );
}
