import { ImportFault } from '../../source-document.ts';
import { decoded } from '../encoding.ts';
import { numbered, type Part } from '../format.ts';
import type { Source } from '../source.ts';
import { readAnpa } from './anpa.ts';
import { isIptc7901, readIptc7901 } from './iptc-7901.ts';
import { messagesIn } from './message.ts';

/** The messages of a source of IPTC 7901 or ANPA 1312. Throws an `ImportFault` where it has none that ends in a text. */
export async function* partsOfTelegraph(source: Source): AsyncGenerator<Part> {
  const text = decoded(await source.bytes(), source.encoding);
  const sha256 = await source.sha256();
  const messages = messagesIn(text);
  if (messages.length === 0) throw new ImportFault('It holds no message.');
  yield* numbered(
    messages.map(
      (message) => () =>
        isIptc7901(message) ? readIptc7901(message, sha256) : readAnpa(message, sha256),
    ),
  );
}
