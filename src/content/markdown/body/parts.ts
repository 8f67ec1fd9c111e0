import type { Element, Properties, Root, RootContent } from 'hast';

/** A component that stands in a body, with its props and its content. */
interface PlacedComponent {
  name: string;
  props: Properties;
  parts: BodyPart[];
}

/** The place of a medium of the article, by its index among them. */
interface MediumPlace {
  medium: number;
}

/**
 * A piece of a body as it is shown: HTML, a component, or a medium. An element may begin in one piece and end in a later
 * one.
 */
export type BodyPart = string | PlacedComponent | MediumPlace;

/** The name of the element that keeps the place of a medium; no body can write it. */
export const MEDIUM_PLACE = 'medium-place';

const isComponent = ({ tagName }: Element) => /^[A-Z]/.test(tagName) || tagName === MEDIUM_PLACE;

const holdsComponent = (node: RootContent): node is Element =>
  node.type === 'element' && (isComponent(node) || node.children.some(holdsComponent));

/** Splits a tree into HTML, components and media. Gives nothing if the tree has only HTML. */
export function partsOf(tree: Root, stringify: (tree: Root) => string): BodyPart[] | undefined {
  if (!tree.children.some(holdsComponent)) return undefined;
  const parts: BodyPart[] = [];
  const put = (html: string) => {
    const last = parts.at(-1);
    if (typeof last === 'string') parts[parts.length - 1] = last + html;
    else parts.push(html);
  };
  const visit = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (!holdsComponent(node)) put(stringify({ type: 'root', children: [node] }));
      else if (node.tagName === MEDIUM_PLACE)
        parts.push({ medium: Number(node.properties['index']) });
      else if (isComponent(node)) {
        const within: Root = { type: 'root', children: node.children };
        const html = () => (node.children.length > 0 ? [stringify(within)] : []);
        parts.push({
          name: node.tagName,
          props: node.properties,
          parts: partsOf(within, stringify) ?? html(),
        });
      } else {
        const empty = stringify({ type: 'root', children: [{ ...node, children: [] }] });
        const end = empty.lastIndexOf('</');
        put(empty.slice(0, end));
        visit(node.children);
        put(empty.slice(end));
      }
    }
  };
  visit(tree.children);
  return parts;
}
