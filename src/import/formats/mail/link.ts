import { FOOTER } from './footer.ts';
import type { Recipient } from './reader.ts';

/** Links of newsletters, of which mailers make one for each reader. */

/** Parameters by which mailers follow campaigns and readers. */
const PARAMETERS =
  /^(?:utm_\w+|mc_[ce]id|_hs\w+|mkt_tok|vero_\w+|ck_subscriber_id|oly_\w+|e|u|r|[usrmec]id|(?:user|member|reader|customer|contact|recipient|sub|subscriber|subscription|person|profile|account|email|e-?mail|mail)(?:[_-]?(?:id|key|hash|token|name|address|uuid))?|token|key|hash|auth|jwt|sig|signature|fbclid|gclid|trk\w*)$/iu;
const SHORTEST_NAME = 4;
const TOKEN = /[A-Za-z0-9_+=~-]{24,}/u;
/** Words between hyphens are an article’s own address. */
const WORDS = /^(?:[a-z]+|\d{1,8})(?:-(?:[a-z]+|\d{1,8}))+$/u;

/** Whether a parameter tells one reader from another: by its name, or since its value has the reader’s own. */
function tellsReader(name: string, value: string, { addresses, names }: Recipient): boolean {
  // A mailer may be given the address of the article itself.
  if (PARAMETERS.test(name)) return !/^https?:/iu.test(value);
  const words = value.toLowerCase();
  const own = [...addresses, ...addresses.map((one) => one.split('@', 1)[0] ?? ''), ...names];
  return own.some((one) => one.length >= SHORTEST_NAME && words.startsWith(one.toLowerCase()));
}

/** An address without what tells one subscriber from another; nothing where that cannot be taken out. */
export function addressForAll(address: string, recipient: Recipient): string | undefined {
  if (!/^https?:/iu.test(address) || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  for (const [name, value] of [...url.searchParams])
    if (tellsReader(name, value, recipient)) url.searchParams.delete(name);
  const parts = [...url.pathname.split(/[/.]/u), ...url.searchParams.values(), url.hash.slice(1)];
  const words = decodedWords(url.href);
  const isOfOne =
    FOOTER.test(words) ||
    [...recipient.addresses, ...recipient.ids].some((one) => words.includes(one)) ||
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

/** An address in a text. */
export const ADDRESS = /https?:\/\/[^\s<>"]+/giu;

/** A number is no year, and a word has a figure. */
const ID = /^(?=\S{0,40}\d)[\w-]{6,40}$/u;

/** What the addresses at which a subscription is cancelled have of the reader’s: it stands in other links too. */
export const idsIn = (unsubscribe: string): string[] =>
  (unsubscribe.match(ADDRESS) ?? [])
    .flatMap((address) => (URL.canParse(address) ? new URL(address) : []))
    .flatMap(({ pathname, searchParams }) => [...pathname.split('/'), ...searchParams.values()])
    .filter((part) => ID.test(part))
    .map((part) => part.toLowerCase());
