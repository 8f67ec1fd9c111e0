import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { Drawings } from './content/drawings.ts';
import { CATEGORIES, type Category } from './content/operator.ts';
import { valueAt } from './kept-keys.ts';

const name = (word: string) => PDFName.of(word);
const [RESOURCES, OBJECT, STREAM] = [name('Resources'), name('Obj'), name('Stm')];
const [FORM, IMAGE] = [name('Form'), name('Image')];
/** Parts of the structure that name what is shown elsewhere. */
const NAMING = new Set<PDFObject | undefined>(['OBJR', 'MCR'].map(name));
const LISTS = new Set<string>([...CATEGORIES, 'ProcSet']);

function dictionaryOf(one: PDFObject): PDFDict | undefined {
  if (one instanceof PDFDict) return one;
  return one instanceof PDFRawStream ? one.dict : undefined;
}

/** Whether a stream draws: a form or a pattern. Shades in a net have edges as well, and are none. */
function isDrawing({ dict }: PDFRawStream): boolean {
  const kind = dict.lookup(name('Subtype'));
  if (kind === IMAGE || dict.has(name('ShadingType'))) return false;
  return kind === FORM || dict.has(name('BBox')) || dict.has(name('PatternType'));
}

/** The drawings of a page: one, or several in a row. */
function drawingsOf(contents: PDFObject | undefined): PDFRawStream[] {
  const all =
    contents instanceof PDFArray
      ? contents.asArray().map((_, at) => contents.lookup(at))
      : [contents];
  return all.filter((one) => one instanceof PDFRawStream);
}

/** What a page that has no list of its own draws with. */
function listOf(page: PDFDict): PDFObject | undefined {
  let one: PDFObject | undefined = page;
  for (let depth = 0; one && depth < 100; depth++) {
    const own = valueAt(one, 'Resources');
    if (own) return own;
    one = valueAt(one, 'Parent');
  }
  return undefined;
}

/** Follows a document from its root to all that is shown of it. */
class Reach {
  readonly drawings: Drawings;
  readonly #context: PDFContext;
  readonly #pages: ReadonlySet<PDFObject>;
  readonly #reached = new Set<PDFObject>();
  readonly #open: PDFObject[] = [];
  /** Lists of what may be drawn with, and what of their parts is. */
  readonly #lists = new Set<PDFDict>();
  readonly #used = new Map<PDFDict, Set<PDFName>>();
  /** What is needed as a whole: fonts of a list are those of the form as well. */
  readonly #whole = new Set<PDFDict>();
  /** What drawings name that have it in no list of their own: they may take it from that of a page. */
  readonly #everywhere = new Map<Category, Set<PDFName>>();
  /** What names a drawing or mark, and does not show it. */
  readonly #naming = new Set<PDFDict>();

  constructor(pages: readonly PDFDict[], context: PDFContext) {
    this.#context = context;
    this.#pages = new Set(pages);
    this.drawings = new Drawings(context);
  }

  follow(root: PDFObject | undefined): void {
    this.#push(root);
    for (let one = this.#open.pop(); one; one = this.#open.pop()) {
      if (one instanceof PDFRef) this.#push(this.#context.lookup(one));
      else if (one instanceof PDFArray) for (const part of one.asArray()) this.#push(part);
      else this.#visit(one);
    }
  }

  /** Takes out of the document, and of the lists in it, what was not reached. */
  prune(): void {
    for (const list of this.#lists) {
      for (const key of list.keys()) if (!LISTS.has(key.decodeText())) list.delete(key);
    }
    for (const [part, used] of this.#used)
      if (!this.#whole.has(part))
        for (const key of part.keys()) if (!used.has(key)) part.delete(key);
    for (const dict of this.#naming)
      for (const key of [OBJECT, STREAM]) {
        const value = dict.get(key);
        if (value && !this.#reached.has(value)) dict.delete(key);
      }
    for (const [reference] of this.#context.enumerateIndirectObjects())
      if (!this.#reached.has(reference)) this.#context.delete(reference);
  }

  #push(one: PDFObject | undefined): void {
    if (!one || this.#reached.has(one)) return;
    // Names, numbers and truths are one object wherever they stand.
    if (!(one instanceof PDFRef || one instanceof PDFArray || dictionaryOf(one))) return;
    this.#reached.add(one);
    this.#open.push(one);
  }

  #visit(one: PDFObject): void {
    const dict = dictionaryOf(one);
    if (!dict) return;
    this.#whole.add(dict);
    const isNaming = NAMING.has(valueAt(dict, 'Type'));
    if (isNaming) this.#naming.add(dict);
    for (const [key, value] of dict.entries())
      if (key !== RESOURCES && !(isNaming && (key === OBJECT || key === STREAM))) this.#push(value);
    const list = valueAt(dict, 'Resources');
    this.#addList(list);
    if (this.#pages.has(one)) {
      const own = listOf(dict);
      this.#addList(own);
      this.#use(own, this.drawings.add(drawingsOf(valueAt(dict, 'Contents')), true));
    }
    if (one instanceof PDFRawStream && isDrawing(one))
      this.#use(list, this.drawings.add([one], false));
    const letters = valueAt(dict, 'CharProcs');
    if (letters instanceof PDFDict)
      for (const key of letters.keys())
        this.#use(list, this.drawings.add(drawingsOf(letters.lookup(key)), true));
    const holder = dict.get(RESOURCES);
    if (holder instanceof PDFRef) this.#reached.add(holder);
  }

  #addList(list: PDFObject | undefined): void {
    if (!(list instanceof PDFDict) || this.#lists.has(list)) return;
    this.#lists.add(list);
    for (const category of CATEGORIES) {
      const holder = list.get(name(category));
      if (holder instanceof PDFRef) this.#reached.add(holder);
      const part = valueAt(list, category);
      if (part instanceof PDFDict && !this.#used.has(part)) this.#used.set(part, new Set());
      for (const used of this.#everywhere.get(category) ?? []) this.#take(list, category, used);
    }
    this.#push(list.get(name('ProcSet')));
  }

  /** @returns whether the list has it */
  #take(list: PDFObject | undefined, category: Category, used: PDFName): boolean {
    const part = valueAt(list, category);
    if (!(part instanceof PDFDict)) return false;
    const value = part.get(used);
    if (!value) return false;
    this.#used.get(part)?.add(used);
    this.#push(value);
    return true;
  }

  #use(list: PDFObject | undefined, uses: readonly [Category, PDFName][]): void {
    for (const [category, used] of uses) {
      if (this.#take(list, category, used)) continue;
      const all = this.#everywhere.get(category) ?? new Set();
      this.#everywhere.set(category, all);
      if (all.has(used)) continue;
      all.add(used);
      for (const other of this.#lists) this.#take(other, category, used);
    }
  }
}

/**
 * Leaves of a document what its root leads to and is shown: pictures, drawings, patterns, states and fonts that stand in
 * lists of what may be drawn with go where no drawing names them.
 *
 * @returns the streams that draw pages, forms, patterns and letters
 * @throws UnsoundFile where one of these cannot be read
 */
export function dropUnused(pages: readonly PDFDict[], context: PDFContext): Drawings {
  const reach = new Reach(pages, context);
  reach.follow(context.trailerInfo.Root);
  reach.prune();
  return reach.drawings;
}
