import type { Problem } from '../../domain/problem.ts';
import type { Records } from '../reading/record.ts';
import type { CheckedArticle } from './checked-article.ts';
import { moveFaults } from './former-path.ts';
import { linkFaults } from './link.ts';
import { supersessionFaults } from './supersession.ts';

/** What is wrong between the articles of an archive: links that lead nowhere, figures that replace none. */
export const crossFaults = (articles: readonly CheckedArticle[], records: Records): Problem[] => [
  ...linkFaults(articles, records),
  ...supersessionFaults(articles),
  ...moveFaults(articles),
];
