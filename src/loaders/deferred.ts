import { readFileSync } from 'node:fs';
import type { Root as Hast } from 'hast';
import remarkGfm from 'remark-gfm';
import type { VFile } from 'vfile';
import { articleSchema } from '../archive/article.ts';
import { labelLanguage } from '../archive/language.ts';
import { needles } from '../archive/mention.ts';
import { site } from '../site.ts';
import { unlinkAddresses } from './address.ts';
import { listedSpellings } from './article.ts';
import { articleIdOf } from './article-files.ts';
import { foldConstants } from './constant.ts';
import { contentRoot } from './content.ts';
import { frontmatterOf } from './frontmatter.ts';
import { REMARK_REHYPE } from './prose.ts';
import { readRecords } from './record.ts';
import { rehypeRecord } from './rehype-record.ts';
import { shownArticle } from './withholding.ts';
import { readYaml } from './yaml.ts';

/**
 * The plugins with which Astro compiles an entry that uses JSX. They are those of the plain way, so that ids, mentions
 * and figures come out the same; the loader has checked the entry before.
 */
export function deferredPlugins(base: string) {
  // Read when the first deferred entry comes: an archive of plain ones has no use for it.
  let records: ReturnType<typeof readRecords> | undefined;
  const record = () => (tree: Hast, file: VFile) => {
    records ??= readRecords(contentRoot());
    const article = frontmatterIn(file.path);
    rehypeRecord(tree, {
      article: articleIdOf(contentRoot(), file.path),
      needles: needles(listedSpellings(article, records)),
      figures: article.figures,
      corrections: article.corrections,
      lang: article.lang ?? site.lang,
      withheld: article.withheld,
      base,
      labelLang: labelLanguage(article.lang, site.lang),
    });
  };
  return {
    gfm: false,
    smartypants: false,
    remarkPlugins: [remarkGfm, () => foldConstants, () => unlinkAddresses],
    rehypePlugins: [record],
    remarkRehype: REMARK_REHYPE,
  };
}

// Not the frontmatter that Astro hands on: its YAML makes a moment of a date.
function frontmatterIn(path: string) {
  const text = readFileSync(path, 'utf8');
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) throw new Error(bounds.problem.rule);
  return shownArticle(articleSchema.parse(readYaml(path, text, bounds.start, bounds.end).value));
}
