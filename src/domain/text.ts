import { z } from 'astro/zod';
import { isDay, isDayOrMoment } from './date.ts';
import { because, type Fault } from './fault.ts';
import { placeholderIn } from './placeholder.ts';
import { failing, issueOf, stating } from './schema-fault.ts';

// Embeddings, overrides and isolates can make a line read as other than what is stored (“Trojan Source”). The simple
// marks LRM, RLM and ALM are left alone: Arabic and Hebrew text uses them.
const BIDI_CONTROL = /[\u202a-\u202e\u2066-\u2069]/u;
const CONTROL = /(?![\n\t])\p{Cc}/u;

/** The first character that no text of an archive may hold, and the fault it is; undefined where there is none. */
export function forbiddenCharacter(text: string): { index: number; fault: Fault } | undefined {
  if (!text.isWellFormed()) {
    return {
      index: text.search(/\p{Cs}/u),
      fault: because(
        'text/unicode',
        'Text is well-formed Unicode; half of a surrogate pair is no character.',
        'Write the character itself, or take it out.',
      ),
    };
  }
  const bidi = text.search(BIDI_CONTROL);
  if (bidi >= 0) {
    return {
      index: bidi,
      fault: because(
        'text/direction',
        'Text holds no bidirectional control characters: they can make it read as other than what is stored.',
        'Take the character out; right-to-left text needs none here.',
      ),
    };
  }
  const control = text.search(CONTROL);
  if (control >= 0) {
    return {
      index: control,
      fault: because(
        'text/control',
        'Text holds no control characters.',
        'Take the character out.',
      ),
    };
  }
  return undefined;
}

/** What to do with a blank text of a field that must be there. */
export const REQUIRED = 'Write the text.';
/** What to do with a blank text in a list. */
export const ITEM = 'Write the text, or take it out of the list.';

/**
 * A field of one line of text: not blank, no outer spaces, at most `longest` UTF-16 units.
 *
 * @param blank what to do where it is blank; left out, the field may be left out too
 */
export function line(longest: number, blank = 'Write the text, or leave the field out.') {
  return z.string().check((context) => {
    const text = context.value;
    const fail = (fault: Fault) => context.issues.push(issueOf(fault, text));
    const forbidden = forbiddenCharacter(text);
    if (forbidden) fail(forbidden.fault);
    else if (!/[^\s\p{Cf}]/u.test(text)) fail(because('text/blank', 'A text is not blank.', blank));
    else if (/[\n\t]/u.test(text))
      fail(because('text/line', 'This text is one line.', 'Write it without line breaks or tabs.'));
    else if (text !== text.trim())
      fail(because('text/spaces', 'A text has no spaces around it.', `Write “${text.trim()}”.`));
    else if (text.length > longest)
      fail(
        because(
          'text/long',
          `This text has at most ${longest} characters.`,
          `Shorten it; it has ${text.length} now.`,
        ),
      );
  });
}

/** A line that the archivist must write for readers: one that still holds a placeholder is refused. */
export function ownLine(longest: number) {
  return line(longest, 'Write it, in words for the reader.').check((context) => {
    const placeholder = placeholderIn(context.value);
    if (placeholder === undefined) return;
    const fault = because(
      'text/placeholder',
      `Readers are told in the archivist’s own words; “${placeholder}” only keeps their place.`,
      'Write for the reader what was there, what was done and why, in its place.',
    );
    context.issues.push(issueOf(fault, context.value));
  });
}

const DAY = because(
  'date/day',
  'A date is a day of the calendar, written YYYY-MM-DD.',
  'Write the day, for instance 2023-10-16.',
);
/** A day as it is written in frontmatter, YYYY-MM-DD. */
export const day = stating(z.string().refine(isDay, failing(DAY)).meta({ format: 'date' }), DAY);

/** A day, or a moment with its offset from UTC (2023-10-16T09:30:00+02:00). */
export const dayOrMoment = z
  .string()
  .refine(
    isDayOrMoment,
    failing(
      because(
        'date/moment',
        'A time is a day or a moment with its offset from UTC.',
        'Write 2023-10-16 or 2023-10-16T09:30:00+02:00.',
      ),
    ),
  );
