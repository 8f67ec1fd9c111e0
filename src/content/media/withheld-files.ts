import { relative, sep } from 'node:path';
import { type Medium, mediumSchema } from '../../domain/media/medium.ts';
import { articleFiles } from '../files/article-files.ts';
import { frontmatterOf } from '../files/frontmatter.ts';
import { lyingAt } from '../files/regular-file.ts';
import { readText } from '../files/text-file.ts';
import { readYaml } from '../files/yaml.ts';
import { mediumFile } from './media-path.ts';

/** The file of a withheld medium that lies in the archive still. */
export interface WithheldFile {
  /** Its path in the archive, with slashes. */
  path: string;
  /** The file of the entry that withholds it. */
  entry: string;
  /** True where the entry states its SHA-256, so that the archive is whole without it. */
  isStated: boolean;
}

/** The sound media that an entry states. */
function mediaIn(path: string): Medium[] {
  const { text } = readText(path);
  const frontmatter = frontmatterOf(path, text);
  // Most entries have none, and need not be parsed.
  if ('problem' in frontmatter || !text.includes('media:')) return [];
  const { value } = readYaml(path, text, frontmatter.start, frontmatter.end);
  const media = value && typeof value === 'object' && 'media' in value ? value.media : [];
  return (Array.isArray(media) ? media : []).flatMap(
    (one) => mediumSchema.safeParse(one).data ?? [],
  );
}

/** The files of media that are withheld, and that no other medium has: what is handed on leaves them out. */
export function withheldFiles(root: string): WithheldFile[] {
  const uses = articleFiles(root).files.flatMap((article) =>
    mediaIn(article.path).flatMap(({ file, withheld, sha256 }) =>
      file === undefined
        ? []
        : {
            file: mediumFile(article, file),
            entry: article.path,
            withheld,
            isStated: sha256 !== undefined,
          },
    ),
  );
  return [...Map.groupBy(uses, ({ file }) => file)].flatMap(([file, all]): WithheldFile[] => {
    const [first] = all.toSorted((a, b) => Number(a.isStated) - Number(b.isStated));
    if (!first || lyingAt(file) !== 'file' || !all.every(({ withheld }) => withheld)) return [];
    const path = relative(root, file).split(sep).join('/');
    return [{ path, entry: first.entry, isStated: first.isStated }];
  });
}
