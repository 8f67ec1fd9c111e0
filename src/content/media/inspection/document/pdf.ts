import { Worker, type WorkerOptions } from 'node:worker_threads';
import { threadAnswer, UnansweredThread } from '../../../../bounded-thread.ts';
import type { FileFacts } from '../../../../domain/media/media-type.ts';
import { drawnSize, factsOfPages } from '../../../../domain/media/page-size.ts';
import type { FileBytes } from '../file-bytes.ts';
import { damaged, large, MediaFault } from '../media-fault.ts';
import { refuseTrailer } from '../trailer.ts';
import type { PdfAnswer, PdfQuestion } from './pdf-pages.ts';

/** What reading one document may take: seconds of processor time, and megabytes besides the document itself. */
const MOST_SECONDS = 120;
const HEAP = 1024;
const BESIDE_HEAP = 1024;

/** Within how many bytes of its end a PDF says where its objects are. */
const TAIL = 2048;
const PARTED = 'Part it into several, or print it to a PDF anew.';

/** @throws MediaFault where a PDF does not end as one does, or its end leads nowhere */
function refuseOpenEnd(bytes: FileBytes): void {
  const length = Math.min(bytes.size, TAIL + 64 * 1024);
  const tail = bytes.text(bytes.size - length, length);
  const end = tail.lastIndexOf('%%EOF');
  if (end < 0) throw damaged('this PDF ends before its content does');
  refuseTrailer(bytes, bytes.size - length + end + 5, 'PDF');
  const start = tail.lastIndexOf('startxref', end);
  const place = Number(/^startxref\s{1,5}(\d{1,10})/.exec(tail.slice(start))?.[1] ?? Number.NaN);
  const isPlace = start >= 0 && place < bytes.size;
  const table = isPlace ? bytes.text(place, Math.min(40, bytes.size - place)) : '';
  if (!/^\s{0,20}(?:xref\b|\d{1,10}\s{1,5}\d{1,5}\s{1,5}obj\b)/.test(table))
    throw damaged('the list of the objects of this PDF is not where it says');
}

/** Reads a document in a thread, which is ended where it takes too long or too much. */
async function answerOf(question: PdfQuestion): Promise<PdfAnswer> {
  const { data } = question;
  const beside = BESIDE_HEAP + (data.length * 2) / 1024 / 1024;
  try {
    const start = (options: WorkerOptions) =>
      new Worker(new URL('./pdf-pages.ts', import.meta.url), { ...options, workerData: question });
    return await threadAnswer(start, {
      seconds: MOST_SECONDS,
      heap: HEAP,
      beside,
    });
  } catch (error) {
    if (!(error instanceof UnansweredThread)) throw error;
    throw {
      time: large(`a PDF is read in at most ${MOST_SECONDS} seconds`, PARTED),
      memory: large(`a PDF is read in at most ${BESIDE_HEAP} MB of memory`, PARTED),
      failed: damaged(
        'this PDF cannot be read',
        'Save it anew from its original, or print it to a PDF.',
      ),
    }[error.end];
  }
}

/**
 * The pages of a PDF, their words, and the sizes in which they are drawn.
 *
 * @throws MediaFault where it is damaged or locked, does more than show pages, or is too large
 */
export async function inspectPdf(
  bytes: FileBytes,
): Promise<Pick<FileFacts, 'width' | 'height' | 'pages' | 'pageSizes' | 'texts'>> {
  refuseOpenEnd(bytes);
  const answer = await answerOf({ data: bytes.at(0, bytes.size), isUnpublished: false });
  if ('fault' in answer)
    throw new MediaFault(answer.fault.code, answer.fault.rule, answer.fault.fix);
  return {
    ...factsOfPages(answer.pages.map(({ size }) => drawnSize(size))),
    texts: answer.pages.map(({ text }) => text),
  };
}

/**
 * The words of the pages of a PDF that is not published, as it lies there: those of layers that are not shown too, and of a
 * file that would be refused.
 *
 * @returns none where it cannot be read, takes too long or is locked
 */
export async function wordsOfUnpublished(data: Buffer): Promise<string[]> {
  try {
    const answer = await answerOf({ data, isUnpublished: true });
    return 'pages' in answer ? answer.pages.map(({ text }) => text) : [];
  } catch (error) {
    if (error instanceof MediaFault) return [];
    throw error;
  }
}
