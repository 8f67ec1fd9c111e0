import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
} from '@cantoo/pdf-lib';
import { filtersOf, unpacked } from './filters.ts';
import { valueAt } from './kept-keys.ts';

/** Names that stand in a drawing, in whatever place: what is not among them it does not draw. */
const NAMES = /\/([^\s()<>[\]{}/%]{1,200})/g;

/** The names in a drawing; undefined where it cannot be unpacked here. */
function namesIn(stream: PDFRawStream): string[] | undefined {
  try {
    const drawing = unpacked(stream, filtersOf(stream).length).toString('latin1');
    return Array.from(drawing.matchAll(NAMES), ([, name = '']) => PDFName.of(name).decodeText());
  } catch {
    return undefined;
  }
}

/** The drawings of a page: one, or several in a row. */
function drawingsOf(contents: PDFObject | undefined): PDFRawStream[] {
  const all =
    contents instanceof PDFArray
      ? contents.asArray().map((_, at) => contents.lookup(at))
      : [contents];
  return all.filter((one) => one instanceof PDFRawStream);
}

/** What pages and drawings that have no list of their own may draw. */
function inheritedOf(page: PDFDict): PDFObject | undefined {
  let one: PDFObject | undefined = page;
  for (let depth = 0; one && depth < 100; depth++) {
    const own = valueAt(one, 'Resources');
    if (own) return own;
    one = valueAt(one, 'Parent');
  }
  return undefined;
}

/** What drawings name, by the list of what they may draw. */
class Named {
  readonly #drawings = new Map<PDFRawStream, string[] | undefined>();
  readonly #lists = new Map<PDFObject | undefined, Set<string>>();
  /** Lists of which a drawing cannot be unpacked here: it may draw all of them. */
  readonly #open = new Set<PDFObject | undefined>();

  /** @param list undefined where a drawing takes that of the page it stands on */
  add(list: PDFObject | undefined, drawings: readonly PDFRawStream[]): void {
    const names = this.#lists.get(list) ?? new Set<string>();
    this.#lists.set(list, names);
    for (const one of drawings) {
      if (!this.#drawings.has(one)) this.#drawings.set(one, namesIn(one));
      const own = this.#drawings.get(one);
      if (!own) this.#open.add(list);
      for (const name of own ?? []) names.add(name);
    }
  }

  /** All drawings. */
  get drawings(): ReadonlySet<PDFObject> {
    return new Set(this.#drawings.keys());
  }

  /** Takes out of each list what no drawing names. */
  prune(): void {
    const [everywhere, isOpen] = [this.#lists.get(undefined), this.#open.has(undefined)];
    for (const [list, names] of this.#lists) {
      const objects = valueAt(list, 'XObject');
      if (isOpen || this.#open.has(list) || !(objects instanceof PDFDict)) continue;
      for (const key of objects.keys()) {
        const name = key.decodeText();
        if (!names.has(name) && !everywhere?.has(name)) objects.delete(key);
      }
    }
  }
}

/**
 * Takes pictures and drawings out of the lists of those that may draw them and do not.
 *
 * @returns the streams that draw pages, forms, patterns and letters
 */
export function dropUnused(pages: readonly PDFDict[], context: PDFContext): ReadonlySet<PDFObject> {
  const named = new Named();
  for (const page of pages) named.add(inheritedOf(page), drawingsOf(valueAt(page, 'Contents')));
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream) {
      const { dict } = object;
      const isDrawing = dict.has(PDFName.of('BBox')) || dict.has(PDFName.of('PatternType'));
      if (isDrawing) named.add(valueAt(dict, 'Resources'), [object]);
      continue;
    }
    const letters = valueAt(object, 'CharProcs');
    if (!(letters instanceof PDFDict)) continue;
    const procedures = letters.keys().flatMap((key) => drawingsOf(letters.lookup(key)));
    named.add(valueAt(object, 'Resources'), procedures);
  }
  named.prune();
  return named.drawings;
}
