import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { KINDS, type Kind } from '../archive/authority.ts';
import { type Problem, problemReport } from '../archive/problem.ts';
import { articleFiles, readArticles } from './archive.ts';
import type { ArticleFile, ReadArticle } from './article.ts';
import { contentRoot } from './content.ts';
import type { ArticleEntry } from './entry.ts';
import { type Records, readRecords } from './record.ts';

/** Thrown when the archive's files are wrong; the message is the whole report, fit to be printed as it is. */
export class ArchiveError extends Error {
  override name = 'ArchiveError';
  constructor(problems: readonly Problem[]) {
    super(problemReport(problems));
  }
}

// The four collections share one reading of the records, until a file changes.
let shared: Records | undefined;
const recordsOf = (root: string): Records => {
  shared ??= readRecords(root);
  return shared;
};

function projectPath(context: LoaderContext, path: string): string {
  return relative(fileURLToPath(context.config.root), path).split(sep).join('/');
}

/** Loads the authority records of a kind. What is wrong with them is said by the articles' loader, with all the rest. */
export function recordLoader(kind: Kind): Loader {
  return {
    name: `cuttings-${kind}`,
    load: async (context) => {
      const root = contentRoot();
      const load = () => {
        const records = recordsOf(root).all.filter((record) => record.kind === kind);
        context.store.clear();
        for (const { id, path, data, text } of records) {
          context.store.set({
            id,
            data,
            filePath: projectPath(context, path),
            digest: context.generateDigest(text),
          });
        }
      };
      load();
      onChange(context, join(root, kind), load);
    },
  };
}

/** Loads the articles: renders what has changed, and checks everything. Throws an `ArchiveError` with all problems. */
export function articleLoader(): Loader {
  return {
    name: 'cuttings-articles',
    load: async (context) => {
      const root = contentRoot();
      await loadArticles(context, root);
      onChange(context, root, async () => {
        try {
          await loadArticles(context, root);
        } catch (error) {
          context.logger.error((error as Error).message);
        }
      });
    },
  };
}

async function loadArticles(context: LoaderContext, root: string): Promise<void> {
  const records = recordsOf(root);
  const { files, problems } = articleFiles(root);
  const digests = new Map<string, string>();
  const version = codeVersion(context);
  const result = await readArticles(files, records, context.config.base, ({ id, path }) => {
    const stored = context.store.get<ArticleEntry>(id);
    const text = sourceDigest(context, version, path);
    if (text === undefined) return undefined;
    digests.set(id, text);
    if (!stored || stored.digest !== `${text}-${recordsDigest(context, stored.data, records)}`)
      return undefined;
    const { paragraphs, mentions, stated, links, ...data } = stored.data;
    return {
      id,
      path,
      data,
      prose: { html: undefined, paragraphs, mentions, stated, links },
    } satisfies ReadArticle;
  });
  problems.unshift(...records.problems, ...result.problems);
  if (problems.length > 0) throw new ArchiveError(problems);
  const ids = new Set(result.articles.map(({ id }) => id));
  for (const id of context.store.keys()) if (!ids.has(id)) context.store.delete(id);
  for (const article of result.read) {
    const digest = `${digests.get(article.id)}-${recordsDigest(context, article.data, records)}`;
    store(context, article, digest);
  }
  keepDeferred(context);
  const unchanged = files.length - result.read.length;
  context.logger.info(`${result.read.length} articles read and rendered, ${unchanged} unchanged`);
}

/** A digest of an article's file; nothing where it cannot be read, which reading it in earnest will say. */
function sourceDigest(context: LoaderContext, version: string, path: string): string | undefined {
  try {
    return context.generateDigest(`${version}${readFileSync(path, 'latin1')}`);
  } catch {
    return undefined;
  }
}

function store(context: LoaderContext, article: ArticleFile, digest: string) {
  const { html, ...facts } = article.prose;
  const entry = {
    id: article.id,
    data: { ...article.data, ...facts },
    filePath: projectPath(context, article.path),
    digest,
  };
  // An entry that was set before is not replaced while its digest is the same, and is when it is not.
  if (html === undefined) context.store.set({ ...entry, deferredRender: true });
  else context.store.set({ ...entry, rendered: { html } });
}

/** Modules of deferred entries are registered anew at each sync, also for entries that have not changed. */
function keepDeferred(context: LoaderContext) {
  for (const entry of context.store.values()) {
    if (entry.deferredRender && entry.filePath) context.store.addModuleImport(entry.filePath);
  }
}

/**
 * The records an article names, as one digest: a change to any of them renders the article again, and no other. Of those
 * that it refers to without naming them in its text only matters whether they are there.
 */
function recordsDigest(
  context: LoaderContext,
  data: Pick<ArticleEntry, Kind | 'about' | 'dateline' | 'figures'>,
  records: Records,
): string {
  const referred = [
    ...data.about,
    data.dateline,
    ...data.figures.flatMap(({ place, countedBy, reportedBy }) => [place, countedBy, reportedBy]),
  ];
  const present = referred.map((id = '') => KINDS.filter((kind) => records.knows(kind, id)).join());
  const texts = KINDS.flatMap((kind) =>
    data[kind].map((id) => records.get(kind, id)?.text ?? `no ${id}`),
  );
  return context.generateDigest([...texts, ...present].join('\n'));
}

/** A digest of the code that renders and of the base path: either changes every article's HTML. */
function codeVersion(context: LoaderContext): string {
  const source = fileURLToPath(context.config.srcDir);
  const code = ['archive', 'loaders'].flatMap((folder) =>
    readdirSync(join(source, folder)).map((file) =>
      readFileSync(join(source, folder, file), 'utf8'),
    ),
  );
  const site = readFileSync(join(source, 'site.ts'), 'utf8');
  return context.generateDigest([context.config.base, site, ...code].join('\n'));
}

/** Runs `load` after changes below a folder while `npm run dev` watches; several at once count as one. */
function onChange(context: LoaderContext, folder: string, load: () => unknown) {
  const { watcher } = context;
  if (!watcher) return;
  mkdirSync(folder, { recursive: true });
  watcher.add(folder);
  let timer: NodeJS.Timeout | undefined;
  const changed = (path: string) => {
    if (!path.startsWith(folder)) return;
    shared = undefined;
    clearTimeout(timer);
    timer = setTimeout(load, 50);
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, changed);
}
