import type { IForbiddenRuleType } from 'dependency-cruiser';

/** What every room may import: the vocabulary of the archive. */
const DOMAIN = 'domain';

/**
 * The rooms of src, and which others the files of each may import, types too; all may import `domain`. A room is a
 * folder of src, or of `content` or `outputs`, or a file that lies there. What is not said here is refused; a file in
 * no room too. ARCHITECTURE.md tells what each is for, and has this list.
 */
export const ROOMS: readonly [room: string, others: string][] = [
  [DOMAIN, ''],
  ['messages', ''],
  ['errors', ''],
  ['site', 'content/files'],
  ['site-address', 'errors site'],
  ['handover', ''],
  ['bounded-thread', ''],
  ['dependencies', ''],
  // What is on the disk, and what of it is kept.
  ['content/files', ''],
  ['content/media', 'bounded-thread content/files'],
  ['content/markdown', 'content/files content/ledger/statements site'],
  [
    'content/checks',
    'content/files content/markdown content/media content/reading content/store site',
  ],
  [
    'content/reading',
    'content/checks content/files content/ledger content/markdown content/media content/store dependencies handover site site-address',
  ],
  [
    'content/ledger',
    'content/files content/markdown content/reading content/store lock messages placement',
  ],
  ['content/store', 'content/files content/markdown content/reading handover lock site-address'],
  ['content/queries', 'content/markdown content/reading content/store messages site'],
  ['content.config', 'content/reading'],
  ['lock', 'content/files'],
  // What readers see.
  ['page-data', 'content handover messages outputs/chart outputs/data outputs/map site'],
  [
    'components',
    'client messages outputs/chart outputs/data outputs/feeds outputs/map page-data site styles',
  ],
  [
    'views',
    'client components content messages outputs/data outputs/feeds outputs/linked-data page-data site site-address styles',
  ],
  ['pages', 'content messages outputs/feeds outputs/map page-data site site-address views'],
  ['styles', ''],
  ['client', 'messages site styles'],
  // What a build writes besides pages.
  ['outputs/chart', 'messages'],
  ['outputs/data', 'messages site'],
  ['outputs/feeds', 'content messages page-data site'],
  ['outputs/iiif', 'content site'],
  ['outputs/linked-data', 'messages page-data site'],
  ['outputs/map', ''],
  ['outputs/media', 'content/files content/media outputs/media-words outputs/share site-address'],
  ['outputs/media-words', ''],
  ['outputs/quote-index', ''],
  ['outputs/search-index', 'content/files content/store/kept-text'],
  ['outputs/share', 'bounded-thread site'],
  ['outputs/site-files', 'content outputs site site-address'],
  // What works on the whole.
  [
    'build',
    'content dependencies errors fixity handover lock outputs page-data placement site site-address',
  ],
  ['placement', 'fixity'],
  ['fixity', 'lock'],
  ['offline', 'fixity'],
  ['exporting', ''],
  ['hosting', 'errors'],
  ['packing', 'fixity hosting placement'],
  ['publication', 'fixity hosting'],
  [
    'parts',
    'build content errors fixity lock outputs/media outputs/search-index publication site-address',
  ],
  ['import', 'content messages site'],
  ['setup', 'errors'],
  ['bench', 'errors import outputs/media outputs/search-index setup'],
  [
    'cli',
    'bench build content errors exporting fixity hosting import lock offline packing parts placement publication setup site site-address',
  ],
];

/** Rooms whose code runs in browsers too, or may one day: it has no Node there. */
const WITHOUT_NODE = [DOMAIN, 'messages', 'client', 'components', 'views', 'outputs/chart'];

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
    comment: `It may import ${[DOMAIN, ...others.split(' ').filter(Boolean)].join(', ')}.`,
    from: { path: within([room]) },
    to: { path: '^src/', pathNot: within([room, DOMAIN, ...others.split(' ').filter(Boolean)]) },
  })),
  {
    name: 'no Node in browsers',
    comment: 'Hand it what it needs of Node as a value.',
    from: { path: within(WITHOUT_NODE) },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'no Node in Workers',
    comment: 'What answers with a packed site runs at Cloudflare too: only its program is of Node.',
    from: { path: '^src/hosting/(?:host-rules|serve/target|packed/(?!server\\.))' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'a pure domain',
    comment: 'src/domain knows nothing of Astro but its Zod.',
    from: { path: within([DOMAIN]) },
    to: { path: '^astro(?:$|:|/(?!zod$))' },
  },
  {
    name: 'languages by one interface',
    comment:
      'Ask src/domain/language/grammars.ts. What the interface itself says is in its own language.',
    from: {
      path: '^src/',
      pathNot: [
        '^src/domain/language/',
        '^src/messages/',
        // What the pages say around a name is English, as they are.
        '^src/views/record/RecordFigures\\.astro',
        // Pagefind stems every text as English here.
        '^src/client/search/texts/text-engine\\.ts$',
      ],
    },
    to: { path: '^src/domain/language/[a-z]{2}/' },
  },
  {
    name: 'one door to Astro’s store',
    comment: 'What is in the store is asked of src/content/queries.',
    from: { path: '^src/', pathNot: '^src/content\\.config\\.ts$' },
    to: { path: '^astro:content$' },
  },
  {
    name: 'no tests in the product',
    comment: 'Only the command that runs the tests knows them.',
    from: { path: '^src/', pathNot: '^src/cli/testing/test-run\\.mjs$' },
    to: { path: '^(?:tests|lint)/' },
  },
];
