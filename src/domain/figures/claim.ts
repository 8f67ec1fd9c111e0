import type { Article } from '../article/article.ts';
import { figureFragment } from '../url.ts';
import type { Figure } from './figure.ts';

/** What claims need of an article. */
export interface ClaimingArticle {
  id: string;
  data: Pick<Article, 'figures' | 'formerly'>;
}

/** A figure with the article that states it. */
export interface Claim<A extends ClaimingArticle = ClaimingArticle> {
  /** `<article id>#f-<figure id>`, as `supersedes` names it. */
  name: string;
  article: A;
  figure: Figure;
}

/** The name of a claim. */
export const claimName = (article: string, figure: Pick<Figure, 'id'>): string =>
  `${article}#${figureFragment(figure.id)}`;

/** The claims of articles, and which replaces which. */
export class Claims<A extends ClaimingArticle> {
  /** In the order of the articles. */
  readonly all: readonly Claim<A>[];
  readonly #byName = new Map<string, Claim<A>>();
  readonly #replacing: ReadonlyMap<string, Claim<A>[]>;

  constructor(articles: readonly A[]) {
    this.all = articles.flatMap((article) =>
      article.data.figures.map((figure) => ({
        name: claimName(article.id, figure),
        article,
        figure,
      })),
    );
    for (const claim of this.all) {
      const { id, data } = claim.article;
      for (const path of [id, ...data.formerly.map((old) => old.slice(1, -1))])
        this.#byName.set(claimName(path, claim.figure), claim);
    }
    const revisions = this.all.filter((claim) => this.replacedBy(claim));
    this.#replacing = Map.groupBy(revisions, (claim) => this.replacedBy(claim)?.name ?? '');
  }

  /** Finds a claim by its name, which may have the present path of its article or an old one. */
  named(name: string): Claim<A> | undefined {
    return this.#byName.get(name);
  }

  /** The claim that another one replaces. */
  replacedBy({ figure }: Claim): Claim<A> | undefined {
    return figure.supersedes === undefined ? undefined : this.#byName.get(figure.supersedes);
  }

  /** The claims that replace one. */
  replacementsOf({ name }: Claim): readonly Claim<A>[] {
    return this.#replacing.get(name) ?? [];
  }
}
