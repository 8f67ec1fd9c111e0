/** What a page says in its `meta` elements, by name: without case, and without the points, colons and hyphens that differ. */
export type PageMeta = ReadonlyMap<string, string[]>;

const plainName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** Every `meta` of a page that has a name and says something. */
export function metaOf(document: Document): PageMeta {
  const found = new Map<string, string[]>();
  for (const element of document.querySelectorAll('meta')) {
    const content = (element.getAttribute('content') ?? element.getAttribute('value'))?.trim();
    if (!content) continue;
    const names = ['property', 'name', 'itemprop'].flatMap(
      (attribute) => element.getAttribute(attribute)?.split(/\s+/) ?? [],
    );
    for (const name of new Set(names.map(plainName))) {
      const contents = found.get(name) ?? [];
      contents.push(content);
      found.set(name, contents);
    }
  }
  return found;
}

/** What the first of the names says that is there. */
export function saidBy(meta: PageMeta, ...names: string[]): string | undefined {
  for (const name of names) {
    const [content] = meta.get(plainName(name)) ?? [];
    if (content) return content;
  }
  return undefined;
}
