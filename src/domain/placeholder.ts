/** Text that the archive proposes where the archivist must write their own. It must never be published. */
export const PLACEHOLDER = {
  note: 'Say what changed, and why.',
  withdrawn: 'Say why the text may no longer be shown.',
  former: 'What it said: take it from your version history, or from a bag.',
  brief: '…',
} as const;

const { brief, ...SENTENCES } = PLACEHOLDER;

/** The placeholder that is still in some words; undefined where there is none. */
export function placeholderIn(words: string): string | undefined {
  if (words.trim() === brief || words.trim() === '...') return words.trim();
  return Object.values(SENTENCES).find((one) =>
    words.toLowerCase().includes(one.slice(0, -1).toLowerCase()),
  );
}
