/** What stands in a manuscript and is no text of its article, each with the words that tell how many there were. */
const KINDS = {
  insertions: [
    'tracked insertion that nobody accepted kept',
    'tracked insertions that nobody accepted kept',
  ],
  deletions: ['tracked deletion left out', 'tracked deletions left out'],
  struck: ['struck passage left out', 'struck passages left out'],
  hidden: ['hidden passage left out', 'hidden passages left out'],
  comments: ['comment left out', 'comments left out'],
  boxes: ['text box left out', 'text boxes left out'],
  margins: ['header or footer left out', 'headers and footers left out'],
  contents: ['list of contents left out', 'lists of contents left out'],
  fields: [
    'field that shows no text of the article left out',
    'fields that show no text of the article left out',
  ],
  placeholders: ['placeholder left out', 'placeholders left out'],
  links: ['link to a mail address left out', 'links to mail addresses left out'],
  files: ['embedded file left out', 'embedded files left out'],
  signs: ['sign of a font of pictures left out', 'signs of a font of pictures left out'],
  drawings: ['drawing or chart left out', 'drawings and charts left out'],
  formulas: [
    'formula written as its signs follow each other',
    'formulas written as their signs follow each other',
  ],
} as const;

/** What is counted of a manuscript. */
export class LeftOut {
  readonly #counts = new Map<keyof typeof KINDS, number>();

  add(kind: keyof typeof KINDS, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count);
  }

  /** What the archivist is told. */
  notes(): string[] {
    return (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) => {
      const count = this.#counts.get(kind) ?? 0;
      return count === 0
        ? []
        : [count === 1 ? `one ${KINDS[kind][0]}` : `${count} ${KINDS[kind][1]}`];
    });
  }
}
