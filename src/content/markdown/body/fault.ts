import type { Nodes } from 'mdast';
import { because, type Fault } from '../../../domain/fault.ts';
import { COMPONENTS_FOLDER, components } from './component.ts';
import { ELEMENTS } from './element.ts';

/** A fault in a body, with its place. */
export interface BodyFault {
  fault: Fault;
  /** The offending words. */
  words: string;
  place?: { line: number; column: number };
}

const AS_TEXT = 'for the character itself write \\<';

/** Why a picture is refused that is not one of Markdown on a line of its own. */
export const NO_PICTURE = because(
  'body/picture',
  'A picture of a body stands on a line of its own, as ![what it shows](boat.jpg).',
  'Put blank lines around it, and write it so; its file and credit stand under media in the frontmatter.',
);
/** Why a picture is refused that is an element. */
const NO_PICTURE_ELEMENT = because(
  NO_PICTURE.code,
  NO_PICTURE.rule,
  'Write ![what it shows](boat.jpg) in place of the element, with blank lines around it; its file and credit stand under media in the frontmatter. A drawing is saved as a file first.',
);
/** Why a picture is refused that has a title. */
export const NO_TITLE = because(
  'body/picture',
  'A picture of a body has an alternative text and a file; its caption stands in the frontmatter.',
  'Move the words in quotation marks to caption, under media.',
);

/** Why a body is refused if one of its paragraphs begins with “import” or “export”. */
export const NO_MODULES = because(
  'body/module',
  `A body imports nothing and exports nothing; the components of ${COMPONENTS_FOLDER}/ are there by their names.`,
  'Take the line out; where it is prose, write its first letter as &#x69; (import) or &#x65; (export).',
);

export const NO_SPREAD = because(
  'body/attribute',
  'An attribute has a name and a literal.',
  'Write each attribute as name="value".',
);
export const NO_LINK_IN_LINK = because(
  'body/nesting',
  'A link does not stand in a link.',
  'Take one of the two out.',
);
export const ON_ITS_OWN = because(
  'body/nesting',
  'A block stands on lines of its own, not among words.',
  'Put blank lines around it, or write an element for words.',
);
export const HOLDS_NOTHING = because(
  'body/nesting',
  'This element holds nothing.',
  'Close it at once: <br />.',
);

/** The fault of an element that contains something it may not. `what` names what it may contain. */
export const holdsOnly = (name: string, what: string): Fault =>
  because(
    'body/nesting',
    `<${name}> holds ${what}.`,
    'Take what is no such thing out of it, or write another element around it.',
  );

/** The fault of an element outside the elements that may contain it, which are `within`. */
export const standsIn = (name: string, within: readonly string[]): Fault =>
  because(
    'body/nesting',
    `<${name}> stands in ${within.map((one) => `<${one}>`).join(' or ')}.`,
    'Write that around it, or another element.',
  );

/** The most common elements that are refused, each with its fault. */
const REFUSED: readonly (readonly [names: readonly string[], fault: Fault])[] = [
  [['img', 'picture', 'image', 'svg', 'canvas', 'source'], NO_PICTURE_ELEMENT],
  [
    ['script', 'noscript', 'template', 'slot'],
    because('body/element', 'A body is data: nothing in it is run.', `Take it out; ${AS_TEXT}.`),
  ],
  [
    ['style', 'link', 'font', 'center', 'big', 'marquee'],
    because(
      'body/element',
      'How a body looks is the archive’s.',
      'Take it out, or write Markdown.',
    ),
  ],
  [
    ['iframe', 'frame', 'frameset', 'object', 'embed', 'video', 'audio', 'track', 'portal'],
    because(
      'body/element',
      'A body loads nothing.',
      'Take it out, or link to it: [what it is](https://…).',
    ),
  ],
  [
    ['form', 'input', 'button', 'select', 'option', 'textarea', 'label', 'fieldset', 'dialog'],
    because(
      'body/element',
      'A body asks its readers nothing.',
      'Take it out, or write its words as text.',
    ),
  ],
  [
    ['html', 'head', 'body', 'title', 'meta', 'base', 'main', 'nav', 'header', 'footer', 'article'],
    because(
      'body/element',
      'What is around a text is the archive’s.',
      'Take it out; a part of a text is <section>.',
    ),
  ],
  [
    ['bdo'],
    because(
      'body/element',
      'Text is not turned round: it would read as other than what is stored.',
      'Write <bdi dir="rtl">, or take it out.',
    ),
  ],
  [
    ['pre'],
    because(
      'body/element',
      'Text that keeps its lines is a fence of Markdown.',
      'Put three backticks on a line before and after it.',
    ),
  ],
];

/** The fault of an element or component that is not allowed. @param name `null` for a tag without a name */
export function unknownElement(name: string | null): Fault {
  if (name === null)
    return because(
      'body/element',
      'A tag of a body has a name.',
      `Take <> and </> out; ${AS_TEXT}.`,
    );
  const lower = name.toLowerCase();
  const refused = REFUSED.find(([names]) => names.includes(lower));
  if (refused) return refused[1];
  if (/^[A-Z]/.test(name) && !ELEMENTS.has(lower))
    return because(
      'body/component',
      `A component of a body is one of ${COMPONENTS_FOLDER}/: ${[...components().keys()].join(', ')}.`,
      `Write one of these, or add ${name}.astro there; ${AS_TEXT}.`,
    );
  const meant = lower !== name && ELEMENTS.has(lower) ? `Write <${lower}>` : 'Take it out';
  return because(
    'body/element',
    `An element of a body is one of ${[...ELEMENTS.keys()].toSorted().join(', ')}.`,
    `${meant}, or write Markdown; ${AS_TEXT}.`,
  );
}

/** A fault at a node of the tree. Its place is the start of the node, if that is known. */
export const faultAt = (node: Pick<Nodes, 'position'>, fault: Fault, words: string): BodyFault => ({
  fault,
  words,
  ...(node.position && { place: node.position.start }),
});
