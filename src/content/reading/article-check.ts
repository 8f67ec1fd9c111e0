import { type Article, articleSchema } from '../../domain/article/article.ts';
import { withAdded } from '../../domain/article/correction.ts';
import { KINDS, spellings } from '../../domain/authorities/authority.ts';
import { needles, type Spelling } from '../../domain/authorities/mention.ts';
import { claimsOf } from '../../domain/figures/claim-key.ts';
import { labelLanguage } from '../../domain/language/language.ts';
import { own } from '../../domain/own.ts';
import type { Problem } from '../../domain/problem.ts';
import { site } from '../../site.ts';
import { type FaultyArticle, faultyArticle } from '../checks/checked-article.ts';
import { figureFaults } from '../checks/figure.ts';
import { namesInYaml } from '../checks/mask.ts';
import { mediaFaults } from '../checks/media/media.ts';
import { mentionFaults } from '../checks/mention.ts';
import { referenceFaults } from '../checks/reference.ts';
import { textFaults } from '../checks/text.ts';
import {
  shownArticle,
  unwithheldArticle,
  withheldLinkFaults,
  withholdingFaults,
} from '../checks/withholding.ts';
import type { KnownFile } from '../files/known-file.ts';
import { notYetTold } from '../files/problem-place.ts';
import { type Validated, validate } from '../files/validate.ts';
import type { YamlText } from '../files/yaml.ts';
import { articleStatements } from '../ledger/statements/article-statements.ts';
import type { Statement } from '../ledger/statements/statement.ts';
import type { Prose } from '../markdown/prose.ts';
import { readMedia } from '../media/article-media.ts';
import { dateFault, pathFault, withPlaceOfDate } from './article-place.ts';
import { readBody } from './body-reading.ts';
import { byShownIds, filedMedia, type MediumFile } from './filed-media.ts';
import { knownMedia } from './known-media.ts';
import type { Records } from './record.ts';
import { scanViews } from './scan-views.ts';

/** A sound article, read from its file. */
export interface ArticleFile {
  /** Path below `articles/` without the ending. */
  id: string;
  path: string;
  /** Its fields as they are shown: something else stands for withheld words. */
  data: Article;
  prose: Prose;
  /** Its media as they are shown, with what their files are. */
  media: MediumFile[];
  /** The files of its media, by their paths. */
  known: ReadonlyMap<string, KnownFile>;
  /** The fields with withheld words in place; left out if nothing is withheld. */
  unwithheld: ReturnType<typeof unwithheldArticle> | undefined;
  /** The statements it makes, for the ledger. */
  statements: Statement[];
}

/** The result of reading an article. */
export interface ReadArticle {
  /** Left out if it has faults. */
  article: ArticleFile | undefined;
  /** If it has faults: what can still be told of it, for the checks of other articles. */
  faulty?: FaultyArticle;
  problems: Problem[];
}

// Kept because it is asked for every article, and the languages are few.
const labelLangs = new Map<string | undefined, string | undefined>();

/** The language of the labels in an article. @param lang of its text, where it states one */
function labelLangFor(lang: string | undefined): string | undefined {
  if (!labelLangs.has(lang)) labelLangs.set(lang, labelLanguage(lang, site.lang));
  return labelLangs.get(lang);
}

/** All spellings of the records that an article lists. Its text may use any of them. */
function listedSpellings(
  article: Pick<Article, (typeof KINDS)[number]>,
  records: Records,
): Spelling[] {
  return KINDS.flatMap((kind) =>
    article[kind].flatMap((id) => {
      const record = records.get(kind, id);
      return record ? spellings(record.data).map((spelling) => ({ kind, id, spelling })) : [];
    }),
  );
}

/**
 * The sound fields of an article. They are checked as if they were all of its fields. A withholding whose name has a
 * fault is left out. A withdrawal counts even if it has faults.
 */
function partsOf({ parts, isSound }: Validated<Article>): Article | undefined {
  if (!parts || isSound()) return parts;
  return {
    ...parts,
    withheld: parts.withheld.filter((_, at) => isSound('withheld', at, 'name')),
    ...(!isSound('withdrawn') && { withdrawn: { date: '', reason: '' } }),
  };
}

/** Checks the fields and the body of an article, and whether they agree. Problems may show withheld words, unmasked. */
export async function checkArticle(
  { id, path }: { id: string; path: string },
  { text, bodyStart, yaml }: { text: string; bodyStart: number; yaml: YamlText },
  records: Records,
  base: string,
): Promise<ReadArticle> {
  const read = validate(articleSchema, yaml);
  const problems = [
    ...pathFault(id, path, own(yaml.value, 'date')),
    ...withPlaceOfDate(read.problems, id, yaml),
  ];
  const written = partsOf(read);
  const following: Problem[] = [];
  if (written)
    following.push(
      ...(read.isSound('date') ? dateFault(written, id, yaml) : []),
      ...textFaults(written, yaml, read.isSound),
      ...referenceFaults(written, yaml, records),
      ...withholdingFaults(written, { id, path }, yaml, records),
    );
  const data = written && shownArticle(written);
  const files = await readMedia(
    { id, path, isWithdrawn: written?.withdrawn !== undefined },
    written?.media ?? [],
    read.isSound,
  );
  const context = {
    article: id,
    media: data?.media ?? [],
    onScans: data ? scanViews(data, files) : new Map<string, string>(),
    needles: needles(data ? listedSpellings(data, records) : []),
    figures: claimsOf(data?.figures ?? []),
    corrections: (data?.corrections ?? []).filter((_, at) => read.isSound('corrections', at)),
    lang: data?.lang ?? site.lang,
    withheld: data?.withheld ?? [],
    base,
    labelLang: labelLangFor(data?.lang),
  };
  const file = { path, text, start: bodyStart };
  const held = data?.withdrawn
    ? 'gone'
    : data?.text === 'none' && read.isSound('text')
      ? 'none'
      : 'text';
  const { prose, facts, problems: ofBody } = await readBody(file, context, held);
  problems.push(...ofBody);
  if (data && facts) {
    following.push(...mentionFaults(data, facts, context.needles, yaml, records));
    following.push(...figureFaults(data, facts, yaml, read.isSound));
    following.push(...withheldLinkFaults(path, facts.links, data));
  }
  problems.push(...notYetTold(following, problems));
  if (data && written) {
    const ids = facts && [...facts.paragraphs.map((one) => one.id), ...facts.unwithheldIds];
    const placed = (facts ?? prose)?.placed;
    const known = { placed, paragraphs: prose ? ids : undefined, faults: ofBody };
    // Several faults of a medium stand at the name of its file, and none follows from another.
    problems.push(...mediaFaults(path, data, files, known, yaml, records, read.isSound));
  }
  if (!read.data || !data || !written || !prose || problems.length > 0) {
    const unsure = {
      frontmatter: text.slice(0, bodyStart),
      body: !prose,
      withheld: namesInYaml(yaml.value),
    };
    const media = knownMedia(data?.media ?? [], files, yaml, read.isSound);
    const faulty = faultyArticle({ id, path }, data, read, facts, media, unsure);
    return { article: undefined, faulty, problems };
  }
  const shown =
    data.withheld.length === 0 ? { data, unwithheld: undefined } : published(written, data, prose);
  const known = new Map(files.flatMap((file) => [...file.known]));
  const media = filedMedia(shown.data.media, files, prose).map((one) => byShownIds(one, prose));
  const whole = filedMedia((shown.unwithheld ?? written).media, files, prose);
  const stated = { ...written, ...shown.unwithheld, media: whole };
  const statements = articleStatements(stated, prose.textParts);
  return { article: { id, path, prose, media, known, ...shown, statements }, problems };
}

/**
 * The fields in two forms: as they are shown, and with withheld words in place. In each form the corrections name
 * paragraphs by the ids of that form.
 */
function published(written: Article, data: Article, { paragraphs, unwithheldIds }: Prose) {
  const ids = paragraphs.map(({ id }) => id);
  const unwithheld = unwithheldArticle(written);
  return {
    data: { ...data, corrections: withAdded(data.corrections, unwithheldIds, ids) },
    unwithheld: {
      ...unwithheld,
      corrections: withAdded(unwithheld.corrections, ids, unwithheldIds),
    },
  };
}
