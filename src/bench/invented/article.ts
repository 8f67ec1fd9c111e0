import { KINDS, type Kind } from '../../domain/authorities/authority.ts';
import { slugOf } from '../../domain/slug.ts';
import type { Chance } from './chance.ts';
import { inventFigure } from './figure.ts';
import { ENGLISH, FOREIGN, type Language } from './language.ts';
import { ornaments } from './ornament.ts';
import { paragraphs, phrase } from './prose.ts';
import type { Register, Registered } from './register.ts';
import { capital, type Script } from './script.ts';

/**
 * How many words an article has without its names. With them, half of the articles have fewer than 120. Two thirds of
 * the lengths are within a factor of e^SPREAD of the median.
 */
const [SHORTEST, MEDIAN, LONGEST, SPREAD] = [12, 90, 2000, 0.8] as const;

/** How many words an article has for each name. */
const WORDS_TO_A_NAME: Record<Kind, number> = { people: 60, places: 60, organisations: 100 };
const MOST_NAMES = 12;

const PUBLISHERS = ['The Harbour Gazette', 'Northern Wire', 'The Evening Ledger', 'Coast Radio'];

/** An article: the name of its file without the ending, and the text of the file. */
export interface InventedArticle {
  slug: string;
  mdx: string;
}

/** The mentions of names in a text: first each name in full, then some of them again, shorter. */
function mentions(names: readonly Registered[], script: Script, chance: Chance): string[] {
  const again = names.flatMap((name) => {
    const times = chance.oneIn(3) ? 0 : 1 + chance.below(3);
    return Array.from({ length: times }, () => name.short(script));
  });
  return [...names.map((name) => name.full(script)), ...again];
}

function headlineOf(name: Registered | undefined, language: Language, chance: Chance): string {
  const words = phrase(4 + chance.below(5), language, chance);
  return capital(name ? `${name.short(language.script)} ${words}` : words);
}

/**
 * Invents an article.
 *
 * @param moment when it was published, in ISO 8601; the article has the same day
 * @param earlier the path of another article, which it may link to
 */
export function inventArticle(
  moment: string,
  earlier: string,
  register: Register,
  chance: Chance,
): InventedArticle {
  const day = moment.slice(0, 10);
  const language = chance.oneIn(30) ? chance.pick(FOREIGN) : ENGLISH;
  const length = MEDIAN * Math.exp(SPREAD * chance.normal());
  const words = Math.round(Math.min(LONGEST, Math.max(SHORTEST, length)));
  const draw = (kind: Kind) => {
    const count = (words / WORDS_TO_A_NAME[kind]) * (0.5 + chance.part()) + chance.part();
    return register.draw(kind, Math.min(MOST_NAMES, Math.floor(count)));
  };
  const named = {
    people: draw('people'),
    places: draw('places'),
    organisations: draw('organisations'),
  };
  const all = KINDS.flatMap((kind) => named[kind]);

  const blocks = paragraphs(words, mentions(all, language.script, chance), language, chance);
  const headline = headlineOf(all[0], language, chance);
  const hasFigures = language === ENGLISH && chance.oneIn(15);
  const figures = Array.from({ length: hasFigures ? 1 + chance.below(2) : 0 }, (_, index) =>
    inventFigure(`count-${index + 1}`, day, named.places, named.organisations, chance),
  );
  for (const block of [
    ...figures.map(({ sentence }) => sentence),
    ...ornaments(language, chance, earlier),
  ])
    blocks.splice(1 + chance.below(blocks.length), 0, block);

  const isTitled = !chance.oneIn(20);
  const source = {
    publisher: chance.pick(PUBLISHERS),
    url: `https://wire.example/${day}/${chance.below(1e6)}`,
    published: moment,
  };
  const frontmatter = [
    ...(isTitled ? [`title: ${JSON.stringify(headline)}`] : []),
    `date: ${day}`,
    `text: ${chance.oneIn(10) ? 'account' : 'verbatim'}`,
    ...(language.tag === undefined ? [] : [`lang: ${language.tag}`]),
    `source: ${JSON.stringify(source)}`,
    ...KINDS.filter((kind) => named[kind].length > 0).map(
      (kind) => `${kind}: [${named[kind].map(({ id }) => id).join(', ')}]`,
    ),
    ...(named.places[0] && chance.oneIn(2) ? [`dateline: ${named.places[0].id}`] : []),
    ...(figures.length > 0 ? ['figures:', ...figures.map(({ yaml }) => `  - ${yaml}`)] : []),
  ];
  return {
    slug: slugOf(isTitled ? headline : (blocks[0] ?? ''), 'article'),
    mdx: `---\n${frontmatter.join('\n')}\n---\n\n${blocks.join('\n\n')}\n`,
  };
}
