/**
 * What a build tells the pages that Astro makes for it, and what they tell the build. The build, Astro's collections and
 * the bundle of pages run in one process, but each has its own copy of the modules that it imports. So the value is a
 * global of the process, where every copy of this module finds it. Threads have their own data.
 */
export interface Handover {
  /** The folder of the store. */
  readonly workFolder: string;
  /** The running build, which has brought the store up to date; undefined on the development server. */
  readonly build?: RunningBuild;
}

/** A build, as pages know it. */
interface RunningBuild {
  /** The key of the page data that a page has shown, by the address that it was given. Pages set it, the build reads it. */
  readonly shownKeys: WeakMap<URL, string>;
}

declare global {
  var cuttingsHandover: Handover | undefined;
}

/** Makes a value available to all modules of this process. */
export function handOver(handover: Handover): void {
  globalThis.cuttingsHandover = handover;
}

/** What was handed over; undefined before that. */
export const handedOver = (): Handover | undefined => globalThis.cuttingsHandover;
