import type { z } from 'astro/zod';
import { isDay } from '../../domain/date.ts';
import { UNKNOWN } from '../../domain/media/credit.ts';
import { WORDLESS } from '../../domain/media/gap.ts';
import { type FileFacts, type MediumKind, TYPES_OF_KIND } from '../../domain/media/media-type.ts';
import type { mediumSchema } from '../../domain/media/medium.ts';
import { NO_TRANSCRIPT } from '../../domain/media/medium-fields.ts';
import { addressFault } from '../../domain/web-address.ts';
import type { WrittenMedium } from '../media/source-medium.ts';
import { asAddress, asLine } from '../source-document.ts';
import { isOfFile } from './planned-file.ts';

/** A medium as it stands in the frontmatter of an entry. */
export type MediumFields = z.input<typeof mediumSchema>;

/** The words of a medium as fields of an entry. */
export type Words = Partial<MediumFields>;

const SEEN: readonly MediumKind[] = ['photograph', 'graphic', 'facsimile'];

/** Why another file that is there is not shown: nothing says what is heard or read. */
const NAMELESS = 'Its source does not say what it is.';

const isTime = (text: string) =>
  isDay(text) || (/^\d{4}-\d{2}$/u.test(text) && isDay(`${text}-01`)) || /^\d{4}$/u.test(text);

/** What is stated of a medium, whatever its kind; an address of a licence that is none is among its terms. */
function statedFields(stated: WrittenMedium): Words {
  const { licence, usageTerms, dateCreated, position } = stated;
  const isAddress = licence !== undefined && addressFault(licence, 'web') === undefined;
  const line = (words: string | undefined, longest: number) => asLine(words, longest);
  const terms = line([usageTerms, isAddress ? '' : licence].filter(Boolean).join(' '), 1000);
  const words: Words = {
    caption: line(stated.caption, 5000),
    creditLine: line(stated.creditLine ?? stated.creator ?? stated.copyrightNotice, 500) ?? UNKNOWN,
    creator: line(stated.creator, 300),
    source: line(stated.source, 300),
    copyrightNotice: line(stated.copyrightNotice, 500),
    licence: isAddress ? licence : undefined,
    usageTerms: terms,
    dateCreated: dateCreated !== undefined && isTime(dateCreated) ? dateCreated : undefined,
    position,
  };
  // biome-ignore lint/plugin: its keys are those of a medium
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
}

/**
 * The words of a medium whose file is shown, or why it cannot be. No alternative text is invented: where the source has
 * none, its caption stands for it, which those who do not see the picture would hear anyway.
 */
export function wordsFor(stated: WrittenMedium, kind: MediumKind): Words | string {
  const words = statedFields(stated);
  if (SEEN.includes(kind)) {
    const altText = asLine(stated.altText ?? words.caption, 2000);
    if (altText !== undefined) return { ...words, altText };
    return stated.decorative ? { ...words, decorative: true } : WORDLESS;
  }
  const caption = words.caption ?? asLine(stated.altText ?? stated.name, 5000);
  if (caption === undefined) return NAMELESS;
  return {
    ...words,
    caption,
    ...((kind === 'audio' || kind === 'video') && { transcript: NO_TRANSCRIPT }),
  };
}

/** The kind that a file has: what the source calls it, if it is that. */
function kindOf({ kind }: WrittenMedium, { type }: FileFacts): MediumKind {
  if (TYPES_OF_KIND[kind](type)) return kind;
  const kinds = Object.keys(TYPES_OF_KIND) as MediumKind[];
  return kinds.find((one) => one !== 'facsimile' && TYPES_OF_KIND[one](type)) ?? kind;
}

/** The fields of a medium in the order in which an entry has them. */
export const FIELDS_IN_ORDER = [
  ...['file', 'missing', 'sha256', 'kind', 'position', 'altText', 'decorative', 'caption'],
  ...['creditLine', 'creator', 'source', 'copyrightNotice', 'licence', 'usageTerms'],
  ...['dateCreated', 'transcript', 'captions', 'ocr', 'regions'],
] as const;

/** Fields in the order in which an entry has them. */
export function inOrder(fields: Words): MediumFields {
  const entries = new Map(Object.entries(fields));
  const known = FIELDS_IN_ORDER.filter((key) => entries.has(key));
  const others = [...entries.keys()].filter(
    (key) => !(FIELDS_IN_ORDER as readonly string[]).includes(key),
  );
  // biome-ignore lint/plugin: its keys are those of a medium
  return Object.fromEntries(
    [...known, ...others].map((key) => [key, entries.get(key)]),
  ) as MediumFields;
}

/**
 * Whether the reason of a gap says that its file lay at hand, and could not be taken as it was: what is missing is words,
 * or another file in its place.
 */
export const isOfFileAtHand = (reason: string): boolean =>
  reason === WORDLESS || reason === NAMELESS || isOfFile(reason);

/** A medium whose file cannot be had, with why not. */
export function gapFields(
  stated: WrittenMedium,
  reason = 'Its source does not have the file.',
): MediumFields {
  const url = stated.urls.map(asAddress).find(Boolean);
  const name = asLine(stated.name, 500);
  const missing = {
    ...(url && { url }),
    ...(name && { name }),
    reason: asLine(reason, 500) ?? 'It is missing.',
  };
  const altText = asLine(stated.altText, 2000);
  const kind = stated.kind;
  const words = statedFields(stated);
  const isSeen = SEEN.includes(kind);
  return inOrder({
    ...words,
    kind,
    missing,
    ...(altText && isSeen && { altText }),
    ...(stated.decorative && isSeen && !altText && { decorative: true }),
    ...(!isSeen && { caption: words.caption ?? altText ?? name ?? url ?? kind }),
  });
}

/**
 * A medium whose file is there; a gap where it cannot be shown.
 *
 * @param nameFor gives the name of the file in the archive, and is asked where it is shown alone
 */
export function mediumFields(
  stated: WrittenMedium,
  facts: FileFacts,
  nameFor: () => string,
): MediumFields {
  const kind = kindOf(stated, facts);
  const words = wordsFor(stated, kind);
  if (typeof words === 'string') return gapFields(stated, words);
  return inOrder({ ...words, file: nameFor(), sha256: facts.sha256, kind });
}
