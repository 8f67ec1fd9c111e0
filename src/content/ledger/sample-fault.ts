import { join } from 'node:path';
import { because } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { trueName } from '../../lock/lock-place.ts';
import { isHalfway } from '../../placement/workplace.ts';
import { filesBelow } from '../files/files-below.ts';
import { problemWith } from '../files/problem-place.ts';
import { isAsInSample } from './sample.ts';

const HALFWAY = because(
  'sample/left',
  'npm run init was stopped while it took the sample away.',
  'Run npm run init again: it does the rest.',
);
const LOST = because(
  'sample/left',
  'This is the ledger of the sample, and what it has published is there for good; some of that is gone.',
  'To begin an archive of your own, run npm run init: it takes what is left of the sample away, and its ledger.',
);

/** The problem of an archive from which the sample was only partly removed, because npm run init was stopped. */
export const halfwayFaults = (root: string): Problem[] =>
  isHalfway(trueName(root)) ? [problemWith(root, '', HALFWAY)] : [];

/** True where an archive has the sample's ledger, so that nothing of the owner's was sealed. */
export function hasSampleLedger(root: string): boolean {
  const files = filesBelow(join(root, 'ledger')).filter(({ isFolder }) => !isFolder);
  const names = files.map(({ path }) => path.slice(root.length + 1).replaceAll('\\', '/'));
  return names.length > 0 && names.every((name) => isAsInSample(root, name));
}

/** The problem of an archive from which the sample was removed by hand, without its ledger. */
export const sampleLossFault = (root: string): Problem | undefined =>
  hasSampleLedger(root) ? problemWith(join(root, 'ledger'), '', LOST) : undefined;
