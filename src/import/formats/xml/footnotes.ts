import type { PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { bodyOfHtml } from '../../markup/markup.ts';

/** Footnotes on their way through HTML, which has none: a mark in the text for each, which no text of others can hold. */

const MARK = /\ufdd0(\d{1,9})\ufdd1/u;

/** The footnotes of one text. */
export interface Footnotes {
  /** The mark of a note, by the name that its source has for it, or of a note that stands where its mark is. */
  mark: (name: string) => string;
  /** What a note says, as HTML. */
  define: (name: string, html: string) => void;
  /** Puts marks and notes into a body that was made of HTML with marks in it. Notes without a mark become paragraphs at its end. */
  into: (body: Root) => void;
}

/** The footnotes of a text that is about to be written as HTML. */
export function footnotes(): Footnotes {
  const numbers = new Map<string, number>();
  const notes = new Map<number, string>();
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? numbers.size + 1;
    numbers.set(name, number);
    return number;
  };
  return {
    mark: (name) => `\ufdd0${numberOf(name)}\ufdd1`,
    define: (name, html) => {
      notes.set(numberOf(name), html);
    },
    into: (body) => {
      const said = new Map(
        [...notes]
          .map(([number, html]) => [number, bodyOfHtml(html, undefined).body.children] as const)
          .filter(([, children]) => children.length > 0),
      );
      const marked = markedIn(body, new Set(said.keys()));
      for (const [number, children] of said) {
        for (const child of children) markedIn({ type: 'root', children: [child] }, new Set());
        const name = `${number}`;
        if (marked.has(number))
          body.children.push({
            type: 'footnoteDefinition',
            identifier: name,
            label: name,
            children: children.filter((child) => child.type !== 'footnoteDefinition') as never,
          });
        else body.children.push(...children);
      }
    },
  };
}

/** Makes marks of what stands for them in the texts of a body; those of notes that say nothing are taken out. */
function markedIn(body: Root, known: ReadonlySet<number>): Set<number> {
  const marked = new Set<number>();
  visit(body, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('\ufdd0')) return undefined;
    const made = node.value.split(MARK).flatMap((part, place): PhrasingContent[] => {
      if (place % 2 === 0) return part === '' ? [] : [{ type: 'text', value: part }];
      if (!known.has(Number(part))) return [];
      marked.add(Number(part));
      return [{ type: 'footnoteReference', identifier: part, label: part }];
    });
    parent.children = [
      ...parent.children.slice(0, index),
      ...made,
      ...parent.children.slice(index + 1),
    ] as typeof parent.children;
    return [SKIP, index + made.length];
  });
  return marked;
}
