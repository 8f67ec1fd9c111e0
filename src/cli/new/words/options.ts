import { languageTag } from '../../../domain/language/language-tag.ts';
import type { MediumKind } from '../../../domain/media/media-type.ts';
import { shownWords } from '../../../domain/problem.ts';
import type { MediumSaid } from '../medium-options.ts';

/** The kinds whose files are heard. */
export const HEARD: readonly MediumKind[] = ['audio', 'video'];

/** What a kind is called in a sentence. */
export const CALLED: Record<MediumKind, string> = {
  photograph: 'a photograph',
  graphic: 'a drawing, map or chart',
  facsimile: 'a scan',
  document: 'a document',
  audio: 'a sound',
  video: 'a film',
};

/** Why words do not go with a medium of a kind, and what to do. @param kinds that its file may have */
function misplaced(
  { ocr, transcript, captions }: MediumSaid,
  kind: MediumKind,
  kinds: readonly MediumKind[],
): string[] {
  const is = `this is ${CALLED[kind]}`;
  const against: string[] = [];
  if (ocr !== undefined && kind !== 'facsimile')
    against.push(
      kinds.includes('facsimile')
        ? `--ocr is of the scan of a printed page, and ${is}. If it is a scan, add --media-kind facsimile; if not, leave --ocr out.`
        : `--ocr is of the scan of a printed page, and ${is}. Leave --ocr out.`,
    );
  if (transcript !== undefined && !HEARD.includes(kind))
    against.push(`--transcript is of a sound or film, and ${is}. Leave --transcript out.`);
  if (captions !== undefined && kind !== 'video')
    against.push(
      kind === 'audio'
        ? `--captions are of a film, and ${is}. Give the file as --transcript: readers see its words, and when each is heard.`
        : `--captions are of a film, and ${is}. Leave --captions out.`,
    );
  return against;
}

/** What is wrong with a language; nothing where it is a tag. */
export const langObjection = (option: string, tag: string): string | undefined =>
  languageTag.safeParse(tag).success
    ? undefined
    : `--${option} is a language tag such as en or pt-BR; “${shownWords(tag)}” is none.`;

/** What is wrong with words of a medium, and with the languages of them. @param kinds that its file may have */
export function wordsObjections(
  said: MediumSaid,
  kind: MediumKind,
  kinds: readonly MediumKind[],
): string[] {
  const { captions, lang } = said;
  const against = misplaced(said, kind, kinds);
  // What does not go with the medium is left out, and then has no language.
  if (captions !== undefined && lang === undefined && kind === 'video')
    against.push('Say in which language its captions are: --lang TAG.');
  if (captions === undefined && lang !== undefined)
    against.push(
      '--lang is the language of captions (--captions). That of an article is --article-lang; that of what is written of a medium and heard in it is --media-lang.',
    );
  for (const option of ['lang', 'media-lang'] as const) {
    const tag = said[option];
    const fault = tag === undefined ? undefined : langObjection(option, tag);
    if (fault !== undefined) against.push(fault);
  }
  return against;
}
