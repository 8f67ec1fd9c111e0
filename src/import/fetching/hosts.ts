import { setTimeout as wait } from 'node:timers/promises';
import { Unfetched } from './unfetched.ts';

/** How many media are fetched at once, and how many of them from one host. */
const MOST = 4;
const MOST_OF_HOST = 2;
/** A host that does not answer for so many addresses, one after the other, or asks for patience alone, is not asked again in this run. */
const MOST_FAILURES = 3;

interface Host {
  active: number;
  failures: number;
  /** Until when it asked to be left alone (a moment, in milliseconds). */
  until: number;
}

/** Lets few things be asked at once, and fewer of each host. */
export interface Hosts {
  /** Does something when it is the turn of a host. @throws Unfetched where nothing is asked of it any more */
  turn: <T>(name: string, act: () => Promise<T>) => Promise<T>;
  /** Asks nothing of a host for some time, in milliseconds. */
  leave: (name: string, time: number) => void;
  /** Notes whether a host gave an answer that lasts when a medium was asked of it, in one attempt of several. */
  note: (name: string, hasAnswered: boolean) => void;
}

/** The hosts of one run, none of them asked yet. */
export function openHosts(): Hosts {
  const hosts = new Map<string, Host>();
  const waiting: { name: string; go: () => void }[] = [];
  let active = 0;

  const known = (name: string): Host => {
    const host = hosts.get(name) ?? { active: 0, failures: 0, until: 0 };
    hosts.set(name, host);
    return host;
  };
  const isFree = (name: string) => active < MOST && known(name).active < MOST_OF_HOST;
  const begin = (name: string) => {
    active++;
    known(name).active++;
  };
  const end = (name: string) => {
    active--;
    known(name).active--;
    const next = waiting.findIndex((one) => isFree(one.name));
    const [chosen] = next < 0 ? [] : waiting.splice(next, 1);
    if (!chosen) return;
    begin(chosen.name);
    chosen.go();
  };

  return {
    turn: async (name, act) => {
      if (isFree(name)) begin(name);
      else await new Promise<void>((go) => waiting.push({ name, go }));
      const host = known(name);
      try {
        if (host.failures >= MOST_FAILURES)
          throw new Unfetched('connection', 'its host gave nothing again and again', {
            isPassing: true,
          });
        for (let left = host.until - Date.now(); left > 0; left = host.until - Date.now())
          await wait(left);
        return await act();
      } finally {
        end(name);
      }
    },
    leave: (name, time) => {
      const host = known(name);
      host.until = Math.max(host.until, Date.now() + time);
    },
    note: (name, hasAnswered) => {
      const host = known(name);
      host.failures = hasAnswered ? 0 : host.failures + 1;
    },
  };
}
