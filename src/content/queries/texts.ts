import type { ArticleData } from '../../domain/article/article-data.ts';
import type { Kind } from '../../domain/authorities/authority.ts';
import type { Mentioned } from '../../domain/language/sentence.ts';
import type { TranscriptTime } from '../../domain/media/transcript-time.ts';
import type { BodyPart } from '../markdown/body/parts.ts';
import { archiveStore } from '../store/shared-store.ts';

/** The texts of articles, each fetched when its page is made: no build holds all of them at once. */

/** An article's body as it is shown: finished HTML, and the components that stand in it. */
export const bodyOf = (id: string): BodyPart[] => archiveStore().bodyOf(id);

/** An article as data, unparsed: the content of its `index.json`. */
export const dataOf = (id: string): string => archiveStore().dataOf(id);

/** An article's paragraphs. */
export const paragraphsOf = (id: string): ArticleData['paragraphs'] =>
  archiveStore().articleData(id).paragraphs;

/** What an article says of a record. */
export const mentionedIn = (article: string, kind: Kind, record: string): Mentioned =>
  archiveStore().mentionedIn(article, `${kind}/${record}`);

const mediumOf = (article: string, medium: string) =>
  archiveStore()
    .articleData(article)
    .media.find(({ id }) => id === medium);

/** The words of the pages of a medium of an article, or its transcript; none where nobody knows them. */
export const textsOf = (article: string, medium: string): readonly string[] =>
  mediumOf(article, medium)?.texts ?? [];

/** When the parts of the transcript of a medium are heard; none where nobody knows it. */
export const timesOf = (article: string, medium: string): readonly TranscriptTime[] =>
  mediumOf(article, medium)?.times ?? [];
