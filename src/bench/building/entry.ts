import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The parts of an article that every site generator shows. */
export interface Entry {
  /** Path of its file below `articles/` without the ending. */
  id: string;
  title: string;
  date: string;
  /** Ids of the people that it names. */
  people: string[];
  /** Ids of the places that it names. */
  places: string[];
  /** Its text, in MDX. */
  body: string;
}

/** The file of an article in an archive. */
export const entryFile = (content: string, id: string): string =>
  join(content, 'articles', `${id}.mdx`);

/** The ids of the articles of an archive, sorted by day. */
export function entryIds(content: string): string[] {
  const files = readdirSync(join(content, 'articles'), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => file.slice(0, -'.mdx'.length).replaceAll('\\', '/'))
    .toSorted();
}

/** Reads an article, without checks: it must be of an archive that builds. */
export function readEntry(content: string, id: string): Entry {
  const text = readFileSync(entryFile(content, id), 'utf8');
  const [frontmatter = '', yaml = ''] = /^---\n(.*?)\n---\n/s.exec(text) ?? [];
  const { title = '', date, people = [], places = [] } = parse(yaml);
  return { id, title, date, people, places, body: text.slice(frontmatter.length) };
}
