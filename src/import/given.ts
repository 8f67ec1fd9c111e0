import { dayIn, type FiledEntry } from './matching/filed-entry.ts';
import { ImportFault, type WrittenDocument } from './source-document.ts';
import { periodInWords } from './time/period.ts';

/** Values for all items of an import, used where an item does not state them itself. */
export interface Given {
  title?: string | undefined;
  date?: string | undefined;
  publisher?: string | undefined;
  lang?: string | undefined;
  /** The day of the import. */
  today: string;
}

/**
 * What is given for an article that is in and unchanged, and that its entry says otherwise: an archivist may have corrected
 * it there, so that it is not taken, and told.
 */
export const untaken = (
  given: Given,
  document: WrittenDocument,
  there: FiledEntry,
): ('title' | 'date' | 'publisher' | 'lang')[] => {
  const said = { ...there, date: dayIn(there.id) };
  return (['title', 'date', 'publisher', 'lang'] as const).filter(
    (name) =>
      given[name] !== undefined && document[name] === undefined && said[name] !== given[name],
  );
};

/** What is told of a day that the archivist gives where the source states a month or a year alone. */
function dayNotes({ date, period }: WrittenDocument, given: string | undefined): string[] {
  if (date !== undefined || period === undefined || given === undefined) return [];
  const stated = periodInWords(period);
  if (!given.startsWith(`${period}-`))
    throw new ImportFault(
      `It states ${stated}, and the day of --date, ${given}, is not in that. Import it by itself, with a day that is.`,
    );
  return [`it states ${stated} and no day: ${given} is that of --date`];
}

/**
 * The media of a document, where a scan of whose page nothing is said is called as its article: by its headline, else by its
 * day, with its page where it is one of several. What its file is called tells a reader nothing.
 */
const namedScans = (
  media: WrittenDocument['media'],
  called: string | undefined,
): Pick<WrittenDocument, 'media'> =>
  media === undefined
    ? {}
    : {
        media: media.map((one) =>
          one.kind === 'facsimile' && one.caption === undefined && one.altText === undefined
            ? {
                ...one,
                caption:
                  called && [called, one.ofPage && `p. ${one.ofPage}`].filter(Boolean).join(', '),
              }
            : one,
        ),
      };

/** Completes what documents state with what is given for all of them; a headline is the first one’s. */
export function completer(given: Given): (document: WrittenDocument) => WrittenDocument {
  let titleGiven = false;
  return (document) => {
    const title = document.title ?? given.title;
    if (document.title === undefined && given.title !== undefined) {
      if (titleGiven)
        throw new ImportFault(
          'It has no headline, and the one of --title is taken. Import it by itself.',
        );
      titleGiven = true;
    }
    const notes = [...document.notes, ...dayNotes(document, given.date)];
    const date = document.date ?? given.date;
    return {
      ...document,
      ...namedScans(document.media, title ?? date),
      notes,
      title,
      date,
      publisher: document.publisher ?? given.publisher,
      lang: document.lang ?? given.lang,
    };
  };
}
