/**
 * What a reader is owed when a field of something published changes: `refused` until a correction says what it was, or
 * `listed` in the list of changes.
 */
type Rule = 'refused' | 'listed';

/** What has changed in something since it was sealed, and no correction answers for. */
export interface Difference {
  /** As a statement has it; of a correction what it names. */
  field: string;
  /**
   * What happened to it. `dropped`: a correction is gone, or says something else. `untrue`: a correction states a past
   * that was not. `merged`: a record became part of another that does not have its name. `erased`: words are withheld
   * that are no name.
   */
  how: 'changed' | 'removed' | 'moved' | 'added' | 'dropped' | 'untrue' | 'merged' | 'erased';
  rule: Rule;
  /** Of a list the item, as the ledger has it. */
  value?: string;
  /** Ids of the parts of the text that stand in its place. */
  now?: string[];
}

/** The rules of a field. */
export interface FieldRule {
  added: Rule;
  /** Another value in its place, or none. */
  changed: Rule;
  /** True for a list: each item is added or taken off by itself. */
  many?: true;
  /** True where the ledger has the value as it is: an id, or a word of the archive's own. */
  clear?: true;
}

/** The rules of the fields of one kind of thing, by their names, in the order of the ledger. */
export type Fields = ReadonlyMap<string, FieldRule>;

const HELD: FieldRule = { added: 'listed', changed: 'refused' };
const HELD_TWICE: FieldRule = { added: 'refused', changed: 'refused' };
const LISTED: FieldRule = { added: 'listed', changed: 'listed' };
const CATALOGUED: FieldRule = { ...LISTED, many: true, clear: true };

/** The fields of an article, and how it is laid out; its figures and the parts of its text have rules of their own. */
export const ARTICLE_FIELDS: Fields = new Map<string, FieldRule>(
  Object.entries({
    date: { ...HELD_TWICE, clear: true },
    title: HELD_TWICE,
    summary: HELD,
    text: { ...HELD_TWICE, clear: true },
    lang: { ...LISTED, clear: true },
    'source.publisher': HELD,
    'source.url': HELD,
    'source.archivedUrl': HELD,
    'source.accessed': HELD,
    'source.published': HELD,
    'source.author': HELD,
    'source.sha256': HELD,
    'source.subjects': { ...LISTED, many: true },
    'source.formerUrls': { ...LISTED, many: true },
    people: CATALOGUED,
    places: CATALOGUED,
    organisations: CATALOGUED,
    about: CATALOGUED,
    dateline: { ...HELD, clear: true },
    formerly: { ...LISTED, many: true },
    withdrawn: LISTED,
    withheld: { ...LISTED, many: true },
    layout: HELD_TWICE,
  }),
);

/** What the fields of components begin with; the name follows. The file of one is listed when it changes. */
export const COMPONENT = 'component.';
export const COMPONENT_RULE: FieldRule = LISTED;

/** The fields of an authority record. */
export const RECORD_FIELDS: Fields = new Map<string, FieldRule>(
  Object.entries({
    name: HELD_TWICE,
    sortName: LISTED,
    aliases: { ...LISTED, many: true },
    description: HELD,
    sameAs: { ...HELD, many: true },
    coordinates: HELD,
    partOf: { ...HELD, clear: true },
    distinctFrom: { ...HELD, many: true, clear: true },
    formerly: CATALOGUED,
  }),
);
