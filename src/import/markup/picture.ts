import type { Element } from 'hast';
import { isDataAddress, isShortData } from '../media/data-address.ts';
import type { SourceMedium } from '../media/source-medium.ts';
import { asLine } from '../source-document.ts';
import { attribute } from './attribute.ts';

/** Pictures as HTML names them: by one address or by several sizes, and where scripts show them by attributes of their own. */

const WHOLES = ['data-orig-file', 'data-full-url', 'data-src-large', 'data-hi-res-src'];
const LAZY = ['data-src', 'data-lazy-src', 'data-original', 'data-image-src'];
const SETS = 'srcset data-srcset data-lazy-srcset'.split(' ');
const IS_PICTURE = /\.(?:jpe?g|png|gif|webp|avif|tiff?|svg)$/iu;

const LONGEST_ALT = 2000;

/** The addresses of a list of sizes, the largest first. */
function largestFirst(set: string): string[] {
  const found: { url: string; size: number }[] = [];
  let url: string | undefined;
  const add = (size: number) => {
    if (url) found.push({ url, size });
    url = undefined;
  };
  for (const token of set.split(/\s+/u)) {
    if (token === '') continue;
    if (url === undefined) {
      url = token.replace(/,$/u, '');
      if (token.endsWith(',')) add(1);
    } else {
      const [, size = '1'] = /^(\d{1,6}(?:\.\d{1,4})?)[wxh]/u.exec(token) ?? [];
      add(Number(size));
    }
  }
  add(1);
  return found.toSorted((a, b) => b.size - a.size).map((one) => one.url);
}

/** What WordPress calls the sizes that it makes of a picture, without which it is the picture itself. */
const WHOLE = /-(?:\d{1,5}x\d{1,5}|scaled)(?=\.[a-z]{3,4}(?:[?#]|$))/iu;

/** References, each once, with the whole picture before a size of it. */
export const withWhole = (references: readonly string[]): string[] => [
  ...new Set(
    references.flatMap((one) =>
      !isDataAddress(one) && WHOLE.test(one) ? [one.replace(WHOLE, ''), one] : [one],
    ),
  ),
];

/** How a picture is named in its element and in those around it, the best first. */
function referencesOf(img: Element, sources: readonly Element[], href: string | undefined) {
  const own = [
    ...(href && IS_PICTURE.test(href.split(/[?#]/u, 1).join('')) ? [href] : []),
    ...WHOLES.flatMap((name) => attribute(img, name) ?? []),
    ...[img, ...sources].flatMap((one) =>
      SETS.flatMap((name) => largestFirst(attribute(one, name) ?? '')),
    ),
    ...LAZY.flatMap((name) => attribute(img, name) ?? []),
    attribute(img, 'src') ?? '',
  ]
    .map((one) => one.trim())
    .filter((one) => one !== '' && one !== '#');
  // What stands there until a script shows the picture.
  const real = own.filter((one) => !isShortData(one));
  return withWhole(real.length > 0 ? real : own);
}

const SMALL_NAMES =
  /(?:^|[\s_-])(?:avatars?|gravatar|emojis?|emoticons?|smil(?:ey|ies)|wp-smiley|icons?|logos?|pixel|tracking|tracker|spacer|sprite|badge|adsense|advert(?:isement)?s?)(?:$|[\s_-])/iu;
const SMALL_ADDRESSES =
  /(?:gravatar\.com\/|\/emoji\/|\/smilies\/|doubleclick\.net|google-analytics|googlesyndication|feedburner\.com\/~|feeds\.wordpress\.com\/1\.0|pixel\.wp\.com|stats\.wordpress\.com|facebook\.com\/tr\b|scorecardresearch|quantserve|\/(?:spacer|blank|pixel|clear|transparent|1x1|shim)\.(?:gif|png)\b)/iu;
/** A `data:` address that is shorter holds a point, or a sign. */
const TINY = 200;
/** The longest side of an icon, in pixels. */
const ICON = 48;

/** Whether a picture says by its markup that it is none of an article: a counter of readers, an icon, a face beside a name. */
function isSmall(img: Element, references: readonly string[]): boolean {
  const size = (name: string) => {
    const [, pixels] = /^\s*(\d{1,5})(?:px)?\s*$/u.exec(attribute(img, name) ?? '') ?? [];
    return pixels === undefined ? undefined : Number(pixels);
  };
  const [width, height] = [size('width'), size('height')];
  if ((width ?? 9) <= 2 || (height ?? 9) <= 2) return true;
  if (width !== undefined && height !== undefined && Math.max(width, height) <= ICON) return true;
  const names = ['class', 'id'].map((name) =>
    name === 'class' ? (img.properties['className'] ?? '') : (img.properties['id'] ?? ''),
  );
  if (names.some((one) => SMALL_NAMES.test(Array.isArray(one) ? one.join(' ') : `${one}`)))
    return true;
  const [first = ''] = references;
  return (
    SMALL_ADDRESSES.test(first.slice(0, 500)) ||
    (isShortData(first) && first.length < TINY && !first.endsWith('~'))
  );
}

/**
 * A picture as a medium; nothing where its element names no file.
 *
 * @param sources what else is offered in its place
 * @param href where the link around it leads
 */
export function mediumOfPicture(
  img: Element,
  sources: readonly Element[] = [],
  href?: string,
): SourceMedium | 'small' | undefined {
  const references = referencesOf(img, sources, href);
  if (references.length === 0) return undefined;
  if (isSmall(img, references)) return 'small';
  const alt = attribute(img, 'alt');
  const altText = asLine(alt, LONGEST_ALT);
  const role = attribute(img, 'role');
  const isForEye = alt?.trim() === '' || role === 'presentation' || role === 'none';
  return {
    kind: /\.svg$/iu.test((references[0] ?? '').split(/[?#]/u, 1).join(''))
      ? 'graphic'
      : 'photograph',
    references,
    ...(altText === undefined ? isForEye && { decorative: true } : { altText }),
  };
}
