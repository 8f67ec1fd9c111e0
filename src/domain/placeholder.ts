/** What the archive proposes where only the archivist knows what to say; none of it is for readers. */
export const PLACEHOLDER = {
  note: 'Say what changed, and why.',
  withdrawn: 'Say why the text may no longer be shown.',
  former: 'What it said: take it from your version history, or from a bag.',
  brief: '…',
} as const;

const { brief, ...SENTENCES } = PLACEHOLDER;

/** The placeholder that still stands in some words; nothing where they are somebody’s own. */
export function placeholderIn(words: string): string | undefined {
  if (words.trim() === brief || words.trim() === '...') return words.trim();
  return Object.values(SENTENCES).find((one) =>
    words.toLowerCase().includes(one.slice(0, -1).toLowerCase()),
  );
}
