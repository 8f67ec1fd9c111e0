import type { Fault } from '../../../domain/fault.ts';
import type { Cue } from '../../../domain/media/cue.ts';
import type { TranscriptTime } from '../../../domain/media/transcript-time.ts';
import { isCaptions, readWebVtt } from './web-vtt.ts';
import { orFault, refuseCharacters, textOfFile, WordsFault } from './words-text.ts';

/** What is heard, in paragraphs, and when, where that is known. */
interface Transcript {
  paragraphs: string[];
  times?: TranscriptTime[];
}

/** A new paragraph begins after a sentence where nobody speaks for so many seconds, or after so many characters. */
const SILENCE = 2;
const LONG = 600;
const LONGEST = 2_000_000;
const SENTENCE = /[.!?…。؟۔]["'”’»)\]]?$/u;

/** The paragraphs of what is heard, each what one speaker says, and when each of its cues begins. */
function paragraphsOf(cues: readonly Cue[]): Transcript {
  // Each as its parts: captions without the end of a sentence may make one paragraph of a whole film.
  const paragraphs: { parts: string[]; length: number }[] = [];
  const times: TranscriptTime[] = [];
  // Where the next part begins: parts stand a space apart, paragraphs a line feed.
  let at = 0;
  const add = (said: string, { from }: Cue) => {
    times.push({ at, from });
    at += said.length + 1;
  };
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
      add(said, cue);
    }
    // Captions that roll up say the line before once more.
    else if (words !== before?.text.replaceAll('\n', ' ')) {
      last.parts.push(words);
      last.length += 1 + words.length;
      add(words, cue);
    }
    before = cue;
  }
  return { paragraphs: paragraphs.map(({ parts }) => parts.join(' ')), times };
}

/**
 * The words of a sound or film, of a file of plain text, whose paragraphs stand between empty lines, or of WebVTT.
 *
 * @param seconds how long the recording is, where that is known
 * @returns its paragraphs, each as one line, and of WebVTT when its parts are heard; or the fault for which it is not read
 * @throws errors of the file system, where it cannot be read or is no regular file
 */
export const readTranscript = (path: string, seconds?: number): Transcript | { fault: Fault } =>
  orFault(() => {
    const text = textOfFile(path);
    if (isCaptions(text)) return paragraphsOf(readWebVtt(text, seconds));
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
