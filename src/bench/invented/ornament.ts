import type { Chance } from './chance.ts';
import type { Language } from './language.ts';
import { phrase, sentence } from './prose.ts';

/** A block of an article that is no plain paragraph. */
type Ornament = (language: Language, chance: Chance, earlier: string) => string;

const say = (language: Language, chance: Chance) => sentence(12, [], language, chance);
const rows = <T>(chance: Chance, row: () => T) => Array.from({ length: 2 + chance.below(4) }, row);

/** Each kind of block; one article in `oneIn` has it. */
const ORNAMENTS: [oneIn: number, ornament: Ornament][] = [
  [25, (language, chance) => rows(chance, () => `- ${say(language, chance)}`).join('\n')],
  [
    40,
    (language, chance) => {
      const row = () => `| ${phrase(2, language, chance)} | ${chance.below(5000)} |`;
      const head = `| ${phrase(1, language, chance)} | ${phrase(1, language, chance)} |`;
      return [head, '| --- | ---: |', ...rows(chance, row)].join('\n');
    },
  ],
  [50, (language, chance) => `${say(language, chance)}[^1]\n\n[^1]: ${say(language, chance)}`],
  [30, (language, chance) => `> ${say(language, chance)}`],
  [30, (language, chance) => `## ${phrase(3, language, chance)}\n\n${say(language, chance)}`],
  [20, (language, chance) => `*${phrase(2, language, chance)}*: ${say(language, chance)}`],
  [
    25,
    (language, chance) => {
      const words = phrase(2, language, chance);
      return `${say(language, chance)} [${words}](https://gazette.example/${chance.below(1e6)}).`;
    },
  ],
  [
    15,
    (language, chance, earlier) =>
      `${say(language, chance)} [${phrase(3, language, chance)}](${earlier}).`,
  ],
];

/** The blocks that an article has besides plain paragraphs; often none. @param earlier the path of another article */
export const ornaments = (language: Language, chance: Chance, earlier: string): string[] =>
  ORNAMENTS.flatMap(([times, ornament]) =>
    chance.oneIn(times) ? [ornament(language, chance, earlier)] : [],
  );
