import type { Element } from 'hast';

/** An attribute as it is written; parsers of HTML give some of them other names. */
export function attribute({ properties }: Element, name: string): string | undefined {
  const camel = name.replace(/-([a-z])/gu, (_, letter: string) => letter.toUpperCase());
  const own = name === 'srcset' ? 'srcSet' : name === 'srclang' ? 'srcLang' : camel;
  const value = properties[own] ?? properties[name];
  const text = Array.isArray(value) ? value.join(name === 'srcset' ? ', ' : ' ') : value;
  return typeof text === 'string' || typeof text === 'number' ? `${text}` : undefined;
}
