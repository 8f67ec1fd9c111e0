import { readCaptions } from '../../content/media/words/captions.ts';
import { readOcr } from '../../content/media/words/ocr.ts';
import { readTranscript } from '../../content/media/words/transcript.ts';
import type { FileFacts } from '../../domain/media/media-type.ts';
import { pageSizesOf } from '../../domain/media/page-size.ts';
import { faultSentence } from '../../domain/problem.ts';
import type { SourceWords } from './source-medium.ts';

/**
 * Why a file of words is not taken, by its rule alone or with what to do; nothing where a build would take it.
 *
 * @param facts of the file that the words are of
 */
export function wordsFault(
  as: SourceWords['as'],
  path: string,
  facts: FileFacts,
): { rule: string; sentence: string } | undefined {
  const sizes = pageSizesOf(facts);
  const read = {
    ocr: (one: string) => readOcr(one, sizes),
    transcript: (one: string) => readTranscript(one, facts.seconds),
    captions: (one: string) => readCaptions(one, facts.seconds),
  };
  const found = read[as](path);
  if ('fault' in found) return { rule: found.fault.rule, sentence: faultSentence(found.fault) };
  if (as !== 'ocr' || !('pages' in found) || found.pages.length <= Math.max(1, sizes.length))
    return undefined;
  const rule = 'It has more pages than the scan.';
  return { rule, sentence: rule };
}

/** The ending of a file of words by what it begins with. */
export function wordsEnding(as: SourceWords['as'], bytes: Uint8Array): 'xml' | 'vtt' | 'txt' {
  if (as === 'ocr') return 'xml';
  const start = Buffer.from(bytes.subarray(0, 12)).toString('utf8');
  return /^\ufeff?WEBVTT/u.test(start) ? 'vtt' : 'txt';
}
