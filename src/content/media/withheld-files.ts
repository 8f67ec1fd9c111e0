import { join, relative, sep } from 'node:path';
import { mediumSchema } from '../../domain/media/medium.ts';
import { articleFiles } from '../files/article-files.ts';
import { digestOf } from '../files/file-digest.ts';
import { filesBelow } from '../files/files-below.ts';
import { frontmatterOf } from '../files/frontmatter.ts';
import { lyingAt } from '../files/regular-file.ts';
import { readText } from '../files/text-file.ts';
import { readYaml } from '../files/yaml.ts';
import { filesOf, MEDIA_FOLDER, mediumFile } from './media-path.ts';

/** The file of a withheld medium, or of one of a withdrawn article, that lies in the archive still. */
export interface WithheldFile {
  /** Its path in the archive, with slashes. */
  path: string;
  /** The file of the entry that withholds it. */
  entry: string;
  /** True where the archive is whole without it: the entry states its SHA-256, or is withdrawn. */
  isStated: boolean;
  /** Of a copy of a withheld file: the file of the entry that names it, and withholds it not. */
  shownBy?: string;
}

/** A medium as its entry has it: its files, and whether anybody is shown them. */
interface StatedMedium {
  files: string[];
  /** The file itself; left out where it has none. */
  main?: string;
  sha256?: string;
  isWithheld: boolean;
}

/** Thrown where an entry cannot be read, so that nobody knows what it withholds. */
export class UnreadEntry extends Error {
  override name = 'UnreadEntry';
  /** Its file. */
  readonly entry: string;
  constructor(entry: string) {
    super();
    this.entry = entry;
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A medium of an entry. @throws UnreadEntry where it has faults: what it withholds, and of which file, is not certain */
function mediumIn(entry: string, stated: unknown): StatedMedium {
  const medium = mediumSchema.safeParse(stated).data;
  if (!medium) throw new UnreadEntry(entry);
  const { file, sha256, withheld } = medium;
  return {
    files: filesOf(medium),
    ...(file !== undefined && { main: file }),
    ...(sha256 !== undefined && { sha256 }),
    isWithheld: withheld !== undefined,
  };
}

/** The media that an entry states, and whether the entry is withdrawn. @throws UnreadEntry */
function mediaIn(path: string): { media: StatedMedium[]; isWithdrawn: boolean } {
  const { text } = readText(path);
  const frontmatter = frontmatterOf(path, text);
  if ('problem' in frontmatter) throw new UnreadEntry(path);
  // Most entries have none, and need not be parsed; an escape may write the word otherwise.
  if (!/media|\\/.test(text.slice(frontmatter.start, frontmatter.end)))
    return { media: [], isWithdrawn: false };
  const { value } = readYaml(path, text, frontmatter.start, frontmatter.end);
  if (!isObject(value)) throw new UnreadEntry(path);
  const media = 'media' in value ? value.media : [];
  if (!Array.isArray(media)) throw new UnreadEntry(path);
  return {
    media: media.map((one) => mediumIn(path, one)),
    isWithdrawn: 'withdrawn' in value,
  };
}

/**
 * The files that no medium shows, since it is withheld or its article withdrawn: what is handed on leaves them out, and so
 * it does copies of theirs that no entry names. A copy of a withheld one that an entry names is among them too, draft or not:
 * a build refuses it.
 *
 * @throws UnreadEntry
 */
export function withheldFiles(root: string): WithheldFile[] {
  const { files: articles, beside } = articleFiles(root);
  /** The digest of each file that is withheld, and the entry that withholds it. */
  const digests = new Map<string, string>();
  /** Of these, those that an entry withholds which is not withdrawn: other entries may show none of them. */
  const withheld = new Set<string>();
  const uses = articles.flatMap((article) => {
    const { media, isWithdrawn } = mediaIn(article.path);
    return media.flatMap(({ files, main, sha256, isWithheld: isHeld }) => {
      const isWithheld = isWithdrawn || isHeld;
      if (isWithheld && sha256 !== undefined) digests.set(sha256, article.path);
      if (isHeld && sha256 !== undefined) withheld.add(sha256);
      return files.map((file) => ({
        file: mediumFile(article, file),
        entry: article.path,
        isWithheld,
        isHeld: isHeld && file === main,
        // Of a withheld medium only the file itself is stated; the files of its words are not asked for.
        isStated: isWithdrawn || sha256 !== undefined || file !== main,
      }));
    });
  });
  const held = [...Map.groupBy(uses, ({ file }) => file)].flatMap(([file, all]): WithheldFile[] => {
    const [first] = all.toSorted((a, b) => Number(a.isStated) - Number(b.isStated));
    if (!first || lyingAt(file) !== 'file' || !all.every(({ isWithheld }) => isWithheld)) return [];
    const digest = digestOf(file);
    digests.set(digest, first.entry);
    if (all.some(({ isHeld }) => isHeld)) withheld.add(digest);
    return [{ path: file, entry: first.entry, isStated: first.isStated }];
  });
  if (digests.size === 0) return [];
  const named = new Set(uses.map(({ file }) => file));
  const unnamed = [
    ...beside,
    ...filesBelow(join(root, MEDIA_FOLDER)).flatMap(({ path, isFolder }) =>
      isFolder ? [] : [path],
    ),
  ].filter((path) => !named.has(path) && lyingAt(path) === 'file');
  const copies = unnamed.flatMap((path): WithheldFile[] => {
    const entry = digests.get(digestOf(path));
    return entry === undefined ? [] : [{ path, entry, isStated: true }];
  });
  const isIn = new Set(held.map(({ path }) => path));
  const shown = [...new Map(uses.map((use) => [use.file, use.entry]))].flatMap(
    ([path, shownBy]): WithheldFile[] => {
      if (withheld.size === 0 || isIn.has(path) || lyingAt(path) !== 'file') return [];
      const digest = digestOf(path);
      const entry = withheld.has(digest) ? digests.get(digest) : undefined;
      return entry === undefined ? [] : [{ path, entry, isStated: true, shownBy }];
    },
  );
  return [...held, ...copies, ...shown].map((one) => ({
    ...one,
    path: relative(root, one.path).split(sep).join('/'),
  }));
}
