import type { Block } from './block.ts';
import { wordsOfNames } from './surroundings/markup-names.ts';
import { bareText } from './word-runs.ts';

/** Words by which makers of pages name a standfirst in their markup. */
const NAMES = new Set(
  'standfirst dek deck subtitle subtitulo subheadline subheader sottotitolo chapo chapeau vorspann bajada copete entradilla ingress summary excerpt abstract'.split(
    ' ',
  ),
);
/** How far outside of it a standfirst is named. */
const OUTWARD = 2;

const SHORTEST = 15;
/** A description of fewer letters says too little to be known again. */
const SHORTEST_DESCRIPTION = 30;
/** A standfirst is one paragraph, in which there may be lines. */
const FARTHEST = 40;

function isNamed({ element }: Block): boolean {
  let one: Element | null = element;
  for (let step = 0; one && step <= OUTWARD; step++, one = one.parentElement) {
    const words = wordsOfNames(one.getAttribute('class') ?? '');
    const property = one.getAttribute('itemprop') ?? '';
    if (property === 'description' || property === 'alternativeHeadline') return true;
    if (words.some((word, at) => NAMES.has(word) || NAMES.has(`${word}${words[at + 1] ?? ''}`)))
      return true;
  }
  return false;
}

/** Whether a block says what a description says, which may be cut. */
export function isDescription(text: string, description: string): boolean {
  const [block, told] = [bareText(text), bareText(description)];
  if (told.length < SHORTEST_DESCRIPTION) return block === told && told !== '';
  return block.length >= SHORTEST_DESCRIPTION && (block.startsWith(told) || told.startsWith(block));
}

/**
 * Finds the standfirst above a text: what the markup calls so, or what says the same as the page’s description.
 *
 * @returns the block, and whether the markup calls it so: else it may be the first paragraph as well
 */
export function standfirstOf(
  blocks: readonly Block[],
  text: readonly Block[],
  descriptions: readonly string[],
  isAround: (block: Block) => boolean,
): { block: Block; isNamed: boolean } | undefined {
  const taken = new Set(text);
  const paragraphs = text
    .filter(({ size }) => size >= 3 * SHORTEST)
    .toSorted((a, b) => a.index - b.index);
  const first = paragraphs[0]?.index ?? 0;
  const second = paragraphs[1]?.index ?? first;
  const above = blocks.slice(Math.max(0, first - FARTHEST), second);
  const candidates = above.filter(
    (block) =>
      block.size >= SHORTEST &&
      !isAround(block) &&
      !/^h1$/u.test(block.element.localName) &&
      block.links < 0.5,
  );
  const named = candidates.filter(isNamed);
  const [only, another] = named;
  // A class that several blocks have is no standfirst’s.
  if (only && !another) return { block: only, isNamed: true };
  const described = candidates.find(({ text: words }) =>
    descriptions.some((description) => isDescription(words, description)),
  );
  return described && !taken.has(described) ? { block: described, isNamed: false } : undefined;
}
