import type { Recipient } from './reader.ts';

/** How a message begins that greets its reader, in the languages of many newsletters. */
const GREETS =
  /^(?:hello|hi|hey|dear|good (?:morning|day|afternoon|evening)|welcome(?: back)?|hallo|guten (?:tag|morgen|abend)|moin|liebe[rs]?|sehr geehrte[rs]?|bonjour|bonsoir|cher|chère|hola|estimad[oa]|querid[oa]|buenos días|olá|bom dia|car[oa]|ciao|gentile|buongiorno|beste|geachte|hej|hei|kära?|kære|cześć|witaj)(?![\p{L}-])/iu;
const MOST_GREETED = 60;

/** Where in a text a greeting by name ends; 0 where none begins it. The name may be that in an address. */
export function greetingIn(text: string, { addresses, names }: Recipient): number {
  const end = /[,!.:;–—\n]/u.exec(text)?.index ?? text.length;
  if (end > MOST_GREETED || !GREETS.test(text)) return 0;
  const own = [
    ...names,
    ...addresses.flatMap((one) => (one.split('@', 1)[0] ?? '').split(/[^\p{L}]+/u)),
  ]
    .filter((one) => one.length > 2)
    .map((one) => one.toLowerCase());
  const greeted = text.slice(0, end).toLowerCase();
  const words = new Set(greeted.split(/[^\p{L}]+/u).slice(1));
  return own.some((one) => words.has(one) || (one.includes(' ') && greeted.includes(one)))
    ? Math.min(end + 1, text.length)
    : 0;
}
