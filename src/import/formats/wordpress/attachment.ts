import type { Root } from 'mdast';
import { wordsUnder } from '../../markup/caption.ts';
import { textOfHtml } from '../../markup/markup.ts';
import { withWhole } from '../../markup/picture.ts';
import { mediaOf } from '../../media/block-media.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { asLine } from '../../source-document.ts';
import { escaped, tag } from '../xml/html.ts';
import { type Attachment, attachmentKey, type Channel } from './channel.ts';

/** What an export says of the files of the uploads folder, where posts show them. */

const wordsOf = (html: string): string | undefined =>
  html === '' ? undefined : asLine(textOfHtml(html), 5000);

/** The words of an attachment, as the fields of a medium. */
const wordsIn = ({ caption, credit, alt }: Attachment): Partial<SourceMedium> => {
  const altText = asLine(alt, 2000);
  return {
    ...wordsUnder(wordsOf(caption), wordsOf(credit)),
    ...(altText !== undefined && { altText }),
  };
};

/**
 * The leading picture of a post; it stands at the head. Where the text shows it too, the words that stand under it there
 * are its words: those of the uploads are of the file, for whatever post.
 */
export function leadingPicture(attachment: Attachment | undefined, body: Root): SourceMedium[] {
  if (!attachment) return [];
  const { url } = attachment;
  const key = attachmentKey(url);
  const inText = mediaOf(body).find(
    (one) => url !== '' && one.references.some((reference) => attachmentKey(reference) === key),
  );
  const { caption, creditLine, altText } = wordsIn(attachment);
  const words = {
    caption: inText?.caption ?? caption,
    creditLine: inText?.creditLine ?? creditLine,
    altText: inText?.altText ?? altText,
  };
  const medium: SourceMedium = {
    kind: 'photograph',
    references: url === '' ? [] : withWhole([url]),
    place: 'head',
    // biome-ignore lint/plugin: its keys are those of a medium
    ...(Object.fromEntries(
      Object.entries(words).filter(([, value]) => value !== undefined),
    ) as Partial<SourceMedium>),
  };
  return medium.references.length > 0 || medium.caption || medium.creditLine ? [medium] : [];
}

/** An attachment as HTML, where a gallery shows it. */
export function pictureHtml({ url, alt, caption, credit }: Attachment): string {
  const image = `<img src="${escaped(url)}"${alt === '' ? '' : ` alt="${escaped(alt)}"`}>`;
  const under = `${caption}${credit === '' ? '' : tag('cite', escaped(credit))}`;
  return tag('figure', `${image}${under === '' ? '' : tag('figcaption', under)}`);
}

/** Adds to the pictures of a body what the export says of their files; what stands under them is believed before. */
export function nameAttachments(body: Root, { byAddress }: Channel): void {
  for (const medium of mediaOf(body)) {
    const found = medium.references.map((one) => byAddress.get(attachmentKey(one))).find(Boolean);
    if (!found) continue;
    const { altText, ...words } = wordsIn(found);
    Object.assign(medium, {
      ...words,
      ...medium,
      // An editor writes alt="" where nobody wrote another.
      ...(altText !== undefined && medium.altText === undefined && { altText }),
    });
    if (medium.altText !== undefined) delete medium.decorative;
  }
}
