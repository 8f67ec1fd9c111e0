import type { Cue } from '../../../domain/media/cue.ts';
import { refuseCharacters, WordsFault } from './words-text.ts';

/** WebVTT (W3C): what is heard, with its times. */

const TIME = String.raw`(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const TIMES = new RegExp(`^${TIME}[ \\t]{1,10}-->[ \\t]{1,10}${TIME}(?:[ \\t][^\\n]{0,200})?$`);
const SUBRIP = /^\s{0,9}\d{1,6}\n\d{2}:\d{2}:\d{2},\d{3} -->/;
/** How SubRip becomes WebVTT: a line more, and another sign in its times. */
const AS_WEBVTT =
  'This is SubRip (.srt). Write WEBVTT and an empty line before it and a point for the comma in its times (00:00:01.000), and save it as .vtt; ffmpeg -i storm.srt storm.vtt does the same.';
/** What the text of a cue may have: names of speakers, emphasis, languages, classes, small letters above, times. */
const TAG = [
  /^\/?(?:c|i|b|u|v|lang|ruby|rt)(?:\.[\w-]{1,40}){0,5}$/,
  /^(?:v|lang)(?:\.[\w-]{1,40}){0,5}[ \t][^<>]{0,200}$/,
  /^(?:\d{2,4}:)?\d{2}:\d{2}\.\d{3}$/,
];
const TAGS = /<([^<>]{0,300})>/g;
const SIGNS = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['nbsp', '\u00a0'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
  ['quot', '"'],
  ['apos', "'"],
]);
const MOST_CUES = 100_000;
const LONGEST_CUE = 5000;

const secondsOf = ([hours = '0', minutes, seconds, parts]: (string | undefined)[]) =>
  Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(parts) / 1000;

/** What a cue says. @throws WordsFault where it has markup that is none of captions @param line where it begins */
function saidIn(payload: string, line: number): Pick<Cue, 'speaker' | 'text'> {
  const wrong = (what: string) =>
    new WordsFault(
      `The text of captions has the tags of WebVTT alone; ${what} (line ${line}).`,
      'Take the tag out, or write &lt; for the sign itself.',
    );
  let speaker: string | undefined;
  const text = payload.replace(TAGS, (_, tag: string) => {
    if (!TAG.some((form) => form.test(tag))) throw wrong(`<${tag.slice(0, 40)}> is none of them`);
    if (/^v[. \t]/.test(tag)) speaker ??= tag.replace(/^v[^ \t]{0,200}/, '').trim() || undefined;
    return '';
  });
  if (text.includes('<')) throw wrong('a < that opens none stands here');
  const words = text
    .replace(/&([a-z]{2,4});/g, (all, name: string) => SIGNS.get(name) ?? all)
    .trim();
  return { ...(speaker ? { speaker } : {}), text: words };
}

/** @throws WordsFault where a text does not begin as WebVTT does */
function refuseOthers(text: string): void {
  if (/^WEBVTT(?:[ \t][^\n]{0,1000})?(?:\n|$)/.test(text)) return;
  throw new WordsFault(
    'Captions are WebVTT: their first line is WEBVTT.',
    SUBRIP.test(text)
      ? AS_WEBVTT
      : 'Save them as WebVTT (.vtt), or write WEBVTT and an empty line before them.',
  );
}

/** Whether a text is captions, of WebVTT or of the form that is taken for it: its times are no words. */
export const isCaptions = (text: string): boolean => text.startsWith('WEBVTT') || SUBRIP.test(text);

/** How long after its recording a caption may begin, in seconds: files round how long they are. */
const SLACK = 1;

const clock = (seconds: number) =>
  new Date(Math.round(seconds) * 1000).toISOString().slice(11, 19).replace(/^00:/, '');

/**
 * Reads WebVTT.
 *
 * @param seconds how long the recording is, where that is known
 * @throws WordsFault where it is none, its times are not in order or not in the recording, or it has markup that is none
 *   of captions
 */
export function readWebVtt(text: string, seconds = Number.POSITIVE_INFINITY): Cue[] {
  refuseOthers(text);
  refuseCharacters(text);
  const cues: Cue[] = [];
  let number = 1;
  let last = 0;
  for (const block of text.split('\n\n')) {
    const first = number;
    number += block.split('\n').length + 1;
    const lines = block.split('\n').filter((line, index) => line !== '' || index > 0);
    const [head = ''] = lines;
    if (first === 1 && block.includes('-->'))
      throw new WordsFault(
        'An empty line stands between WEBVTT and the first caption.',
        'Write one.',
      );
    if (first === 1 || head === '' || /^(?:NOTE|REGION)(?:[ \t]|$)/.test(head)) continue;
    if (/^STYLE[ \t]*$/.test(head))
      throw new WordsFault(
        `Captions look as the archive has them; STYLE is left out (line ${first}).`,
        'Take the block of STYLE out.',
      );
    const at = lines.findIndex((line) => line.includes('-->'));
    const found = TIMES.exec(lines[at] ?? '');
    if (at > 1 || !found)
      throw new WordsFault(
        `A caption begins with its times, written 00:01.000 --> 00:04.000 (line ${first + Math.max(at, 0)}).`,
        'Write the times with minutes, seconds and three digits after a point, and an empty line before the next caption.',
      );
    const [from, to] = [secondsOf(found.slice(1, 5)), secondsOf(found.slice(5, 9))];
    if (to <= from || from < last)
      throw new WordsFault(
        `Captions are in the order of their times, and each ends after it begins (line ${first + at}).`,
        'Put them in order.',
      );
    if (from > seconds + SLACK)
      throw new WordsFault(
        `What is heard is heard while it plays: this caption begins at ${clock(from)}, and the recording ends at ${clock(seconds)} (line ${first + at}).`,
        'Name the file of words that belongs to this recording, or set its times right.',
      );
    last = from;
    const payload = lines.slice(at + 1).join('\n');
    if (payload.length > LONGEST_CUE || cues.length >= MOST_CUES)
      throw new WordsFault(
        `There are at most ${MOST_CUES.toLocaleString('en')} captions, each of at most ${LONGEST_CUE.toLocaleString('en')} characters (line ${first}).`,
        'Part it.',
      );
    const said = saidIn(payload, first + at + 1);
    if (said.text !== '') cues.push({ from, to, ...said });
  }
  if (cues.length === 0)
    throw new WordsFault('Captions have words.', 'Write what is heard, or take the file out.');
  return cues;
}
