import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as toText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** What of a newsletter is for its recipient alone: ways to unsubscribe, greetings, addresses that name the subscriber. */

const FOOTER =
  /\b(?:unsubscribe|opt[ -]?out|(?:manage|update|change) (?:your )?(?:e-?mail )?(?:preferences|subscription)|(?:view|read|open) (?:this |it )?(?:e-?mail |newsletter |message )?(?:in|on) (?:your |a )?(?:web ?)?(?:browser|online)|view online|forward to a friend|you(?:’|'| a)re receiving this|you (?:are receiving|received) this|this (?:e-?mail|message) was sent to|why did i get this|abbestellen|abmelden|im browser (?:anzeigen|ansehen|öffnen|lesen)|(?:se )?d[ée]s(?:abonner|inscrire)|d[ée]sinscription|voir (?:cet e-?mail )?dans (?:votre|le) navigateur|darse de baja|cancelar (?:la |su )?suscripción|ver en (?:el|tu|su) navegador|disiscriviti|annulla l['’]iscrizione|uitschrijven|afmelden|bekijk (?:deze e-?mail )?in (?:je|uw) browser|avregistrera|meld (?:deg|dig) av|afmeld|peru(?:uta)? tilaus|wypisz|cancelar inscri[çc][ãa]o|отписаться)/iu;
const LONGEST_FOOTER = 700;
const GREETING = 80;

/** Who a message went to. */
export interface Recipient {
  addresses: readonly string[];
  names: readonly string[];
}

const PARAMETERS =
  /^(?:utm_\w+|mc_[ce]id|_hs\w+|mkt_tok|vero_\w+|ck_subscriber_id|oly_\w+|e(?:mail)?|s?ub(?:scriber)?_?id|token|r|uid|fbclid|gclid|trk\w*)$/iu;
const TOKEN = /[A-Za-z0-9_+=~-]{24,}/u;
/** Words between hyphens are an article’s own address. */
const WORDS = /^(?:[a-z]+|\d{1,8})(?:-(?:[a-z]+|\d{1,8}))+$/u;

/** An address without what tells one subscriber from another; nothing where that cannot be taken out. */
export function addressForAll(address: string, { addresses }: Recipient): string | undefined {
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()])
    if (PARAMETERS.test(name)) url.searchParams.delete(name);
  const parts = [...url.pathname.split(/[/.]/u), ...url.searchParams.values(), url.hash.slice(1)];
  const isOfOne =
    FOOTER.test(decodedWords(url.href)) ||
    addresses.some((one) => decodedWords(url.href).includes(one)) ||
    parts.some((part) => TOKEN.test(part) && !WORDS.test(part));
  return isOfOne ? undefined : url.href;
}

function decodedWords(address: string): string {
  try {
    return decodeURIComponent(address).toLowerCase();
  } catch {
    return address.toLowerCase();
  }
}

const ADDRESS = /https?:\/\/[^\s<>"]+/giu;

/** Whether a block is for the recipient alone. */
function isForRecipient(text: string, { addresses, names }: Recipient): boolean {
  const words = text.toLowerCase();
  if (addresses.some((address) => words.includes(address))) return true;
  if (text.length <= LONGEST_FOOTER && FOOTER.test(text)) return true;
  return text.length <= GREETING && names.some((name) => words.includes(name.toLowerCase()));
}

const isText = (node: RootContent): node is Paragraph =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'table';

/** Takes out of a body what is for its recipient alone, and says what was. */
export function forEverybody(body: Root, recipient: Recipient): string[] {
  let blocks = 0;
  let links = 0;
  visit(body, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (isText(node as RootContent) && isForRecipient(toText(node), recipient)) {
      parent.children.splice(index, 1);
      blocks++;
      return [SKIP, index];
    }
    if (node.type === 'link') {
      const address = addressForAll(node.url, recipient);
      if (address !== undefined) {
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
    ...(recipient.names.some((name) => rest.includes(name.toLowerCase()))
      ? ['its text names its recipient: see whether that may stand']
      : []),
  ];
}
