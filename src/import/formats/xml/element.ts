/** An element of XML, with what it holds in order. */
export interface XmlElement {
  /** The namespace of its prefix; the prefix itself has no meaning. */
  namespace: string;
  /** Its name without prefix, in lower case. */
  name: string;
  /** Its attributes, by their names without prefix, in lower case. */
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

/** The elements directly in one. */
export const elementsIn = ({ children }: XmlElement): XmlElement[] =>
  children.filter((child) => typeof child !== 'string');

/** The elements that a path of names leads to, from one down. */
export const at = (element: XmlElement, ...path: string[]): XmlElement[] =>
  path.reduce(
    (found, name) => found.flatMap((one) => elementsIn(one).filter((child) => child.name === name)),
    [element],
  );

/** Every element of some names in one, at any depth, in order. */
export const within = (element: XmlElement, ...names: string[]): XmlElement[] =>
  elementsIn(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...within(child, ...names),
  ]);

/** Every element of a name in one, but for those within another of it. */
export const outermost = (element: XmlElement, name: string): XmlElement[] =>
  elementsIn(element).flatMap((child) => (child.name === name ? [child] : outermost(child, name)));

/** All characters in an element. */
export const textOf = ({ children }: XmlElement): string =>
  children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');

/** The characters of the first element that holds any; nothing where none does. */
export const firstText = (elements: readonly XmlElement[]): string | undefined =>
  elements.map(textOf).find((text) => text.trim() !== '');

/** The first value of an attribute that is not blank. */
export const firstValue = (elements: readonly XmlElement[], name: string): string | undefined =>
  elements.map(({ attributes }) => attributes.get(name)).find((value) => value?.trim());
