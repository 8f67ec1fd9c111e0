import { ImportFault } from '../../source-document.ts';
import { isMailbox } from '../foreign/mail.ts';
import { type Part, sole } from '../format.ts';
import { type Source, sha256Of } from '../source.ts';
import { messagesOf } from './mbox.ts';
import { readMail } from './newsletter.ts';

/** The messages of an e-mail that was saved, or of a mailbox. */
export async function* partsOfMail(source: Source): AsyncGenerator<Part> {
  if (!isMailbox(source.head.text)) {
    const bytes = await source.bytes();
    const sha256 = await source.sha256();
    yield sole(() => readMail(bytes, sha256));
    return;
  }
  let count = 0;
  for await (const message of messagesOf(source.stream())) {
    count++;
    yield {
      place: `, message ${count}`,
      // Its digest is that of the message alone.
      isSole: true,
      read: () => {
        if (message instanceof ImportFault) throw message;
        return readMail(message, sha256Of(message));
      },
    };
  }
}
