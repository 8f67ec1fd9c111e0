import { z } from 'astro/zod';
import type { FigureRecord } from '../../domain/data/figure.ts';
import { isDay } from '../../domain/date.ts';
import { figureSchema } from '../../domain/figures/figure.ts';
import { own } from '../../domain/own.ts';

/** A column of the table of figures, as the codebook describes it. */
export interface Column {
  name: string;
  /** In the terms of Table Schema. */
  type: 'string' | 'integer' | 'date';
  description: string;
  example: string | number;
  /** The standard whose field or list of values it follows. */
  standard?: string;
  /** The only values that it has. */
  values?: readonly string[];
  isRequired: boolean;
  read: (record: FigureRecord) => string | number | undefined;
}

type Schema = z.core.$ZodType;

function inner(schema: Schema): Schema {
  let core = schema;
  while (core instanceof z.ZodOptional || core instanceof z.ZodDefault) core = core.def.innerType;
  return core;
}

const meaning = (schema: Schema) =>
  z.globalRegistry.get(schema) as unknown as
    | { description: string; examples: [string | number]; standard?: string }
    | undefined;

/** The columns for the fields of a schema. A nested field has both names: `groupLabel`. */
function columnsIn(schema: z.ZodObject, path: readonly string[], isRequired: boolean): Column[] {
  return Object.entries(schema.shape).flatMap(([key, field]): Column[] => {
    const core = inner(field);
    const needed = isRequired && !(field instanceof z.ZodOptional);
    const way = [...path, key];
    if (core instanceof z.ZodObject) return columnsIn(core, way, needed);
    const { description, examples, standard } = meaning(field) ?? {
      description: '',
      examples: [''],
    };
    const [example] = examples;
    const [head = '', ...tail] = way;
    return [
      {
        name: head + tail.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(''),
        type: typeof example === 'number' ? 'integer' : isDay(example) ? 'date' : 'string',
        description,
        example,
        ...(standard && { standard }),
        ...(core instanceof z.ZodEnum && { values: core.options.map(String) }),
        isRequired: needed,
        read: ({ figure }) => way.reduce<unknown>(own, figure) as string | number | undefined,
      },
    ];
  });
}

const column = (
  name: string,
  description: string,
  example: string,
  read: Column['read'],
  isRequired = false,
): Column => ({
  name,
  type: isDay(example) ? 'date' : 'string',
  description,
  example,
  isRequired,
  read,
});

const HOST = 'https://archive.example';

/** The columns of the table of figures: the claim's name, the fields of its frontmatter, and what its article adds. */
export const COLUMNS: readonly Column[] = [
  column(
    'claim',
    'Names the claim: <article id>#f-<figure id>. One row, one claim.',
    '2031/04/02/storm#f-missing',
    (r) => r.claim,
    true,
  ),
  column(
    'sentence',
    'The claim in one sentence, in the language of the site.',
    '12 fishers missing in Port Ansel, according to the Harbour Board, as of 2 April 2031',
    (r) => r.sentence,
    true,
  ),
  ...columnsIn(figureSchema, [], true),
  column(
    'placeName',
    'Name of the place; empty where it is not stated.',
    'Port Ansel',
    (r) => r.placeName,
  ),
  column(
    'countedByName',
    'Name of the organisation that counted; empty where it is not stated.',
    'Harbour Board',
    (r) => r.countedByName,
  ),
  column(
    'supersededBy',
    'The claims that replace this one, parted by spaces; empty for one that stands.',
    '2031/04/03/calm#f-missing',
    (r) => r.supersededBy.join(' ') || undefined,
  ),
  column(
    'corrected',
    'The last day on which the archive corrected this claim; empty for one that it did not.',
    '2031-04-04',
    (r) => r.corrected,
  ),
  column(
    'url',
    'Permalink of the claim.',
    `${HOST}/2031/04/02/storm/#f-missing`,
    (r) => r.url,
    true,
  ),
  column(
    'paragraphUrl',
    'Permalink of the paragraph that states it.',
    `${HOST}/2031/04/02/storm/#p-abcdefgh`,
    (r) => r.paragraphUrl,
  ),
  column(
    'articleUrl',
    'Permalink of the article.',
    `${HOST}/2031/04/02/storm/`,
    (r) => r.article.url,
    true,
  ),
  column('articleDate', 'Day of the report.', '2031-04-02', (r) => r.article.date, true),
  column(
    'articleHeading',
    'Headline of the report, or its opening words where it has none.',
    'Storm at Port Ansel',
    (r) => r.article.heading,
    true,
  ),
  column(
    'articleLang',
    'Language of the report, as a BCP 47 tag.',
    'en-GB',
    (r) => r.article.lang,
    true,
  ),
  column(
    'sourcePublisher',
    'Who published the report; empty where it is not known.',
    'Evening Gazette',
    (r) => r.article.source?.publisher,
  ),
  column(
    'sourceAuthor',
    'Who wrote it; empty where it is not known.',
    'Ada Varga',
    (r) => r.article.source?.author,
  ),
  column(
    'sourceUrl',
    'Where it was published; empty where it is not known.',
    'https://gazette.example/storm',
    (r) => r.article.source?.url,
  ),
];
