import type { Block } from '../block.ts';
import { wordsOfNames } from './markup-names.ts';
import { isTimeLine } from './time-line.ts';

/** What stands around the text of a page and is none of it, by what it is. */
export type Furniture =
  | 'comments'
  | 'links to other pages'
  | 'sharing'
  | 'sign-up'
  | 'consent'
  | 'byline'
  | 'navigation'
  | 'breadcrumbs'
  | 'advertising'
  | 'rights'
  | 'gallery';

/** Words by which makers of pages name such parts in their markup: in classes, ids and roles. */
const NAMES: Partial<Record<Furniture, string>> = {
  comments:
    'comment comments commentlist commenter disqus respond responses replies kommentare comentarios commentaires',
  'links to other pages':
    'related relateds recommended recommendation recommendations recirc recirculation readmore seealso outbrain taboola trending popular mostread onward similar suggested crosslinks teaser teasers relacionadas relacionados relacionada correlati verwandte',
  sharing:
    'share sharing shares sharebar sharedaddy social socials addthis sharethis follow sociable',
  'sign-up':
    'newsletter newsletters subscribe subscription signup optin mailchimp paywall regwall login register donate donation',
  consent: 'consent cookie cookies gdpr onetrust didomi cmp privacy',
  byline:
    'byline bylines author authors bio timestamp pubdate authorbox authorbio postmeta articlemeta entrymeta',
  navigation:
    'nav navigation navbar menu pagination pager sidebar footer masthead tags taglist widget widgets toolbar skiplink',
  breadcrumbs: 'breadcrumb breadcrumbs',
  advertising:
    'ad ads adv advert adverts advertisement adsbygoogle sponsor sponsored promo promotion dfp anzeige werbung publicidad',
};
const KINDS = new Map<string, Furniture>(
  Object.entries(NAMES).flatMap(([kind, names]) =>
    names.split(' ').map((name) => [name, kind as Furniture] as const),
  ),
);

const ROLES = new Map<string, Furniture>([
  ['navigation', 'navigation'],
  ['search', 'navigation'],
  ['contentinfo', 'navigation'],
  ['dialog', 'consent'],
  ['alertdialog', 'consent'],
]);
const TAGS = new Map<string, Furniture>([
  ['nav', 'navigation'],
  ['footer', 'navigation'],
  ['dialog', 'consent'],
]);

/** Elsewhere an id is made of the heading that it leads to. */
const WITH_IDS = new Set(['div', 'aside', 'nav', 'ul', 'table']);
const MOST_ID_WORDS = 3;

const idWords = (id: string) => {
  const words = wordsOfNames(id);
  return words.length <= MOST_ID_WORDS ? words : [];
};

/** What the markup of an element calls it, where that is a part around the text. */
export function namedFurniture(element: Element): Furniture | undefined {
  const known = TAGS.get(element.localName) ?? ROLES.get(element.getAttribute('role') ?? '');
  if (idWords(element.id).some((word) => KINDS.get(word) === 'breadcrumbs')) return 'breadcrumbs';
  const words = [
    ...wordsOfNames(element.getAttribute('class') ?? ''),
    ...(WITH_IDS.has(element.localName) ? idWords(element.id) : []),
  ];
  for (const [at, word] of words.entries()) {
    const kind = KINDS.get(word) ?? KINDS.get(`${word}${words[at + 1] ?? ''}`);
    // The trail to a page says so besides that it is a part to find one’s way by.
    if (kind && (!known || kind === 'breadcrumbs')) return kind;
  }
  return known;
}

/** How lines begin that lead to other pages, in the languages of many newspapers. */
const LABEL =
  /^(?:(?:see |read )?(?:also|more)(?: (?:on|from|about|in|stories|news|at|like this)\b| ?[:»>→|]|$)|read (?:more|also|next|on|the full)\b|(?:related|recommended|suggested)(?: (?:articles?|stories|story|posts?|links?|news|topics?|content|reading|video))?\s*(?:[:»>→|]|$)|don.t miss\b|you (?:may|might) (?:also )?(?:like|be interested)|most (?:read|popular|viewed)|trending\b|lesen sie (?:auch|mehr|hier)|mehr (?:zum thema|dazu|von|aus)|auch interessant|das könnte (?:sie|dich)|lire (?:aussi|la suite)|à lire|voir aussi|sur le même sujet|leggi anche|lea (?:también|más)|le puede interesar|te puede interesar|ver más|leia (?:também|mais)|veja também|lees (?:ook|verder)|läs (?:också|mer|även)|les også|læs også|lue myös|zobacz (?:też|także|również)|czytaj (?:też|także|więcej)|čtěte|přečtěte|olvassa el|citește|читайте|читать|также по теме|διαβάστε|ilgili haber|baca juga|関連|相关|اقرأ)/iu;

/** The headings of boxes that hold such lines. */
const BOX =
  /^(?:breaking news|more great (?:\S{1,20} )?stories|(?:recent|latest|popular|top) (?:news|stories|articles|posts|this week|today|now))$/iu;

const SIGN_UP =
  /\b(?:sign up|subscribe|newsletters?|inbox|follow us|download (?:our|the) app|click here to get|abonnieren|abonnez|inscrivez|suscríbe\w*|assine|iscriviti|zapisz się)\b/iu;
const CONSENT =
  /\b(?:we (?:and our partners )?use cookies|accept (?:all )?cookies|cookie (?:policy|settings|preferences)|privacy (?:policy|settings)|consent to|verwende[nt] cookies|utilis(?:e|ons|ent) (?:des|les) cookies|uso de cookies|usa cookies|utilizza cookies)/iu;
const PERSONAL = /\bpersonal (?:information|data)\b/iu;
const CHOICE = /\b(?:opt.out|third part|consent)/iu;
const APPEARED = /\b(?:appeared first on|first appeared on)\b/iu;
const ADVERTISING =
  /^(?:advert(?:isement|ising)?|anzeige|werbung|publicité|publicidad|pubblicità|publicidade|reklama?|advertentie|annons|sponsored|continue reading below|(?:article|story) continues(?: below)?(?: gallery| advertisement| this ad| video)?)[.:]?$/iu;
const CONTROL =
  /^(?:share|tweet|print|email|e-mail|close|caption|next|previous|save|read later|copy link|link copied|image \d+ of ?\/? ?\d+|\d+ ?(?:of|\/) ?\d+|show (?:more|less)|(?:\d+ )?(?:post |leave |add |view )?(?:a )?comments?(?: \(\S*\))?|loading\W*|facebook|twitter|whatsapp|pinterest|enlarge(?: image)?|view author archive|email the author|follow on \w+|sign in|log in|order reprints|print article|text size|teilen|drucken|merken|partager|imprimer|compartir|imprimir|condividi|stampa)$/iu;

const DEVICE =
  /\b(?:(?:requires|enable|turn on|activate) javascript|javascript (?:is (?:disabled|required)|aktivieren)|playback is (?:un|not )supported|browser (?:does not|doesn.t) support|(?:outdated|old|unsupported|veralteten?|neueren) browser|(?:update|upgrade) your browser|browser (?:is|ist leider|ist) (?:out of date|outdated|not supported|veraltet)|loading content)\b/iu;
const RIGHTS =
  /^(?:©|\(c\)|copyright\b)|\b(?:all rights reserved|subject to copyright|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati)\b/iu;
const CREDIT = /\b(?:photo|foto|image|getty|reuters|afp|picture)/iu;

/** The place of a picture among those of a gallery: alone, or before its caption, mostly without a space. */
const PLACE = /^(?:\d{1,3}|\d{1,3} ?(?:of|von|de|di|\/) ?\d{1,3}(?:\D.*)?)$/iu;
const GLUED_PLACE = /^\d{1,3}of\d{1,3}\p{Lu}/u;
const OF_PICTURES =
  'figure, figcaption, [class*="gallery" i], [class*="caption" i], [class*="slide" i]';
const TAG_LIST =
  /^(?:tags?|filed under|topics?|keywords?|schlagw(?:ö|oe)rter|schlagworte|stichworte|themen|mots.clés|étiquettes|etiquetas|palabras clave|palavras.chave|argomenti|trefwoorden|taggar|tagi|метки|теги)\b ?[:»|]?/iu;
const TRAIL = /^(?:home|startseite|start|accueil|inicio|início|página inicial|главная) ?[»›>/|→]/iu;
/** What a line at the end of an article asks of its reader, or says of how to reach who wrote it. */
const REQUEST =
  /(?:^(?:have a (?:news )?tip|got a (?:news )?tip|join our|follow (?:us|me|@)|like us on|listen to [^.]{0,40} (?:live|weekdays)|want more stories)\b|^(?:like|enjoy(?:ed)?) this (?:story|article)\?|^[^\s@]{1,80}@[^\s@]{1,80}$|\bfollow (?:\w{1,30} ){0,6}on (?:twitter|facebook|instagram|x|threads|bluesky)\b|\b(?:may|can) be reached at\b|\breach the reporters?\b|\bdelivered (?:through your letterbox|to your (?:inbox|door))|\bletters to the editor\b|\bevery (?:day|week|morning) we send\b)/iu;
/** Words that are a request only with an address. */
const CONTACT = /^(?:write to|contact|reach|e-?mail)\b/iu;

/** Whether a block is what a page tells to programs alone: values of schema.org in a part that it hides. */
function isForPrograms(element: Element): boolean {
  const hidden = element.querySelector('[hidden], .hidden');
  return (
    hidden?.querySelector('[itemprop]') != null &&
    hidden.textContent?.trim() === element.textContent?.trim()
  );
}

const LONGEST_LABEL = 400;
const LONGEST_NOTICE = 600;
const SHORTEST_LINK = 20;
const ENDS = /[.!?…。][”"’'»)]*$/u;
const ADDRESS = /^(?:https?:|www\.)/iu;

/** What a line at the end of a text is, where it is none of it but asks something of its reader. */
export function requestOf({ text, links }: Block): Furniture | undefined {
  if (text.length > LONGEST_LABEL) return undefined;
  if (SIGN_UP.test(text) && (links > 0 || text.length < LONGEST_LABEL / 2)) return 'sign-up';
  const isContact = CONTACT.test(text) && text.includes('@');
  return isContact || REQUEST.test(text) ? 'sharing' : undefined;
}

/** What a block itself says that it is, where that is a part around the text. */
export function furnitureOf({ text, size, links, element }: Block): Furniture | undefined {
  const head = text.slice(0, LONGEST_NOTICE);
  if (isForPrograms(element)) return 'byline';
  if (links > (text.length > LONGEST_NOTICE ? 0.7 : 0.3) && TAG_LIST.test(head))
    return 'navigation';
  if (text.length <= LONGEST_NOTICE) {
    if (ADVERTISING.test(head)) return 'advertising';
    if (CONTROL.test(head)) return 'sharing';
    if (GLUED_PLACE.test(head) || (PLACE.test(head) && element.closest(OF_PICTURES) !== null))
      return 'gallery';
    if (links > 0.2 && TRAIL.test(head)) return 'navigation';
    if (isTimeLine(head)) return 'byline';
    if (text.length <= LONGEST_LABEL / 4 && DEVICE.test(head)) return 'advertising';
    if (size <= LONGEST_LABEL / 2 && RIGHTS.test(head) && !CREDIT.test(head)) return 'rights';
    if (APPEARED.test(head) && links > 0.1) return 'links to other pages';
    if (CONSENT.test(head) || (PERSONAL.test(head) && CHOICE.test(head))) return 'consent';
    if (SIGN_UP.test(head) && (links > 0.2 || size < 100)) return 'sign-up';
  }
  if (BOX.test(head)) return 'links to other pages';
  if (text.length <= LONGEST_LABEL && LABEL.test(head) && (links > 0.3 || size < 40))
    return 'links to other pages';
  // A line that is one link and no sentence leads away; in a list or a table it may be what the list is of.
  if (
    links > 0.95 &&
    size >= SHORTEST_LINK &&
    element.localName === 'p' &&
    !ENDS.test(text) &&
    !ADDRESS.test(text)
  )
    return element.closest('li, table, blockquote, figure') ? undefined : 'links to other pages';
  return undefined;
}
