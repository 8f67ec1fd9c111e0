import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Article } from '../../../domain/article/article.ts';
import type { Correction } from '../../../domain/article/correction.ts';
import type { FiledMedium } from '../../../domain/media/filed-medium.ts';
import { own } from '../../../domain/own.ts';
import type { Withholding } from '../../../domain/withholding/withholding.ts';
import { sealDigest } from '../seal-digest.ts';
import { canonical } from './canonical.ts';
import { ARTICLE_FIELDS, COMPONENT, type FieldRule, type Fields } from './field.ts';
import { mediaStatements } from './media-statements.ts';
import type { TextParts } from './part.ts';
import type { Statement } from './statement.ts';

type Corrected = Pick<Correction, 'was' | 'added'>;

/** The field of a correction's statement: `~` and what the correction names. */
const correctedField = ({ was, added }: Corrected): string => `~${was ?? added ?? 'date'}`;

/** The statement of a correction, which changes where anything in the correction does. */
export const correctionStatement = (correction: Corrected): Statement => ({
  field: correctedField(correction),
  value: sealDigest(canonical(correction)),
});

/** The statement of a withholding: a digest of the withheld words, and one of what readers are told. */
const withholdingStatement = ({ name, as, reason, date }: Withholding): Statement => ({
  field: 'withheld',
  value: sealDigest(name),
  form: sealDigest(canonical({ as, reason, date })),
});

/** A field's value as texts: one for each item of a list where the rule says so, else at most one. */
function textsOf(value: unknown, { many }: FieldRule): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return many ? value.map(String) : [value.join(', ')];
  return [typeof value === 'string' ? value : canonical(value)];
}

/** The statements of the fields of an article or record. */
export function fieldStatements(data: object, fields: Fields): Statement[] {
  return [...fields].flatMap(([field, rule]) => {
    const value = field.includes('.')
      ? field.split('.').reduce<unknown>((inner, key) => own(inner, key), data)
      : own(data, field);
    return textsOf(value, rule).map((text) => ({
      field,
      value: rule.clear ? text : sealDigest(text),
    }));
  });
}

/** The folder of the components that a text may use. */
const COMPONENTS = resolve('src/components/body');

/** The digest of a component's file, since what it shows is not in the text. */
export function componentDigest(name: string): string {
  const file = join(COMPONENTS, `${name}.astro`);
  return sealDigest(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

/** The fields of a withdrawn article that are still published. */
const TOLD: Fields = new Map(
  [...ARTICLE_FIELDS].filter(([field]) => ['date', 'formerly', 'withdrawn'].includes(field)),
);

/**
 * All statements of an article, in the order of the ledger.
 *
 * @param article with withheld words in place
 */
export function articleStatements(
  article: Omit<Article, 'media'> & { media: readonly FiledMedium[] },
  { statements, components, layout }: TextParts,
): Statement[] {
  if (article.withdrawn) return fieldStatements(article, TOLD);
  const { withheld, figures, corrections, media, ...data } = article;
  return [
    ...fieldStatements({ ...data, layout }, ARTICLE_FIELDS),
    ...figures.map((figure) => ({
      field: `f-${figure.id}`,
      value: sealDigest(canonical(figure)),
    })),
    ...mediaStatements(media),
    ...statements,
    ...[...components].map((name) => ({
      field: `${COMPONENT}${name}`,
      value: componentDigest(name),
    })),
    ...corrections.map(correctionStatement),
    ...withheld.map(withholdingStatement),
  ];
}
