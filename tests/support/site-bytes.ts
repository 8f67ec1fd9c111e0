import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../../src/fixity/site-paths.ts';

/** Every file of a site with the digest of its bytes. */
export const bytesOf = (site: string): string[] =>
  filesIn(site)
    .toSorted()
    .map(
      (path) =>
        `${path} ${createHash('sha256')
          .update(readFileSync(join(site, path)))
          .digest('hex')}`,
    );
