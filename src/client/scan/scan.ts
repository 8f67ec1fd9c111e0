import type { PageWords } from '../../domain/media/facsimile/page-words.ts';
import type { LinkedRegion } from './overlay.ts';

/** A scan that can be opened. */
export interface Scan {
  /** Address of the folder of its files, with a slash at its end. */
  files: string;
  /** The public address of its page. */
  address: string;
  pages: number;
  /** Whether the words of its pages are published with their places. */
  hasWords: boolean;
  /** The words to be marked, as in a search; empty for none. */
  marked: string;
  regions: readonly LinkedRegion[];
}

async function file<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}.`);
  return response.json();
}

/** The files of a page of a scan: its sizes, and its words where some are to be marked. @throws where one does not come */
export async function pageFiles({ files, hasWords, marked }: Scan, page: number) {
  const service = `${files}pages/${page}`;
  const [info, words] = await Promise.all([
    file<{ width: number; height: number }>(`${service}/info.json`),
    hasWords && marked ? file<PageWords>(`${service}.words.json`) : undefined,
  ]);
  // Its own id is where the archive is hosted, and a copy of the site may lie elsewhere.
  return { info: { ...info, id: new URL(service, location.href).href }, words };
}
