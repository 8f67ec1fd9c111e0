import { z } from 'astro/zod';
import { leavesFolder } from '../fixity/manifest.ts';

/**
 * The note that a publication leaves beside the site: what was on its way when it was stopped, and which old files stay
 * a while. Its name begins with a dot, so that web hosts do not send it.
 */
export const NOTE = '.cuttings-publication.json';

const path = z.string().refine((text) => !leavesFolder(text) && !/[\0\r\n\\]/.test(text));

const noteSchema = z.object({
  version: z.literal(1),
  /** Who wrote it: a number drawn by each publication. */
  id: z.string(),
  /** The digest of the `_headers` with which the files were sent. */
  headers: z.string(),
  /** The SHA-256 of each file that may have been sent, or not, by its path. */
  sending: z.array(z.tuple([path, z.string()])),
  /** The files that no page of the site needs now, and since when. */
  old: z.array(z.tuple([path, z.iso.datetime()])),
});

/** What a publication notes at its destination. */
export interface Note {
  id: string;
  headers: string;
  sending: ReadonlyMap<string, string>;
  old: ReadonlyMap<string, Date>;
}

export const EMPTY_NOTE: Note = { id: '', headers: '', sending: new Map(), old: new Map() };

/** The text of a note. */
export const noteText = ({ id, headers, sending, old }: Note): string =>
  `${JSON.stringify({ version: 1, id, headers, sending: [...sending], old: [...old] })}\n`;

/** Reads a note; undefined where it is none, or of a later version, or names a path that leaves the site. */
export function readNote(text: string): Note | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const note = noteSchema.safeParse(value).data;
  if (!note) return undefined;
  const { id, headers, sending, old } = note;
  return {
    id,
    headers,
    sending: new Map(sending),
    old: new Map(old.map(([one, since]) => [one, new Date(since)])),
  };
}
