import { z } from 'astro/zod';
import { mediaId } from '../../domain/media/media-id.ts';
import { mediumSchema } from '../../domain/media/medium.ts';
import { type Withholding, withholdingsSchema } from '../../domain/withholding/withholding.ts';
import { articleFiles } from '../files/article-files.ts';
import { digestOf } from '../files/file-digest.ts';
import { frontmatterOf } from '../files/frontmatter.ts';
import { lyingAt } from '../files/regular-file.ts';
import { readText } from '../files/text-file.ts';
import { readYaml } from '../files/yaml.ts';
import { mediumFile } from './media-path.ts';
import { UnreadEntry } from './withheld-files.ts';

/** What an entry keeps from readers that a site may have shown before. */
export interface EntryWithholdings {
  /** The id of the article, and the file of its entry. */
  id: string;
  path: string;
  isWithdrawn: boolean;
  withheld: readonly Withholding[];
  /** The ids of its withheld media, as far as they can be known. */
  media: readonly string[];
}

const entrySchema = z.object({
  draft: z.boolean().optional(),
  withdrawn: z.unknown().optional(),
  withheld: withholdingsSchema.default([]),
  media: z.array(mediumSchema).default([]),
});

function withholdingsIn(article: { id: string; path: string }): EntryWithholdings | undefined {
  const { path } = article;
  const { text } = readText(path);
  const frontmatter = frontmatterOf(path, text);
  if ('problem' in frontmatter) throw new UnreadEntry(path);
  // Most entries withhold nothing, and need not be parsed; an escape may write the words otherwise.
  if (!/withheld|withdrawn|\\/.test(text.slice(frontmatter.start, frontmatter.end)))
    return undefined;
  const { value } = readYaml(path, text, frontmatter.start, frontmatter.end);
  const entry = entrySchema.safeParse(value).data;
  if (!entry) throw new UnreadEntry(path);
  if (entry.draft) return undefined;
  const media = entry.media.flatMap(({ withheld, sha256, file }) => {
    if (!withheld) return [];
    const lies = file === undefined ? undefined : mediumFile(article, file);
    const digest =
      sha256 ?? (lies !== undefined && lyingAt(lies) === 'file' ? digestOf(lies) : undefined);
    return digest === undefined ? [] : [mediaId(digest)];
  });
  return {
    ...article,
    isWithdrawn: entry.withdrawn !== undefined,
    withheld: entry.withheld,
    media,
  };
}

/** What the entries of an archive keep from readers. @throws UnreadEntry where that cannot be known */
export const withholdingsOf = (root: string): EntryWithholdings[] =>
  articleFiles(root).files.flatMap((article) => withholdingsIn(article) ?? []);
