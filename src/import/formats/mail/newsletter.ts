import type { Root } from 'mdast';
import { bodyOfHtml, dropHeading } from '../../markup/markup.ts';
import { mediaOf, putMedia, takeMedia } from '../../media/block-media.ts';
import { asAddress, asLanguage, asLine, noNames, type Reading } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { heldByBody, heldByLine } from '../mark.ts';
import { findAmong, partsOfMessage, readMessage } from '../mime.ts';
import { paragraphsOf } from '../text.ts';
import { withoutLayout } from './layout.ts';
import { idsIn } from './link.ts';
import { type Headers, mailFault } from './mail-status.ts';
import type { Recipient } from './reader.ts';
import { forEverybody } from './recipient.ts';

type Message = Awaited<ReturnType<typeof readMessage>>;
type Mailbox = NonNullable<Message['to']>[number];

/** Who it went to, by all that says so; a group of recipients has members. */
function recipientOf({ to, cc, bcc, deliveredTo }: Message, headers: Headers): Recipient {
  const all: Mailbox[] = [...(to ?? []), ...(cc ?? []), ...(bcc ?? [])].flatMap((one) => [
    one,
    ...(one.group ?? []),
  ]);
  const addresses = [
    deliveredTo,
    headers.get('x-original-to'),
    headers.get('envelope-to'),
    ...all.map(({ address }) => address),
  ].flatMap((one) => (one?.includes('@') ? [one.trim().toLowerCase()] : []));
  const names = all
    .map(({ name }) => name.trim())
    .filter((name) => name.length > 1 && !name.includes('@'));
  // A greeting has the given name alone.
  const given = names
    .flatMap((name) => name.split(/\s+/u)[0] ?? [])
    .filter((name) => name.length > 2);
  return {
    addresses: [...new Set(addresses)],
    names: [...new Set([...names, ...given])],
    ids: idsIn(headers.get('list-unsubscribe') ?? ''),
  };
}

/** The time of a message; a comment after it names the zone once more. */
const timeOf = (headers: Headers) => asTime(headers.get('date')?.split('(', 1)[0]);

/** Below this line stands who sent it. */
const SIGNATURE = /^-- ?$/mu;

function bodyOf({ html, text }: Message) {
  if (html?.trim()) return bodyOfHtml(withoutLayout(html), undefined);
  const lines = (text ?? '').replace(/\r\n?/gu, '\n');
  const end = lines.search(SIGNATURE);
  return end < 0
    ? { body: paragraphsOf(lines), notes: [] }
    : { body: paragraphsOf(lines.slice(0, end)), notes: ['its signature left out'] };
}

/** Takes pictures out that a message does not hold: each recipient may have had another address for them. */
function dropRemote(body: Root): number {
  const before = mediaOf(body).length;
  for (const place of [body, ...body.children])
    putMedia(
      place,
      takeMedia(place).flatMap((medium) => {
        const references = medium.references.filter((one) => /^\s*(?:cid|data):/iu.test(one));
        return references.length > 0 ? [{ ...medium, references }] : [];
      }),
    );
  return before - mediaOf(body).length;
}

/** The name of a list: “Tides <tides.gazette.example>”. */
function listOf(headers: Headers): string | undefined {
  const id = headers.get('list-id') ?? '';
  return asLine(id.slice(0, Math.max(0, id.indexOf('<'))).replaceAll('"', ''), 200);
}

/** Reads an e-mail: a newsletter is an article, all else is passed over. */
export async function readMail(bytes: Uint8Array, sha256: string): Promise<Reading> {
  const message = await readMessage(bytes);
  const headers: Headers = new Map(
    message.headers.map(({ key, value }) => [key.toLowerCase(), value]),
  );
  const fault =
    mailFault(headers, message.subject ?? '') ?? heldByLine((message.subject ?? '').trim());
  if (fault) return fault;
  const read = bodyOf(message);
  const remote = dropRemote(read.body);
  const taken = forEverybody(read.body, recipientOf(message, headers));
  if (read.body.children.length === 0) return { skipped: 'it has no text', as: 'blank' };
  const held = heldByBody(read.body);
  if (held) return held;
  const time = timeOf(headers);
  const title = asLine(message.subject, 300);
  dropHeading(read.body, title);
  const attachments = message.attachments.filter(({ related }) => !related).length;
  return {
    document: {
      sha256,
      title,
      date: time?.date,
      published: time?.published,
      author: asLine(message.from?.name, 200),
      publisher: listOf(headers),
      url: asAddress(headers.get('archived-at')?.replace(/[<>]/gu, '')),
      lang: asLanguage(headers.get('content-language')),
      named: noNames(),
      body: read.body,
      find: findAmong(partsOfMessage(bytes), undefined),
      notes: [
        'it is taken for a newsletter since it went to a list: see that it was public',
        ...read.notes,
        ...taken,
        ...(remote > 0
          ? [
              `${remote === 1 ? 'one picture' : `${remote} pictures`} on the web left out, whose addresses may tell who received it`,
            ]
          : []),
        ...(attachments > 0
          ? [`${attachments === 1 ? 'one attachment' : `${attachments} attachments`} left out`]
          : []),
      ],
    },
  };
}
