import { createHash } from 'node:crypto';
import { type Findings, SITE_MANIFEST } from './copy.ts';
import { readManifest } from './manifest.ts';

/** Files that hosts read, and do not serve. */
const UNSERVED = ['_headers', '_redirects'];
const AT_ONCE = 8;
const PATIENCE = 60_000;

/** Nothing answers at an address, or something else than a site of this kind. */
export class HostFault extends Error {}

async function fetched(address: URL): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const { message, cause } = error as Error;
    throw new HostFault(`${address} does not answer: ${(cause as Error)?.message ?? message}.`);
  }
  if (new URL(response.url).origin !== address.origin)
    throw new HostFault(`${address} leads to another host, ${response.url}.`);
  return response;
}

async function digestAt(address: URL): Promise<string | undefined> {
  const response = await fetched(address);
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    return undefined;
  }
  const digest = createHash('sha256');
  for await (const chunk of response.body) digest.update(chunk);
  return digest.digest('hex');
}

/**
 * Checks a site where it is hosted against its own manifest. What it has besides cannot be told from outside.
 *
 * @throws HostFault where the host does not answer, or has no manifest
 */
export async function checkHosted(site: URL): Promise<Findings & { unserved: string[] }> {
  const base = new URL(site.pathname.endsWith('/') ? site : `${site}/`);
  const answer = await fetched(new URL(SITE_MANIFEST, base));
  if (!answer.ok)
    throw new HostFault(`${answer.url} answered ${answer.status}: there is no manifest.`);
  const { digests, faults } = readManifest(await answer.text(), 'sha256');
  const differences = faults.map(({ line, reason }) => ({
    path: `${SITE_MANIFEST}:${line}`,
    how: reason,
  }));
  const unserved = [...digests.keys()].filter((path) => UNSERVED.includes(path));
  const due = [...digests].filter(([path]) => !unserved.includes(path));
  let held = 0;
  const check = async () => {
    for (let next = due.pop(); next; next = due.pop()) {
      const [path, stated] = next;
      const address = new URL(path.split('/').map(encodeURIComponent).join('/'), base);
      const digest = await digestAt(address);
      if (digest === stated) held += 1;
      else differences.push({ path, how: digest === undefined ? 'is missing' : 'differs' });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, check));
  return { held, differences, unserved };
}
