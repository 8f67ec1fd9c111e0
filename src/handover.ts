/**
 * What a build hands to the pages that Astro makes for it, and what comes back. All of it runs in one process, yet not with
 * the same modules: Node loads the build and Astro’s settings, Astro loads the collections, and the pages are a bundle, each
 * with a copy of what it imports. So the value lies with the process, where every copy of this module finds it. Nothing of
 * it goes to another process; what threads are given is in the types of their data.
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
  /** Of each request for a page, the key of the page data that the page has shown. The page puts it in, the build reads it. */
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
