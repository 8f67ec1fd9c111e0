import { english } from './en/grammar.ts';
import type { Grammar } from './grammar.ts';

/** The languages that the archive has a grammar for, by their BCP 47 code. */
export const GRAMMARS: ReadonlyMap<string, Grammar> = new Map([['en', english]]);

/** The grammar of a language, given as a BCP 47 tag. Undefined if the archive has none for it. */
export const grammarOf = (lang: string): Grammar | undefined =>
  GRAMMARS.get(/^[a-z]+/.exec(lang.toLowerCase())?.[0] ?? '');
