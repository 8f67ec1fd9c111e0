import { make } from './dom.ts';

/** Has the browser save a file. @param content may be in pieces */
export function save(content: readonly string[], type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([...content], { type }));
  const link = make('a', { href: address, download: name });
  link.click();
  // Not at once, since the browser needs time to read it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
