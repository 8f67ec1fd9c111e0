import type { XmlElement } from '../feed/element.ts';

const EXPORT = /^https?:\/\/(?:www\.)?wordpress\.org\/export\//iu;

/** Whether an element is one of WordPress’s own. */
export const isOfExport = ({ namespace }: XmlElement): boolean => EXPORT.test(namespace);

/** The text of the first element of a name; `undefined` where there is none. */
export const textOf = (elements: readonly XmlElement[], name: string): string | undefined =>
  elements.find((element) => element.name === name)?.text;

/** The custom fields of an item; the first of a name counts. */
export function fieldsOf(item: XmlElement): Map<string, string> {
  const fields = new Map<string, string>();
  for (const { name, children } of item.children) {
    const key = name === 'postmeta' ? textOf(children, 'meta_key')?.trim() : undefined;
    if (key && !fields.has(key)) fields.set(key, textOf(children, 'meta_value') ?? '');
  }
  return fields;
}

/** The terms of an item in a taxonomy: `category`, `post_tag`, `author`. */
export const termsOf = (item: XmlElement): { taxonomy: string; slug: string; name: string }[] =>
  item.children
    .filter(({ name }) => name === 'category')
    .map(({ attributes, text }) => {
      const given = new Map(attributes);
      return {
        taxonomy: given.get('domain') ?? '',
        slug: given.get('nicename') ?? '',
        name: text.trim(),
      };
    });
