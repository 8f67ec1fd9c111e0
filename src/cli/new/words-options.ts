import { languageTag } from '../../domain/language/language-tag.ts';
import type { MediumKind } from '../../domain/media/media-type.ts';
import { shownWords } from '../../domain/problem.ts';
import { Refusal } from '../../errors/refusal.mjs';
import type { MediumSaid } from './medium-options.ts';

/** The kinds whose files are heard. */
export const HEARD: readonly MediumKind[] = ['audio', 'video'];

/** What a kind is called in a sentence. */
const CALLED: Record<MediumKind, string> = {
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
): string | undefined {
  const is = `this is ${CALLED[kind]}`;
  if (ocr !== undefined && kind !== 'facsimile')
    return kinds.includes('facsimile')
      ? `--ocr is of the scan of a printed page, and ${is}. If it is a scan, add --media-kind facsimile; if not, leave --ocr out.`
      : `--ocr is of the scan of a printed page, and ${is}. Leave --ocr out.`;
  if (transcript !== undefined && !HEARD.includes(kind))
    return `--transcript is of a sound or film, and ${is}. Leave --transcript out.`;
  if (captions !== undefined && kind !== 'video')
    return kind === 'audio'
      ? `--captions are of a film, and ${is}. Give the file as --transcript: readers see its words, and when each is heard.`
      : `--captions are of a film, and ${is}. Leave --captions out.`;
  return undefined;
}

/** What is wrong with a language; nothing where it is a tag. */
export const langObjection = (option: string, tag: string): string | undefined =>
  languageTag.safeParse(tag).success
    ? undefined
    : `--${option} is a language tag such as en or pt-BR; “${shownWords(tag)}” is none.`;

/** @throws Refusal where words, or the languages of them, do not go with the medium */
export function refuseWords(
  said: MediumSaid,
  kind: MediumKind,
  kinds: readonly MediumKind[],
): void {
  const against = misplaced(said, kind, kinds);
  if (against !== undefined) throw new Refusal(against);
  const { captions, lang } = said;
  if (captions !== undefined && lang === undefined)
    throw new Refusal('Say in which language its captions are: --lang TAG.');
  if (captions === undefined && lang !== undefined)
    throw new Refusal(
      '--lang is the language of captions (--captions). That of an article is --article-lang; that of what is written of a medium and heard in it is --media-lang.',
    );
  for (const option of ['lang', 'media-lang'] as const) {
    const tag = said[option];
    const fault = tag === undefined ? undefined : langObjection(option, tag);
    if (fault !== undefined) throw new Refusal(fault);
  }
}
