import { unescaped } from '../../markup/markup.ts';
import { withWhole } from '../../markup/picture.ts';
import { asTime } from '../../time/time.ts';
import type { Piece } from '../dump/pieces.ts';
import type { XmlElement } from '../feed/element.ts';
import type { Skipped } from '../skipped.ts';
import { fieldFault } from '../status.ts';
import { fieldsOf, textOf } from './fields.ts';

/** What an export says of itself, for all its items: gathered before the first of them is read. */

/** A file of the uploads folder, with its words; each is blank where there is none. */
export interface Attachment {
  caption: string;
  credit: string;
  alt: string;
  url: string;
}

export interface Channel {
  publisher: string | undefined;
  lang: string | undefined;
  /** The address of the site. */
  address: string | undefined;
  /** When it was made, where it says so. */
  made: ReturnType<typeof asTime>;
  /** The names by which authors are shown, by those by which they log in. */
  authors: Map<string, string>;
  attachments: Map<string, Attachment>;
  /** Why attachments are kept back, by their numbers. */
  kept: Map<string, Skipped>;
  /** The same by their addresses, as `attachmentKey` has them. */
  byAddress: Map<string, Attachment>;
  /** The numbers of attachments by that of the post that they were uploaded to. */
  uploads: Map<string, string[]>;
  /** True where there were more captions than are kept. */
  isOverfull: boolean;
}

/** The most characters that are kept of authors and attachments; the largest newsrooms have half of it. */
const MOST = 80_000_000;
/** Of each that is kept, whatever its length. */
const OVERHEAD = 200;

/** What an address of an attachment is compared by: in any of its sizes, with TLS or without. */
export const attachmentKey = (address: string): string =>
  copied(
    (withWhole([address])[0] ?? address)
      .split(/[?#]/u, 1)
      .join('')
      .replace(/^(?:https?:)?\/\/(?:i\d\.wp\.com\/)?/iu, ''),
  );

const CREDITS = ['_media_credit', '_navis_media_credit_org', 'media_credit', '_credit'];

/** A text of its own: a part of a longer one would keep the whole of it, which is a piece of the export. */
const copied = (text: string) => Buffer.from(text, 'utf16le').toString('utf16le');

/** Why a file of the uploads folder is kept back: one that is in use has the status of its post. */
function attachmentFault(item: XmlElement): Skipped | undefined {
  const status = textOf(item.children, 'status')?.trim() ?? '';
  return (
    (status === 'inherit' ? undefined : fieldFault('status', status)) ??
    fieldFault('post_password', textOf(item.children, 'post_password') ?? '')
  );
}

/** Gathers what an export says for all its items. */
export function channelGatherer(): { channel: Channel; take: (piece: Piece) => void } {
  const channel: Channel = {
    publisher: undefined,
    lang: undefined,
    address: undefined,
    made: undefined,
    authors: new Map(),
    attachments: new Map(),
    kept: new Map(),
    byAddress: new Map(),
    uploads: new Map(),
    isOverfull: false,
  };
  let kept = 0;
  const room = (...texts: string[]) => {
    kept += OVERHEAD + texts.reduce((sum, text) => sum + text.length, 0);
    if (kept > MOST) channel.isOverfull = true;
    return kept <= MOST;
  };
  const nameAuthor = (login: string | undefined, shown: string | undefined) => {
    const name = unescaped(shown ?? '').trim();
    if (login && name && room(login, name))
      channel.authors.set(copied(login.trim()), copied(name.slice(0, 300)));
  };

  function takeAttachment(item: XmlElement) {
    const id = copied(textOf(item.children, 'post_id')?.trim().slice(0, 40) ?? '');
    const fault = attachmentFault(item);
    if (fault) {
      // What is in no way public, as pictures of the bin, is counted alone.
      if (id !== '' && room()) channel.kept.set(id, fault);
      return;
    }
    const excerpt = item.children.find(
      ({ namespace, name }) => name === 'encoded' && /excerpt/iu.test(namespace),
    );
    const caption = excerpt?.text.trim().slice(0, 5000) ?? '';
    const fields = fieldsOf(item);
    const credit =
      CREDITS.map((key) => fields.get(key)?.trim())
        .find(Boolean)
        ?.slice(0, 500) ?? '';
    const parent = textOf(item.children, 'post_parent')?.trim() ?? '';
    const alt = fields.get('_wp_attachment_image_alt')?.trim().slice(0, 2000) ?? '';
    const url = textOf(item.children, 'attachment_url')?.trim().slice(0, 1000) ?? '';
    if (id === '' || !room(caption, credit, alt, url, url)) return;
    const attachment = {
      caption: copied(caption),
      credit: copied(credit),
      alt: copied(alt),
      url: copied(url),
    };
    channel.attachments.set(id, attachment);
    if (url !== '') channel.byAddress.set(attachmentKey(url), attachment);
    if (parent === '' || parent === '0') return;
    const siblings = channel.uploads.get(parent.slice(0, 40));
    if (siblings) siblings.push(id);
    else channel.uploads.set(copied(parent.slice(0, 40)), [id]);
  }

  function takeItem(item: XmlElement) {
    const type = textOf(item.children, 'post_type')?.trim();
    if (type === 'attachment') takeAttachment(item);
    // Authors without an account, of Co-Authors Plus.
    if (type === 'guest-author') {
      const fields = fieldsOf(item);
      nameAuthor(
        fields.get('cap-user_login') ?? textOf(item.children, 'post_name'),
        fields.get('cap-display_name') ?? textOf(item.children, 'title'),
      );
    }
  }

  function takeAround({ name, text, children, namespace }: XmlElement) {
    if (name === 'author')
      nameAuthor(textOf(children, 'author_login'), textOf(children, 'author_display_name'));
    if (name === 'title' && namespace === '') channel.publisher ??= text;
    if (name === 'language') channel.lang ??= text;
    if (name === 'pubdate' || name === 'lastbuilddate') channel.made ??= asTime(text);
    if (name === 'link' && namespace === '' && text !== '') channel.address ??= text.trim();
    if (name === 'base_blog_url' && text !== '') channel.address = text.trim();
  }

  return {
    channel,
    take: ({ element, isItem }) => (isItem ? takeItem(element) : takeAround(element)),
  };
}
