import { asTime } from '../../time/time.ts';
import { isToCome } from '../dump/to-come.ts';
import type { XmlElement } from '../feed/element.ts';
import { itemFault, within } from '../feed/item-status.ts';
import type { Skipped } from '../skipped.ts';
import type { Channel } from './channel.ts';
import { isOfExport, textOf } from './fields.ts';
import { saysForSome } from './restriction.ts';

/** Which items of an export were published: a post or a page that says so, and that nothing else withholds. */

const FIRST_DAY = /^0000/u;

/** Whether any date of an item is after its export was made; after now, where nobody says when that was. */
function isScheduled(item: XmlElement, made: Channel['made']): boolean {
  const textsOf = (wanted: string) =>
    within(item).flatMap(({ name, text }) =>
      name === wanted && text.trim() !== '' && !FIRST_DAY.test(text.trim()) ? [text.trim()] : [],
    );
  const end = made
    ? Date.parse(made.published.includes('T') ? made.published : `${made.date}T23:59:59Z`)
    : Date.now();
  const moments = textsOf('post_date_gmt').map((text) => `${text.replace(' ', 'T')}Z`);
  if (moments.some((moment) => !(Date.parse(moment) <= end))) return true;
  return [...textsOf('post_date'), ...textsOf('pubdate')].some((text) => isToCome(text, end));
}

/** Every custom field of an item, those of one name too. */
const isForSome = (item: XmlElement) =>
  item.children.some(
    ({ name, children }) =>
      name === 'postmeta' &&
      children
        .filter((one) => one.name === 'meta_value')
        .some(({ text }) => saysForSome(textOf(children, 'meta_key') ?? '', text)),
  );

/** Why an item is not to be published; nothing where it was published. */
export function postFault(item: XmlElement, { made }: Channel): Skipped | undefined {
  const own = within(item).filter(isOfExport);
  const type = own.find(({ name }) => name === 'post_type');
  // Of an attachment it does not matter what its status is.
  const fault =
    (type && itemFault({ ...item, attributes: [], children: [type] })) ?? itemFault(item);
  if (fault) return fault;
  if (!type) return { skipped: 'it does not say that it is a post', as: 'kind' };
  if (!own.some(({ name }) => name === 'status'))
    return { skipped: 'it does not say that it is published', as: 'unknown' };
  if (isScheduled(item, made))
    return {
      skipped: made ? 'it is dated after its export was made' : 'it is dated after today',
      as: 'scheduled',
    };
  return isForSome(item) ? { skipped: 'it is for some readers only', as: 'private' } : undefined;
}

/** The day and time of a post at its place of writing. Two clocks are given; their difference is the offset from UTC. */
export function postTime(item: XmlElement): ReturnType<typeof asTime> {
  const clock = (name: string) => {
    const text = textOf(item.children, name);
    return text && !FIRST_DAY.test(text) ? text.trim().replace(' ', 'T') : undefined;
  };
  return (
    timeOf(clock('post_date'), clock('post_date_gmt')) ?? asTime(textOf(item.children, 'pubdate'))
  );
}

/** A moment that is given by two clocks without a zone, that of its place and that of UTC. */
export function timeOf(
  local: string | undefined,
  utc: string | undefined,
): ReturnType<typeof asTime> {
  const day = asTime(local)?.date;
  if (day === undefined) return undefined;
  const minutes = (Date.parse(`${local}Z`) - Date.parse(`${utc}Z`)) / 60_000;
  if (!Number.isInteger(minutes) || Math.abs(minutes) > 15 * 60)
    return { date: day, published: day };
  const two = (value: number) => `${Math.floor(value)}`.padStart(2, '0');
  const size = Math.abs(minutes);
  const offset =
    minutes === 0 ? 'Z' : `${minutes < 0 ? '-' : '+'}${two(size / 60)}:${two(size % 60)}`;
  return asTime(`${local}${offset}`) ?? { date: day, published: day };
}
