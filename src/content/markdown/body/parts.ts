import type { Element, Properties, Root, RootContent } from 'hast';

/** A component that stands in a body, with its props and its content. */
interface PlacedComponent {
  name: string;
  props: Properties;
  parts: BodyPart[];
}

/** A piece of a body as it is shown: HTML, or a component. An element may begin in one piece and end in a later one. */
export type BodyPart = string | PlacedComponent;

const isComponent = ({ tagName }: Element) => /^[A-Z]/.test(tagName);

const holdsComponent = (node: RootContent): node is Element =>
  node.type === 'element' && (isComponent(node) || node.children.some(holdsComponent));

/** Splits a tree into HTML and components. Gives nothing if the tree has no components. */
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
