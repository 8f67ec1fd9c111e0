import { leftOut } from '../dump/words.ts';
import type { XmlElement } from '../feed/element.ts';
import { fieldsOf, termsOf } from './fields.ts';

/** The custom fields in which plugins keep a standfirst, and what search engines are told of a post. */
export const STANDFIRSTS = [
  'newspack_post_subtitle',
  'subtitle',
  '_subtitle',
  'wps_subtitle',
  'standfirst',
];
export const DESCRIPTIONS = [
  '_yoast_wpseo_metadesc',
  'rank_math_description',
  '_aioseo_description',
  '_aioseop_description',
  '_seopress_titles_desc',
  '_genesis_description',
];
/** Of custom fields so many are named. */
const MOST_NAMED = 12;

/** Whether a field was written by somebody; “%%excerpt%%” is filled in by a plugin. */
export const isWritten = (text: string | undefined) =>
  text !== undefined && !/%%|\{\{|#post_/u.test(text);

const TOLD = new Set([
  ...STANDFIRSTS,
  ...DESCRIPTIONS,
  'footnotes',
  '_thumbnail_id',
  '_wp_old_slug',
]);

/** What of a post is kept in no field: comments, custom fields, terms of other kinds. */
export function notesOf(item: XmlElement, unused: readonly string[]): string[] {
  const comments = item.children.filter(({ name }) => name === 'comment').length;
  const fields = [...fieldsOf(item)].filter(([key, value]) => !TOLD.has(key) && value !== '');
  const shown = fields.map(([key]) => key).filter((key) => !key.startsWith('_'));
  const terms = termsOf(item).filter(
    ({ taxonomy }) =>
      !/^(?:category|post_tag|tag|author|language|post_format|nav_menu|)$/u.test(taxonomy),
  );
  const names = shown.slice(0, MOST_NAMED).join(', ') + (shown.length > MOST_NAMED ? ', …' : '');
  return [
    ...leftOut(comments, 'comment', 'comments'),
    ...leftOut(fields.length, 'custom field', 'custom fields').map((note) =>
      names === '' ? note : `${note} (${names})`,
    ),
    ...terms.map(({ taxonomy, name }) => `left out: the term “${name}” of ${taxonomy}`),
    ...unused.map((words) => `left out, since it has an excerpt: “${words}”`),
  ];
}
