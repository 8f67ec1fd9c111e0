import { make } from '../dom.ts';

/** What the buttons of an opened scan do. */
export interface Commands {
  zoomIn: () => void;
  zoomOut: () => void;
  whole: () => void;
  full: () => void;
  previous: () => void;
  next: () => void;
  close: () => void;
}

/** The signs of the buttons, as paths in a square of 24. */
const SIGNS = {
  zoomIn: 'M12 5v14M5 12h14',
  zoomOut: 'M5 12h14',
  whole: 'M7 4h10v16H7zM10 8h4M10 12h4',
  full: 'M9 4H4v5M15 4h5v5M9 20H4v-5M15 20h5v-5',
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  close: 'M6 6l12 12M18 6L6 18',
} satisfies Record<keyof Commands, string>;

const SVG = 'http://www.w3.org/2000/svg';

function sign(path: string): SVGElement {
  const drawing = document.createElementNS(SVG, 'svg');
  drawing.setAttribute('viewBox', '0 0 24 24');
  drawing.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  drawing.append(line);
  return drawing;
}

/** The buttons over an opened scan, and the line that tells which of its pages is shown. */
export class Bar {
  readonly element: HTMLElement;
  readonly #place = make('p', { class: 'scan-place', role: 'status' });
  readonly #full: HTMLButtonElement;
  readonly #sides: { button: HTMLButtonElement; isEnd: (page: number) => boolean }[] = [];
  readonly #pages: number;

  /**
   * @param pages how many the scan has; with one there is nothing to turn
   * @param copy the button that copies a link to what is looked at
   */
  constructor(pages: number, commands: Commands, copy: HTMLElement) {
    this.#pages = pages;
    const button = (name: string, command: keyof Commands) => {
      const made = make(
        'button',
        { type: 'button', 'aria-label': name, title: name },
        sign(SIGNS[command]),
      );
      // One that is at its end keeps the focus, and does nothing.
      made.addEventListener('click', () => {
        if (made.getAttribute('aria-disabled') !== 'true') commands[command]();
      });
      return made;
    };
    const side = (name: string, command: 'previous' | 'next', end: number) => {
      const made = button(name, command);
      this.#sides.push({ button: made, isEnd: (page) => page === end });
      return made;
    };
    this.#full = button('Full window', 'full');
    this.#full.setAttribute('aria-pressed', 'false');
    this.element = make(
      'div',
      { class: 'scan-bar', role: 'group', 'aria-label': 'Scan' },
      button('Zoom in', 'zoomIn'),
      button('Zoom out', 'zoomOut'),
      button('Whole page', 'whole'),
      this.#full,
      pages > 1 && side('Previous page', 'previous', 1),
      pages > 1 && side('Next page', 'next', pages),
      button('Close', 'close'),
      copy,
      this.#place,
    );
  }

  /** Tells which page is shown, and what is marked on it. */
  tell(page: number, marked: number | undefined): void {
    for (const { button, isEnd } of this.#sides)
      button.setAttribute('aria-disabled', `${isEnd(page)}`);
    const words =
      marked === undefined ? [] : [marked === 1 ? '1 word marked' : `${marked} words marked`];
    const place = this.#pages > 1 ? [`Page ${page} of ${this.#pages}`] : [];
    this.#place.textContent = [...place, ...words].join(' · ');
  }

  /** Tells whether the scan fills the window. */
  fills(isFull: boolean): void {
    this.#full.setAttribute('aria-pressed', `${isFull}`);
  }
}
