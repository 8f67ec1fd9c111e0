import type { Cue } from '../../domain/media/cue.ts';

const two = (value: number) => `${value}`.padStart(2, '0');

/** A time as WebVTT writes it: `00:02:05.250`. @param seconds from the beginning */
function timestamp(seconds: number): string {
  const all = Math.round(seconds * 1000);
  const [hours, minutes] = [Math.floor(all / 3_600_000), Math.floor(all / 60_000) % 60];
  const thousandths = `${all % 1000}`.padStart(3, '0');
  return `${two(hours)}:${two(minutes)}:${two(Math.floor(all / 1000) % 60)}.${thousandths}`;
}

const ESCAPED = new Map(Object.entries({ '&': '&amp;', '<': '&lt;', '>': '&gt;' }));
const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ESCAPED.get(sign) ?? sign);
// An empty line would end the cue.
const payload = (text: string) =>
  escaped(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .join('\n');
const voice = (speaker: string | undefined) => (speaker ? `<v ${escaped(speaker)}>` : '');

/**
 * Captions as WebVTT, written anew from what is heard when: no comments, styles or places of the file that they come from.
 * https://www.w3.org/TR/webvtt1/
 */
export const webVtt = (cues: readonly Cue[]): string =>
  `${[
    'WEBVTT',
    ...cues.map(
      ({ from, to, speaker, text }) =>
        `${timestamp(from)} --> ${timestamp(to)}
${voice(speaker)}${payload(text)}`,
    ),
  ].join('\n\n')}\n`;
