/**
 * What happens when a published field changes: it is `refused` until a correction says what it was, or `listed` in the
 * list of changes.
 */
type Rule = 'refused' | 'listed';

/** A change since the sealing that no correction explains. */
export interface Difference {
  /** The field of the statement that changed; for a correction, what it names. */
  field: string;
  /**
   * What happened to it. `dropped`: a correction was removed or changed. `untrue`: a correction says that something was
   * published that was not. `merged`: a record was merged into another that does not have its name. `erased`: words were
   * withheld that are more than a name.
   */
  how: 'changed' | 'removed' | 'moved' | 'added' | 'dropped' | 'untrue' | 'merged' | 'erased';
  rule: Rule;
  /** For a list, the item, as the ledger has it. */
  value?: string;
  /** Ids of the parts of the text that are in its place now. */
  now?: string[];
}

/** The rules of a field. */
export interface FieldRule {
  /** Where it is added. */
  added: Rule;
  /** Where it is changed or removed. */
  changed: Rule;
  /** True for a list whose items are compared one by one. */
  many?: true;
  /** True where the ledger has the value itself (an id, a day, a keyword) instead of a digest. */
  clear?: true;
}

/** The rules of fields by their names, in the order of the ledger. */
export type Fields = ReadonlyMap<string, FieldRule>;

const HELD: FieldRule = { added: 'listed', changed: 'refused' };
const HELD_TWICE: FieldRule = { added: 'refused', changed: 'refused' };
const LISTED: FieldRule = { added: 'listed', changed: 'listed' };
const CATALOGUED: FieldRule = { ...LISTED, many: true, clear: true };

/** The fields of an article, and its layout. Figures and the parts of the text have other rules. */
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
    'source.volume': HELD,
    'source.issue': HELD,
    'source.edition': HELD,
    'source.page': HELD,
    'source.sha256': HELD,
    'source.capture': HELD,
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
    'media.missing': { ...LISTED, many: true },
    'media.order': LISTED,
    layout: HELD_TWICE,
  }),
);

/** The rule of the file of a medium, and of what is told of it beside it. */
export const MEDIUM_RULE: FieldRule = HELD;
/** The rule of why it is withheld, and of all else that is said of it. */
export const LISTED_OF_MEDIUM_RULE: FieldRule = LISTED;

/** The prefix of the fields of components, before the component's name. A change of its file is listed. */
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
