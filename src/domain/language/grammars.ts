import { english } from './en/grammar.ts';
import type { Grammar } from './grammar.ts';

/** The languages of which the archive knows how they say things, by their code in BCP 47. */
export const GRAMMARS: ReadonlyMap<string, Grammar> = new Map([['en', english]]);

/** The grammar of a language, given as a BCP 47 tag; nothing where the archive does not know it. */
export const grammarOf = (lang: string): Grammar | undefined =>
  GRAMMARS.get(/^[a-z]+/.exec(lang.toLowerCase())?.[0] ?? '');
