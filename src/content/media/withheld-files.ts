import { relative, sep } from 'node:path';
import { type Medium, mediumSchema } from '../../domain/media/medium.ts';
import { articleFiles } from '../files/article-files.ts';
import { frontmatterOf } from '../files/frontmatter.ts';
import { lyingAt } from '../files/regular-file.ts';
import { readText } from '../files/text-file.ts';
import { readYaml } from '../files/yaml.ts';
import { filesOf, mediumFile } from './media-path.ts';

/** The file of a withheld medium, or of one of a withdrawn article, that lies in the archive still. */
export interface WithheldFile {
  /** Its path in the archive, with slashes. */
  path: string;
  /** The file of the entry that withholds it. */
  entry: string;
  /** True where the archive is whole without it: the entry states its SHA-256, or is withdrawn. */
  isStated: boolean;
}

/** The sound media that an entry states, and whether the entry is withdrawn. */
function mediaIn(path: string): { media: Medium[]; isWithdrawn: boolean } {
  const { text } = readText(path);
  const frontmatter = frontmatterOf(path, text);
  // Most entries have none, and need not be parsed.
  if ('problem' in frontmatter || !text.includes('media:'))
    return { media: [], isWithdrawn: false };
  const { value } = readYaml(path, text, frontmatter.start, frontmatter.end);
  const stated = value && typeof value === 'object' ? value : {};
  const media = 'media' in stated && Array.isArray(stated.media) ? stated.media : [];
  return {
    media: media.flatMap((one) => mediumSchema.safeParse(one).data ?? []),
    isWithdrawn: 'withdrawn' in stated,
  };
}

/** The files that no medium shows, since it is withheld or its article withdrawn: what is handed on leaves them out. */
export function withheldFiles(root: string): WithheldFile[] {
  const uses = articleFiles(root).files.flatMap((article) => {
    const { media, isWithdrawn } = mediaIn(article.path);
    return media.flatMap((medium) =>
      filesOf(medium).map((file) => ({
        file: mediumFile(article, file),
        entry: article.path,
        isWithheld: isWithdrawn || medium.withheld !== undefined,
        // Of a withheld medium only the file itself is stated; the files of its words are not asked for.
        isStated: isWithdrawn || medium.sha256 !== undefined || file !== medium.file,
      })),
    );
  });
  return [...Map.groupBy(uses, ({ file }) => file)].flatMap(([file, all]): WithheldFile[] => {
    const [first] = all.toSorted((a, b) => Number(a.isStated) - Number(b.isStated));
    if (!first || lyingAt(file) !== 'file' || !all.every(({ isWithheld }) => isWithheld)) return [];
    const path = relative(root, file).split(sep).join('/');
    return [{ path, entry: first.entry, isStated: first.isStated }];
  });
}
