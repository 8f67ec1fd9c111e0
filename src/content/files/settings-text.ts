import { stringify } from 'yaml';
import type { Settings } from '../../domain/settings.ts';

/**
 * For each line of a new settings file: the comment above it, and the example that stands there, commented out, if the
 * setting is empty.
 */
const LINES: readonly [field: keyof Settings, comment: string, example: unknown][] = [
  ['title', 'The archive’s name, over every page and in every reference.', 'Harbour Cuttings'],
  [
    'description',
    'What it is, in a sentence, under the name and in search engines.',
    'News of a harbour.',
  ],
  [
    'lang',
    'The English of the pages around the articles: en-GB, en-US, or that of another country.',
    'en-GB',
  ],
  ['url', 'Where it is hosted: a host, or a folder of one.', 'https://archive.example/'],
  [
    'about',
    'Who keeps the archive, and why: what its page about itself says first, an item a paragraph.',
    ['We keep what the newspapers of the harbour wrote.'],
  ],
  ['contact', 'Whom a reader asks about a text: mailto: or https:.', 'mailto:desk@archive.example'],
  ['pageSize', 'How many entries a page of a list holds.', 50],
];

const isEmpty = (value: unknown) => value === '' || (Array.isArray(value) && value.length === 0);

/** A file of settings, with what each line means. */
export function settingsText(settings: Settings): string {
  const blocks = LINES.map(([field, comment, example]) => {
    const value = settings[field];
    const isSettled = !isEmpty(value);
    const line = stringify(new Map([[field, isSettled ? value : example]]), { lineWidth: 0 });
    return `\n# ${comment}\n${isSettled ? line : line.replace(/^(?=.)/gm, '# ')}`;
  });
  return `# What this archive says of itself. A line that is left out has its default.\n${blocks.join('')}`;
}
