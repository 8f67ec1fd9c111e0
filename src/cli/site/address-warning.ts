import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentRoot, shownPath } from '../../content/files/archive-path.ts';
import { SETTINGS } from '../../content/files/settings-file.ts';

const LOOPBACK = /^(?:localhost|127\.[\d.]+|\[::1\])$/;

/** The address that a site was built for, as its robots.txt gives it; undefined where it gives none. */
function addressOfSite(dist: string): URL | undefined {
  let robots: string;
  try {
    robots = readFileSync(join(dist, 'robots.txt'), 'utf8');
  } catch {
    return undefined;
  }
  const [, address = ''] = /^Sitemap: (\S+)\/sitemap\.xml$/m.exec(robots) ?? [];
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** Warns on standard error where a site's links lead to “localhost”, the reader's own machine. */
export function warnOfAddress(dist: string): void {
  const address = addressOfSite(dist);
  if (!address || !LOOPBACK.test(address.hostname)) return;
  console.error(
    `Warning: the links of this site say ${address.href}, which is every reader’s own machine: before you publish it, set url in ${shownPath(join(contentRoot(), SETTINGS))}, or build with SITE_URL=https://archive.example/.`,
  );
}
