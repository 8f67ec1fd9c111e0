import { isUtf8 } from 'node:buffer';
import { basename } from 'node:path';
import { because, type Fault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { forbiddenCharacter } from '../../domain/text.ts';
import { problemAt, problemWith } from './problem-place.ts';
import { notRegular } from './regular-file.ts';
import { type SeenFile, seenFile } from './seen-file.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Index of the first bytes that are no UTF-8, in the text as a lenient decoder reads it. */
function firstInvalid(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
  let lineStart = 0;
  for (let end = 1; end <= bytes.length; end++) {
    if (bytes[end - 1] !== 0x0a && end < bytes.length) continue;
    try {
      utf8.decode(bytes.subarray(lineStart, end));
      lineStart = end;
    } catch {
      const line = lenient.decode(bytes.subarray(lineStart, end));
      return lenient.decode(bytes.subarray(0, lineStart)).length + line.indexOf('\uFFFD');
    }
  }
  return 0;
}

/** The problem with a file that cannot be read. @param code of the error of the system */
function unread(path: string, code: string): Problem {
  if (code === 'ELOOP') return notRegular(path, 'link');
  if (code === 'EFTYPE') return notRegular(path, 'special');
  const fault =
    code === 'EFBIG'
      ? because(
          'file/size',
          'A file of the archive has at most 64 MB.',
          'Part it into several, or remove it.',
        )
      : because(
          'file/unread',
          'A file of the archive can be read.',
          'Check that it is a file and that you may read it.',
        );
  return problemWith(path, code === 'EFBIG' ? basename(path) : code, fault);
}

function textFault(text: string): { index: number; words: string; fault: Fault } | undefined {
  if (text.startsWith('\uFEFF')) {
    const fault = because(
      'file/mark',
      'A file starts with its first character, not with a byte order mark.',
      'Save the file as UTF-8 without BOM.',
    );
    return { index: 0, words: '\uFEFF', fault };
  }
  const carriage = text.indexOf('\r');
  if (carriage >= 0) {
    const fault = because(
      'file/line-end',
      'Lines end with a line feed alone.',
      'Save the file with Unix line ends (LF); in git, set text eol=lf.',
    );
    return { index: carriage, words: '\r', fault };
  }
  const forbidden = forbiddenCharacter(text);
  // A tab is not looked for: it is harmless in a body, and YAML has a better message for it.
  return (
    forbidden && {
      ...forbidden,
      words: String.fromCodePoint(text.codePointAt(forbidden.index) ?? 0),
    }
  );
}

/** A text file as it was read. */
interface ReadText {
  text: string;
  problems: Problem[];
  /** Left out if it could not be read. */
  file?: SeenFile;
}

/** Reads a text file of the archive: UTF-8 without a byte order mark, lines that end with a line feed, no control characters. */
export function readText(path: string): ReadText {
  let file: SeenFile;
  try {
    file = seenFile(path);
  } catch (error) {
    return { text: '', problems: [unread(path, `${(error as NodeJS.ErrnoException).code}`)] };
  }
  const { bytes } = file;
  if (!isUtf8(bytes)) {
    const lenient = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const at = firstInvalid(bytes);
    const fault = because(
      'file/encoding',
      'A file of the archive is UTF-8.',
      'Save the file again with the encoding UTF-8.',
    );
    return {
      text: '',
      file,
      problems: [problemAt(path, lenient, at, 'bytes that are no UTF-8', fault)],
    };
  }
  const text = bytes.toString('utf8');
  const fault = textProblem(path, text);
  return { text, file, problems: fault ? [fault] : [] };
}

/** The first problem with the characters of a text; nothing if it is sound. */
export function textProblem(path: string, text: string): Problem | undefined {
  const found = textFault(text);
  return found && problemAt(path, text, found.index, found.words, found.fault);
}
