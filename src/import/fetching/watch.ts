import { counted } from '../../messages/wording.ts';
import type { Limits } from './limits.ts';
import { Unfetched } from './unfetched.ts';

/** Ends what takes too long. */
export interface Watch {
  /** Aborted with an `Unfetched` where something took too long. */
  signal: AbortSignal;
  /** A connection is made from now on. */
  connects: () => void;
  /** Something came, and more is to come. */
  heard: () => void;
  stop: () => void;
}

const SECOND = 1000;

/** Begins to watch an attempt. */
export function watch({ connecting, silence, whole }: Limits): Watch {
  const control = new AbortController();
  const within = (time: number, words: string) =>
    setTimeout(() => {
      const said = counted(Math.ceil(time / SECOND), 'second', 'seconds', 'en');
      control.abort(new Unfetched('time', `${words} ${said}`, { isPassing: true }));
    }, time);
  const all = within(whole, 'it did not come whole within');
  let next: NodeJS.Timeout | undefined;
  const waits = (time: number, words: string) => {
    clearTimeout(next);
    next = within(time, words);
  };
  return {
    signal: control.signal,
    connects: () => waits(connecting, 'its host could not be connected to within'),
    heard: () => waits(silence, 'nothing came from its host for'),
    stop: () => {
      clearTimeout(all);
      clearTimeout(next);
    },
  };
}
