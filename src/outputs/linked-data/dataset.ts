import type { Dataset, WithContext } from 'schema-dts';
import {
  ARTICLES_JSON_PATH,
  DATA_PACKAGE_PATH,
  DATA_PATH,
  FIGURES_CSV_PATH,
  FIGURES_JSON_PATH,
  MEDIA_CSV_PATH,
  MEDIA_JSON_PATH,
} from '../../domain/url.ts';
import { site } from '../../site.ts';

const FILES: [path: string, type: string, name: string][] = [
  [FIGURES_CSV_PATH, 'text/csv', 'Figures as a table'],
  [FIGURES_JSON_PATH, 'application/json', 'Figures as their frontmatter has them'],
  [ARTICLES_JSON_PATH, 'application/json', 'Articles without their texts'],
  [MEDIA_CSV_PATH, 'text/csv', 'Media as a table'],
  [MEDIA_JSON_PATH, 'application/json', 'Media with their credit'],
  [DATA_PACKAGE_PATH, 'application/json', 'What describes them'],
];

/** The data of the archive as schema.org’s `Dataset`, by which catalogues find them. https://schema.org/Dataset */
export const dataset = (address: (path: string) => string) =>
  ({
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    '@id': address(DATA_PATH),
    url: address(DATA_PATH),
    name: `${site.title}: figures, articles and media`,
    description: `${site.description} Every count of people that an article states, with its words, its counter and its day; every article with its names; and every picture with its credit.`,
    inLanguage: site.lang,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: site.title, url: address('/') },
    distribution: FILES.map(([path, encodingFormat, name]) => ({
      '@type': 'DataDownload',
      contentUrl: address(path),
      encodingFormat,
      name,
    })),
  }) as const satisfies WithContext<Dataset>;
