import type { Input } from './input.ts';
import type { Item } from './item.ts';
import type { Outcome } from './outcome.ts';

/** A file of a folder that is no article, and what is told of it. */
interface OtherFile {
  path: string;
  name: string;
  outcome: Outcome;
}

/**
 * The files of folders that are no articles. They are told at the end, when it is known which of them are media of an
 * article: those were not passed over.
 */
export class OtherFiles {
  readonly #used = new Set<string>();
  readonly #held: OtherFile[] = [];

  /** Notes which files an item brings with it. */
  note({ reading }: Item): void {
    if (!('document' in reading)) return;
    for (const { local, words = [] } of reading.document.media ?? [])
      for (const file of [local, ...words.map((one) => one.local)])
        if (file && 'path' in file) this.#used.add(file.path);
  }

  /** Holds back what became of such a file. @returns false for all else, which is told at once */
  holds(input: Pick<Input, 'name'> & { path?: string }, outcome: Outcome): boolean {
    const { path, name } = input;
    if (path === undefined || outcome.outcome !== 'skipped' || outcome.as !== 'file') return false;
    this.#held.push({ path, name, outcome });
    return true;
  }

  /** Those that no article brought with it. */
  left(): OtherFile[] {
    return this.#held.filter(({ path }) => !this.#used.has(path));
  }
}
