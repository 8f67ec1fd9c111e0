import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { OcrLine, OcrPage } from '../../../domain/media/facsimile/ocr.ts';
import { PageMaker, type Place, type Size } from './page-maker.ts';
import { WordsFault } from './words-text.ts';

/** ALTO 2 to 4: the words of scanned pages in blocks of lines. */

const UNITS = ['pixel', 'mm10', 'inch1200'];
/** Composed blocks may hold others. */
const DEEPEST = 100;
const ANEW = 'Export it anew as ALTO.';

const numberOf = (text: string | undefined) =>
  text !== undefined && /^-?\d{1,9}(?:\.\d{1,20})?$/.test(text.trim()) ? Number(text) : Number.NaN;

/** What an element says, by the names of its attributes. */
const saidBy = (tag: SaxesTagNS) =>
  new Map(Object.values(tag.attributes).map(({ local, value }) => [local.toUpperCase(), value]));
type Said = ReturnType<typeof saidBy>;

const placeOf = (said: Said): Place | undefined => {
  const place = ['HPOS', 'VPOS', 'WIDTH', 'HEIGHT'].map((name) => numberOf(said.get(name)));
  return place.some(Number.isNaN) ? undefined : (place as unknown as Place);
};
const sizeOf = (said: Said): Size | undefined => {
  const [width = 0, height = 0] = [numberOf(said.get('WIDTH')), numberOf(said.get('HEIGHT'))];
  return width > 0 && height > 0 ? { width, height } : undefined;
};

class Alto {
  readonly maker: PageMaker;
  #unit = '';
  #isUnit = false;
  #line: { line: OcrLine; place: Place | undefined } | undefined;
  /** The blocks of the page and their lines, and the order in which they are to be read, where the page says it. */
  #block: { id: string; lines: OcrLine[] } | undefined;
  #blocks: { id: string; lines: OcrLine[] }[] = [];
  #order: string[] = [];

  constructor(scans: readonly Size[]) {
    this.maker = new PageMaker(scans);
  }

  open(tag: SaxesTagNS): void {
    const said = saidBy(tag);
    if (tag.local === 'MeasurementUnit') this.#isUnit = true;
    if (tag.local === 'ElementRef') this.#order.push(said.get('REF') ?? '');
    if (tag.local === 'Page') {
      this.#ordered();
      const unit = this.#unit.trim() || 'pixel';
      if (!UNITS.includes(unit))
        throw new WordsFault(
          `The places of words are in pixels, mm10 or inch1200, not in “${unit.slice(0, 40)}”.`,
          'Export it with MeasurementUnit “pixel”.',
        );
      this.maker.page(sizeOf(said), unit === 'pixel');
    }
    if (tag.local === 'TextBlock') {
      this.#block = { id: said.get('ID') ?? '', lines: [] };
      this.#blocks.push(this.#block);
    }
    if (tag.local === 'TextLine') {
      const line = this.maker.line();
      this.#line = { line, place: placeOf(said) };
      this.#block?.lines.push(line);
    }
    if (tag.local === 'String' && this.#line) {
      // A word that the end of a line parts stands whole in the first of its lines.
      const part = /^HypPart([12])$/i.exec(said.get('SUBS_TYPE') ?? '')?.[1];
      const whole = part && said.get('SUBS_CONTENT')?.trim();
      const { line, place } = this.#line;
      this.maker.word(
        line,
        whole || (said.get('CONTENT') ?? ''),
        placeOf(said) ?? place,
        Boolean(whole) && part === '2',
      );
    }
  }

  close(name: string): void {
    if (name === 'MeasurementUnit') this.#isUnit = false;
    if (name === 'TextLine') this.#line = undefined;
  }

  text(words: string): void {
    if (this.#isUnit && this.#unit.length < 100) this.#unit += words;
  }

  /** Puts the lines of the page into the order that it says. */
  #ordered(): void {
    const page = this.maker.pages.at(-1);
    if (page && this.#order.length > 0) {
      const ranks = new Map(this.#order.map((id, rank) => [id, rank] as const));
      const rank = (id: string) => ranks.get(id) ?? ranks.size;
      page.lines = this.#blocks
        .toSorted((a, b) => rank(a.id) - rank(b.id))
        .flatMap(({ lines }) => lines);
    }
    // The order of the first page may stand before it.
    if (page) this.#order = [];
    this.#blocks = [];
  }

  whole(): OcrPage[] {
    this.#ordered();
    return this.maker.whole();
  }
}

/** Reads ALTO. @throws WordsFault where it is none, or does not say where its words stand */
export function readAlto(text: string, scans: readonly Size[]): OcrPage[] {
  const alto = new Alto(scans);
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => {
    throw new WordsFault(`ALTO is well-formed XML (${message.split('\n')[0]}).`, ANEW);
  });
  parser.on('doctype', () => {
    throw new WordsFault('ALTO has no document type.', 'Take its <!DOCTYPE …> out.');
  });
  let depth = 0;
  parser.on('opentag', (tag) => {
    // A parser looks through all that is open for the meaning of each name.
    if (++depth > DEEPEST) throw new WordsFault(`ALTO nests at most ${DEEPEST} deep.`, ANEW);
    alto.open(tag);
  });
  parser.on('closetag', ({ local }) => {
    depth--;
    alto.close(local);
  });
  parser.on('text', (words) => alto.text(words));
  parser.write(text).close();
  const pages = alto.whole();
  if (pages.length === 0) throw new WordsFault('ALTO has a page.', ANEW);
  return pages;
}
