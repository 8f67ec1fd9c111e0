import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { FOOTER } from './footer.ts';
import { greetingIn } from './greeting.ts';
import { ADDRESS, addressForAll } from './link.ts';
import type { Recipient } from './reader.ts';

/** What of a newsletter is for its recipient alone: ways to unsubscribe, greetings, addresses that name the subscriber. */

const LONGEST_FOOTER = 700;
const GREETING = 80;

/** Whether a block is for the recipient alone. */
function isForRecipient(text: string, recipient: Recipient): boolean {
  const { addresses, names } = recipient;
  const words = text.toLowerCase();
  if (addresses.some((address) => words.includes(address))) return true;
  if (text.length <= LONGEST_FOOTER && FOOTER.test(text)) return true;
  if (text.length > GREETING) return false;
  return (
    greetingIn(text.trim(), recipient) > 0 ||
    names.some((name) => words.includes(name.toLowerCase()))
  );
}

/** Takes the greeting off a longer text that goes on behind it. */
function takeGreeting(block: Paragraph, recipient: Recipient): boolean {
  const [first] = block.children;
  if (first?.type !== 'text') return false;
  const text = first.value.trimStart();
  const end = greetingIn(text, recipient);
  if (end > 0) first.value = text.slice(end).trimStart();
  return end > 0;
}

const isText = (node: RootContent): node is Paragraph =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'table';

/** Takes out of a body what is for its recipient alone, and says what was. */
export function forEverybody(body: Root, recipient: Recipient): string[] {
  let blocks = 0;
  let links = 0;
  let trimmed = 0;
  let greetings = 0;
  visit(body, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (isText(node as RootContent) && isForRecipient(toText(node), recipient)) {
      parent.children.splice(index, 1);
      blocks++;
      return [SKIP, index];
    }
    if (node.type === 'paragraph' && takeGreeting(node, recipient)) greetings++;
    if (node.type === 'link') {
      const address = addressForAll(node.url, recipient);
      if (address !== undefined) {
        if (address !== new URL(node.url).href) trimmed++;
        node.url = address;
        return undefined;
      }
      links++;
      const words: PhrasingContent[] = node.children;
      parent.children = [
        ...parent.children.slice(0, index),
        ...words,
        ...parent.children.slice(index + 1),
      ] as typeof parent.children;
      return index;
    }
    if (node.type === 'text')
      node.value = node.value.replace(ADDRESS, (found) => {
        const address = addressForAll(found, recipient);
        if (address === undefined) links++;
        else if (address !== new URL(found).href) trimmed++;
        return address ?? '';
      });
    return undefined;
  });
  const rest = toText(body).toLowerCase();
  return [
    ...(blocks > 0
      ? [`${blocks === 1 ? 'one block' : `${blocks} blocks`} for its recipient alone left out`]
      : []),
    ...(links > 0
      ? [`${links === 1 ? 'one link' : `${links} links`} that told who the recipient was left out`]
      : []),
    ...(trimmed > 0
      ? [
          `${trimmed === 1 ? 'one link' : `${trimmed} links`} without what told of its reader or campaign: see that it still leads there`,
        ]
      : []),
    ...(greetings > 0 ? ['the greeting of its recipient left out'] : []),
    ...(recipient.names.some((name) => rest.includes(name.toLowerCase()))
      ? ['its text names its recipient: see whether that may stand']
      : []),
  ];
}
