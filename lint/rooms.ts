import type { IForbiddenRuleType } from 'dependency-cruiser';

/**
 * The rooms of src, and which others the files of each may import, types too. A room is a folder of src, or a file that
 * lies there. What is not said here is refused; a file in no room too.
 */
const ROOMS: [room: string, others: string][] = [
  ['address', 'archive cli site'],
  ['archive', ''],
  ['articles', 'archive loaders site'],
  ['bench', 'archive cli search'],
  [
    'build',
    'address archive cite data feeds fixity loaders lock map placement quote search share sheets site',
  ],
  ['chart', 'archive'],
  ['cite', 'archive data search site'],
  ['claims', 'archive articles'],
  ['cli', 'address archive bench build fixity import loaders lock pack placement serve site'],
  ['components', 'archive chart cite data feeds map quote search sheets site styles'],
  ['content', 'loaders'],
  ['data', 'archive cite sheets site'],
  ['dev', 'loaders'],
  ['feeds', 'archive articles sheets site'],
  ['fixity', 'archive lock'],
  ['import', 'archive loaders site'],
  ['loaders', 'address archive data lock site'],
  ['lock', 'archive loaders'],
  ['map', 'archive'],
  ['pack', 'archive fixity search'],
  ['pages', 'address archive articles feeds map search sheets site texts views'],
  ['placement', 'build fixity'],
  ['quote', 'archive data search'],
  ['search', 'archive data'],
  ['serve', 'cli'],
  ['share', 'site'],
  ['sheets', 'archive articles chart claims data loaders map site texts'],
  ['site', 'archive'],
  ['styles', ''],
  ['texts', 'archive data loaders'],
  ['views', 'address archive articles cite components data feeds loaders sheets site styles'],
];

/** Rooms whose code runs in browsers too, or may one day: it has no Node there. */
const WITHOUT_NODE = ['archive', 'chart', 'cite', 'components', 'quote', 'views'];

/** A path of a file in one of the rooms. */
const within = (rooms: readonly string[]) => `^src/(?:${rooms.join('|')})(?:/|\\.)`;

/** What no import may be, as rules of dependency-cruiser. */
export const RULES: (IForbiddenRuleType & { name: string; comment: string })[] = [
  {
    name: 'no cycles',
    comment:
      'Nothing can be read, tested or moved without all the rest. Move what both need to a file below them.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'known rooms',
    comment: 'Say in lint/rooms.ts what the files of this room may import.',
    from: { path: '^src/', pathNot: within(ROOMS.map(([room]) => room)) },
    to: {},
  },
  ...ROOMS.map(([room, others]) => ({
    name: `${room} and what lies below it`,
    comment: others ? `It may import ${others.replaceAll(' ', ', ')}.` : 'It imports itself alone.',
    from: { path: within([room]) },
    to: { path: '^src/', pathNot: within([room, ...others.split(' ')]) },
  })),
  {
    name: 'no Node in browsers',
    comment: 'Hand it what it needs of Node as a value.',
    from: { path: within(WITHOUT_NODE) },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'a pure archive',
    comment: 'src/archive knows nothing of Astro but its Zod.',
    from: { path: within(['archive']) },
    to: { path: '^astro(?:$|:|/(?!zod$))' },
  },
  {
    name: 'one door to Astro’s store',
    comment: 'What is in the store is asked of src/content/queries/articles.ts.',
    from: { path: '^src/', pathNot: '^src/content\\.config\\.ts$' },
    to: { path: '^astro:content$' },
  },
  {
    name: 'no tests in the product',
    comment: 'Only the command that runs the tests knows them.',
    from: { path: '^src/', pathNot: '^src/cli/test-run\\.mjs$' },
    to: { path: '^(?:tests|lint)/' },
  },
];
