import type { Fault } from '../../../domain/fault.ts';
import type { Cue } from '../../../domain/media/cue.ts';
import { readWebVtt } from './web-vtt.ts';
import { orFault, textOfFile } from './words-text.ts';

/**
 * The captions of a film, of a file of WebVTT.
 *
 * @param seconds how long the film is, where that is known
 * @returns what they say and when, and the file as it is published: checked, with line feeds alone; or the fault for
 *   which it is not taken
 * @throws errors of the file system, where it cannot be read or is no regular file
 */
export const readCaptions = (
  path: string,
  seconds?: number,
): { vtt: string; cues: Cue[] } | { fault: Fault } =>
  orFault(() => {
    const vtt = textOfFile(path);
    return { vtt, cues: readWebVtt(vtt, seconds) };
  });
