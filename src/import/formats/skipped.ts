/** Why an item is passed over, with the words that count such items: “3 drafts”. */
export const PASSED_OVER = {
  draft: ['draft', 'drafts'],
  private: ['private', 'private'],
  password: ['with a password', 'with a password'],
  scheduled: ['scheduled', 'scheduled'],
  pending: ['awaiting review', 'awaiting review'],
  binned: ['binned', 'binned'],
  withdrawn: ['withheld or withdrawn', 'withheld or withdrawn'],
  embargoed: ['under embargo', 'under embargo'],
  attachment: ['attachment', 'attachments'],
  book: ['book', 'books'],
  thesis: ['thesis', 'theses'],
  letter: ['letter', 'letters'],
  manuscript: ['manuscript', 'manuscripts'],
  interview: ['interview', 'interviews'],
  report: ['report', 'reports'],
  paper: ['paper of a conference', 'papers of conferences'],
  recording: ['picture or recording', 'pictures and recordings'],
  kind: ['of another kind', 'of another kind'],
  unknown: ['of a status that is not known', 'of a status that is not known'],
  summary: ['with only a summary', 'with only a summary'],
  blank: ['without text', 'without text'],
  capture: ['capture of what is there already', 'captures of what is there already'],
  answer: ['redirect or error page', 'redirects and error pages'],
  file: ['other file', 'other files'],
} as const;

/** A reason for which an item is passed over. */
export type PassedOver = keyof typeof PASSED_OVER;

/** By what an item that is passed over is known in the archive, as far as it says. */
export interface Identity {
  /** Its addresses, now and before. */
  urls: readonly (string | undefined)[];
  /** What its source numbers it by, where it has no address. */
  id?: string | undefined;
  /** Its headline; once it is read, a digest of that, since no word of it is handed on. */
  title: string | undefined;
  /** The day of the report. */
  date: string | undefined;
  /** SHA-256 of its bytes, where these hold nothing else. */
  sha256?: string;
}

/** An item that is not read, and why. */
export interface Skipped {
  skipped: string;
  as: PassedOver;
  of?: Identity;
}

/** An item that is passed over unread, known by its bytes alone. */
export const ofBytes = (skipped: Skipped, sha256: string): Skipped => ({
  ...skipped,
  of: { urls: [], title: undefined, date: undefined, sha256 },
});

/** The reasons for which a source keeps an item from readers; the others are of what was never an article. */
const KEPT_BACK: ReadonlySet<PassedOver> = new Set<PassedOver>([
  ...(['draft', 'private', 'password', 'scheduled', 'pending', 'binned'] as const),
  ...(['withdrawn', 'embargoed', 'unknown'] as const),
]);

/** Whether a source keeps an item back that it may have published before. */
export const isKeptBack = (as: PassedOver): boolean => KEPT_BACK.has(as);
