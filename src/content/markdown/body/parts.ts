import type { Element, Properties, Root, RootContent } from 'hast';

/** A component where it stands in a body. */
interface PlacedComponent {
  name: string;
  props: Properties;
  parts: BodyPart[];
}

/** A piece of a body that is shown: HTML, of which an element may begin in one piece and end in another, or a component. */
export type BodyPart = string | PlacedComponent;

const isComponent = ({ tagName }: Element) => /^[A-Z]/.test(tagName);

const holdsComponent = (node: RootContent): node is Element =>
  node.type === 'element' && (isComponent(node) || node.children.some(holdsComponent));

/** The parts of a tree in which components stand; nothing where none does. */
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
