import type { Definition, FootnoteDefinition, Nodes, Root } from 'mdast';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { because } from '../../../domain/fault.ts';
import { type BodyFault, faultAt } from './fault.ts';

type Defining = Definition | FootnoteDefinition;

const isNote = (node: Defining): node is FootnoteDefinition => node.type === 'footnoteDefinition';
const keyOf = (node: { identifier: string }) => node.identifier.toUpperCase();
const markOf = (node: Defining) => `[${isNote(node) ? '^' : ''}${node.label ?? node.identifier}]`;

/** True if a link's definition holds words besides an address: a title, or words that were read as an address. */
const hidesWords = ({ title, url }: Definition) =>
  Boolean(title) || !/^(?:[a-z][a-z\d+.-]*:|\/|#)/i.test(url);

/** The labels of the footnotes marked in a tree or in a note. Marks inside further notes in it are left out. */
function marksIn(tree: Nodes): Set<string> {
  const marks = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition' && node !== tree) return SKIP;
    if (node.type === 'footnoteReference') marks.add(keyOf(node));
    return CONTINUE;
  });
  return marks;
}

/** The labels of the footnotes that a reader can reach: from the text, or from a footnote that can be reached. */
function reachedFrom(tree: Root, notes: ReadonlyMap<string, FootnoteDefinition>): Set<string> {
  const reached = marksIn(tree);
  // The loop also visits labels that are added while it runs.
  for (const key of reached) {
    const note = notes.get(key);
    if (note) for (const mark of marksIn(note)) reached.add(mark);
  }
  return reached;
}

/**
 * Finds footnotes and link definitions whose words nobody would see: their label is already defined or is never used.
 */
export function referenceFaults(tree: Root): BodyFault[] {
  const faults: BodyFault[] = [];
  const links = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  const marked = new Set<string>();
  const define = <T extends Defining>(known: Map<string, T>, node: T) => {
    if (!known.has(keyOf(node))) known.set(keyOf(node), node);
    else
      faults.push(
        faultAt(
          node,
          because(
            'body/label',
            'A label is defined once: what is said of it again would be seen by nobody.',
            'Give it another label, and its mark too, or take it out.',
          ),
          markOf(node),
        ),
      );
  };
  visit(tree, (node) => {
    if (node.type === 'footnoteDefinition') define(notes, node);
    else if (node.type === 'definition') define(links, node);
    else if (node.type === 'linkReference' || node.type === 'imageReference')
      marked.add(keyOf(node));
  });
  const reached = reachedFrom(tree, notes);
  const lost = [
    ...[...notes].filter(([key]) => !reached.has(key)),
    ...[...links].filter(([key, link]) => !marked.has(key) && hidesWords(link)),
  ];
  for (const [, node] of lost)
    faults.push(
      faultAt(
        node,
        isNote(node)
          ? because(
              'body/footnote',
              'A footnote is shown where a mark in the text leads to it, and none does.',
              `Write ${markOf(node)} where it belongs, or make a paragraph of its words.`,
            )
          : because(
              'body/label',
              'At the start of a paragraph [words]: defines a link, and shows nothing; no link is of this label.',
              'Write \\[ for the character itself, or take the line out.',
            ),
        markOf(node),
      ),
    );
  return faults;
}
