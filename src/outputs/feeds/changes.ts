import { articles } from '../../content/queries/articles.ts';
import { CHANGES_PATH } from '../../domain/url.ts';
import { allChanges, type ListedChanges } from '../../page-data/changes/changes.ts';
import type { ShownChange } from '../../page-data/changes/shown-change.ts';
import { site } from '../../site.ts';
import type { Feed } from './feed.ts';
import type { FeedItem } from './feed-item.ts';

const LATEST = 50;

const inWords = ({ sentence, names, reason }: ShownChange): string => {
  const named = names.length > 0 ? ` ${names.map(({ name }) => name).join(', ')}.` : '';
  return `${sentence}${named}${reason ? ` ${reason}` : ''}`;
};

function changeItem(
  { date, path, title, lang, changes }: ListedChanges,
  number: number,
  address: (path: string) => string,
): FeedItem {
  const url = address(path ?? CHANGES_PATH);
  return {
    // Something that is gone has no address; its number in the day's list identifies it.
    id: path === undefined ? `${url}#${date}-${number}` : `${url}#changes-${date}`,
    url,
    title: `Changed: ${title}`,
    content: changes.map(inWords).join(' '),
    added: date,
    changed: date,
    lang: lang ?? site.lang,
  };
}

/**
 * The latest listed changes as a feed; what was changed of one thing on one day keeps its id.
 *
 * @param address makes an address of a path
 */
export function changesFeed(address: (path: string) => string): Feed {
  const all = allChanges();
  return {
    title: `${site.title}: changes`,
    description: `What was changed in ${site.title} without a correction, and when.`,
    home: address(CHANGES_PATH),
    items: all.slice(0, LATEST).map((one, index) => changeItem(one, all.length - index, address)),
    since: articles().at(-1)?.data.date,
  };
}
