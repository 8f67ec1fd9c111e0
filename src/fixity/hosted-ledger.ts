import { LEDGER_PATH } from '../domain/url.ts';
import { HostFault } from './host-answer.ts';

const PATIENCE = 60_000;
/** Far more than any head has: a line takes about a hundred bytes, and an archive is sealed a few times a year. */
const MOST_BYTES = 2 ** 22;

/** The text of an answer, up to the size that a head may have. */
async function wordsOf(response: Response, address: URL): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new HostFault(`${address} is too long for the head of a ledger.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * The head of the ledger with which a hosted site was built; undefined where there is none, or no site yet.
 *
 * @throws HostFault where the host does not answer, or sends something else
 */
export async function hostedLedger(site: URL): Promise<string | undefined> {
  const address = new URL(`.${LEDGER_PATH}`, site.pathname.endsWith('/') ? site : `${site}/`);
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(address, { signal, redirect: 'manual' });
    if (response.ok) return await wordsOf(response, address);
    await response.body?.cancel();
    if (response.status === 404 || response.status === 410) return undefined;
    throw new HostFault(`${address} answered ${response.status}: its ledger is not known.`);
  } catch (error) {
    if (error instanceof HostFault) throw error;
    const { message, cause } = error as Error;
    throw new HostFault(`${address} does not answer: ${(cause as Error)?.message ?? message}.`);
  }
}
