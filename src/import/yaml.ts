import { type Document, isMap, isNode, isPair, isSeq } from 'yaml';

/** The text of YAML that somebody may have written by hand: long lines stay, and lists in brackets have no spaces. */
export const yamlText = (document: Document): string =>
  document.toString({ lineWidth: 0, flowCollectionPadding: false });

/** Where the last sign of a value stands: comments and line breaks behind it are no part of it. */
export function endOf(node: unknown): number {
  if ((isMap(node) || isSeq(node)) && !node.flow) {
    const last = node.items.at(-1);
    const inner = isPair(last) ? (last.value ?? last.key) : last;
    if (inner !== undefined) return endOf(inner);
  }
  return (isNode(node) && node.range?.[1]) || 0;
}

/** Where the line begins in which something stands. */
export const lineStart = (yaml: string, at: number): number => yaml.lastIndexOf('\n', at - 1) + 1;

/** Where the line begins that follows what ends here; a block of lines ends where that line begins. */
export function nextLine(yaml: string, end: number): number {
  if (lineStart(yaml, end) === end) return end;
  const at = yaml.indexOf('\n', end) + 1;
  return at === 0 ? yaml.length : at;
}
