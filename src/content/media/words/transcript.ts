import type { Fault } from '../../../domain/fault.ts';
import type { Cue } from '../../../domain/media/cue.ts';
import { isCaptions, readWebVtt } from './web-vtt.ts';
import { orFault, refuseCharacters, textOfFile, WordsFault } from './words-text.ts';

/** A new paragraph begins after a sentence where nobody speaks for so many seconds, or after so many characters. */
const SILENCE = 2;
const LONG = 600;
const LONGEST = 2_000_000;
const SENTENCE = /[.!?…。؟۔]["'”’»)\]]?$/u;

/** The paragraphs of what is heard: what one speaker says. */
function paragraphsOf(cues: readonly Cue[]): string[] {
  // Each as its parts: captions without the end of a sentence may make one paragraph of a whole film.
  const paragraphs: { parts: string[]; length: number }[] = [];
  let before: Cue | undefined;
  for (const cue of cues) {
    const words = cue.text.replaceAll('\n', ' ');
    const last = paragraphs.at(-1);
    const isOther = before && cue.speaker !== before.speaker;
    const isEnd =
      before &&
      last !== undefined &&
      SENTENCE.test(last.parts.at(-1) ?? '') &&
      (cue.from - before.to >= SILENCE || last.length > LONG);
    if (last === undefined || isOther || isEnd) {
      const said = cue.speaker && (isOther || !before) ? `${cue.speaker}: ${words}` : words;
      paragraphs.push({ parts: [said], length: said.length });
    }
    // Captions that roll up say the line before once more.
    else if (words !== before?.text.replaceAll('\n', ' ')) {
      last.parts.push(words);
      last.length += 1 + words.length;
    }
    before = cue;
  }
  return paragraphs.map(({ parts }) => parts.join(' '));
}

/**
 * The words of a sound or film, of a file of plain text, whose paragraphs stand between empty lines, or of WebVTT.
 *
 * @returns its paragraphs, each as one line; or the fault for which it is not read
 * @throws errors of the file system, where it cannot be read or is no regular file
 */
export const readTranscript = (path: string): { paragraphs: string[] } | { fault: Fault } =>
  orFault(() => {
    const text = textOfFile(path);
    if (isCaptions(text)) return { paragraphs: paragraphsOf(readWebVtt(text)) };
    refuseCharacters(text);
    if (text.length > LONGEST)
      throw new WordsFault(
        `A transcript has at most ${LONGEST.toLocaleString('en')} characters.`,
        'Part sound and transcript.',
      );
    const paragraphs: string[][] = [[]];
    for (const line of text.split('\n'))
      if (line.trim() === '') paragraphs.push([]);
      else paragraphs.at(-1)?.push(line.trim());
    const whole = paragraphs.filter((lines) => lines.length > 0).map((lines) => lines.join(' '));
    if (whole.length === 0)
      throw new WordsFault('A transcript has words.', 'Write what is heard, or transcript: none.');
    return { paragraphs: whole };
  });
