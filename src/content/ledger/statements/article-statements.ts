import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Article } from '../../../domain/article/article.ts';
import type { Correction } from '../../../domain/article/correction.ts';
import { own } from '../../../domain/own.ts';
import type { Withholding } from '../../../domain/withholding/withholding.ts';
import { sealDigest } from '../seal-digest.ts';
import { canonical } from './canonical.ts';
import { ARTICLE_FIELDS, COMPONENT, type FieldRule, type Fields } from './field.ts';
import type { TextParts } from './part.ts';
import type { Statement } from './statement.ts';

type Corrected = Pick<Correction, 'was' | 'added'>;

/** What a correction names, as the ledger has it. */
const correctedField = ({ was, added }: Corrected): string => `~${was ?? added ?? 'date'}`;

/** What a correction states; it stays as it is. */
export const correctionStatement = (correction: Corrected): Statement => ({
  field: correctedField(correction),
  value: sealDigest(canonical(correction)),
});

/** What is withheld, known by the words, and what is said of it. */
const withholdingStatement = ({ name, as, reason, date }: Withholding): Statement => ({
  field: 'withheld',
  value: sealDigest(name),
  form: sealDigest(canonical({ as, reason, date })),
});

/** The texts of a field: one, or one an item of a list. */
function textsOf(value: unknown, { many }: FieldRule): string[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return many ? value.map(String) : [value.join(', ')];
  return [typeof value === 'string' ? value : canonical(value)];
}

/** The fields of a record or an article by the names that the ledger has for them. */
export function fieldStatements(data: object, fields: Fields): Statement[] {
  return [...fields].flatMap(([field, rule]) => {
    const value = field.split('.').reduce<unknown>((inner, key) => own(inner, key), data);
    return textsOf(value, rule).map((text) => ({
      field,
      value: rule.clear ? text : sealDigest(text),
    }));
  });
}

/** Where the components lie that a text may use. */
const COMPONENTS = resolve('src/components/body');

/** The digest of the file of a component: what it shows stands in no text. */
export function componentDigest(name: string): string {
  const file = join(COMPONENTS, `${name}.astro`);
  return sealDigest(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

/** The fields of a withdrawn article that readers are still told. */
const TOLD: Fields = new Map(
  [...ARTICLE_FIELDS].filter(([field]) => ['date', 'formerly', 'withdrawn'].includes(field)),
);

/**
 * Everything that an article states, in the order of the ledger.
 *
 * @param article as it is written, but with the words in place that it withholds
 */
export function articleStatements(
  article: Article,
  { statements, components, layout }: TextParts,
): Statement[] {
  if (article.withdrawn) return fieldStatements(article, TOLD);
  const { withheld, figures, corrections, ...data } = article;
  return [
    ...fieldStatements({ ...data, layout }, ARTICLE_FIELDS),
    ...figures.map((figure) => ({
      field: `f-${figure.id}`,
      value: sealDigest(canonical(figure)),
    })),
    ...statements,
    ...[...components].map((name) => ({
      field: `${COMPONENT}${name}`,
      value: componentDigest(name),
    })),
    ...corrections.map(correctionStatement),
    ...withheld.map(withholdingStatement),
  ];
}
