/**
 * What a build hands to the pages that Astro makes for it, and what they answer. The build, Astro's collections and the
 * bundle of pages run in one process, but each has its own copy of the modules that it imports. So the value is a
 * property of the process, where every copy of this module finds it. Nothing of it goes to another process; the data of
 * threads have types of their own.
 */
export interface Handover {
  /** The folder that has what is kept of the archive: its store. */
  readonly workFolder: string;
  /** The build that runs; nothing while someone edits. It has brought the store up to date. */
  readonly build?: RunningBuild;
}

/** What pages need to know of the build that makes them, and where they answer. */
export interface RunningBuild {
  /** True where pages may stay as they were: it must know the key of each page data before it has a page made. */
  readonly keepsPages: boolean;
  /** The key of the page data that was shown, by the request for the page. The page sets it, and the build reads it. */
  readonly shownKeys: WeakMap<Request, string>;
}

declare global {
  var cuttingsHandover: Handover | undefined;
}

/** Hands something over to all that this process loads. */
export function handOver(handover: Handover): void {
  globalThis.cuttingsHandover = handover;
}

/** What was handed over; nothing before anything was. */
export const handedOver = (): Handover | undefined => globalThis.cuttingsHandover;
