import type { Figure } from '../../domain/figures/figure.ts';
import { own } from '../../domain/own.ts';
import { figureMark, markOf, type SealedText, sealedText } from './first-form.ts';
import type { EarlierVersion } from './history/version-history.ts';
import { sealDigest } from './seal-digest.ts';
import { canonical } from './statements/canonical.ts';
import { readStatements, type Statement } from './statements/statement.ts';

/** What was sealed under a path. An earlier version is checked against it before it is quoted. */
export interface Sealed {
  statements: readonly Statement[];
  first: SealedText | undefined;
}

/** What was sealed, from a line of the ledger. */
export const sealedIn = (stated: string): Sealed => ({
  statements: readStatements(stated) ?? [],
  first: sealedText(stated),
});

/** The ids of the paragraphs that were sealed. */
export function sealedParagraphs(stated: string): string[] {
  const { statements, first } = sealedIn(stated);
  const fields = statements.map(({ field }) => field);
  return first?.paragraphs ?? fields.filter((field) => field.startsWith('p-'));
}

const inWords = (figure: Figure) =>
  Object.entries(figure)
    .filter(([key, value]) => key !== 'id' && key !== 'paragraph' && value !== undefined)
    .map(([key, value]) => `${key}: ${typeof value === 'object' ? JSON.stringify(value) : value}`)
    .join('; ');

function formerFigureIn({ figures = [] }: EarlierVersion, field: string, sealed: Sealed) {
  const found = figures.find(({ id }) => `f-${id}` === field);
  if (!found) return undefined;
  const { paragraph: _, ...figure } = found as Figure & { paragraph?: string };
  const value = sealDigest(canonical(figure));
  const isSealed =
    sealed.statements.some((one) => one.field === field && one.value === value) ||
    sealed.first?.figures.get(figure.id) === figureMark(figure);
  return isSealed ? inWords(figure) : undefined;
}

/** What a version says of a medium; of the medium itself, what it showed. */
function formerMediumIn({ data }: EarlierVersion, field: string): string | undefined {
  const [id = '', part] = field.split('.');
  const listed = own(data, 'media');
  const media: unknown[] = Array.isArray(listed) ? listed : [];
  const found = media.find((one) => own(one, 'id') === id);
  const said = part === undefined ? ['caption', 'altText', 'kind'] : [part];
  const words = said.map((key) => own(found, key)).find((value) => typeof value === 'string');
  return typeof words === 'string' ? words : undefined;
}

/** The texts that a version has for a field: one, or the items of a list. */
function textsOf(version: EarlierVersion, field: string): string[] {
  const value = field.split('.').reduce<unknown>((inner, key) => own(inner, key), version.data);
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return [value.join(', '), ...value.map(String)];
  return [typeof value === 'string' ? value : canonical(value)];
}

/** What a version of an article or record had in one field, if it matches what was sealed. */
export function saidIn(
  version: EarlierVersion,
  { field, value }: { field: string; value?: string },
  sealed: Sealed,
): string | undefined {
  if (field.startsWith('f-')) return formerFigureIn(version, field, sealed);
  if (field.startsWith('m-')) return formerMediumIn(version, field);
  if (/^[po]-/.test(field)) return version.parts.get(field);
  const texts = field === 'layout' ? [version.layout ?? ''] : textsOf(version, field);
  const values = sealed.statements
    .filter((one) => one.field === field && (value === undefined || one.value === value))
    .map((one) => one.value);
  return texts.find(
    (text) =>
      values.includes(text) ||
      values.includes(sealDigest(text)) ||
      (field === 'title' && sealed.first?.title === markOf(text)),
  );
}
