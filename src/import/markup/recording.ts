import type { Element } from 'hast';
import type { SourceMedium, SourceWords } from '../media/source-medium.ts';
import { asLanguage, asLine } from '../source-document.ts';
import { attribute } from './attribute.ts';

/** Sounds and films as HTML names them, with the files of words that go with them. */

const ADDRESSES = ['src', 'data-src', 'data-lazy-src', 'data-mp4'];
/** The most files of words of one film: a language each. */
const MOST_WORDS = 40;

export const isRecording = ({ tagName }: Pick<Element, 'tagName'>): boolean =>
  tagName === 'audio' || tagName === 'video';

const inside = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) =>
    child.type !== 'element'
      ? []
      : child.tagName === name
        ? [child]
        : // Elements without an end, as parsers may nest them.
          /^(?:source|track)$/u.test(child.tagName)
          ? inside(child, name)
          : [],
  );

/** The addresses of an element. What scripts play (`blob:`) was never a file. */
const addressesOf = (element: Element): string[] =>
  ADDRESSES.flatMap((name) => attribute(element, name)?.trim() || []).filter(
    (one) => one !== '#' && !/^blob:/iu.test(one),
  );

/** What is said in a sound or film, in WebVTT: captions, and a transcript where they are of the language that is spoken. */
function wordsOf(element: Element, isFilm: boolean): SourceWords[] {
  const words: SourceWords[] = [];
  for (const track of inside(element, 'track')) {
    const kind = (attribute(track, 'kind') ?? 'subtitles').toLowerCase();
    const references = addressesOf(track);
    if (!/^(?:captions|subtitles)$/u.test(kind) || references.length === 0) continue;
    const lang = asLanguage(attribute(track, 'srclang'));
    if (isFilm) words.push({ as: 'captions', references, lang });
    // Captions have all that is heard; subtitles are a translation, or leave out who speaks.
    const isHeard = kind === 'captions' || !isFilm;
    if (isHeard && words.every(({ as }) => as !== 'transcript'))
      words.push({ as: 'transcript', references });
  }
  return words.slice(0, MOST_WORDS);
}

/** A sound or film as a medium; nothing where its element names no file. */
export function mediumOfRecording(element: Element): SourceMedium | undefined {
  const isFilm = element.tagName === 'video';
  const references = [
    ...new Set([element, ...inside(element, 'source')].flatMap((one) => addressesOf(one))),
  ];
  if (references.length === 0) return undefined;
  const caption = asLine(attribute(element, 'title') ?? attribute(element, 'aria-label'), 300);
  const words = wordsOf(element, isFilm);
  return {
    kind: isFilm ? 'video' : 'audio',
    references,
    ...(caption && { caption }),
    ...(words.length > 0 && { words }),
  };
}
