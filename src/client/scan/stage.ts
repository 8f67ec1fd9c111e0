import OpenSeadragon, { type Viewer } from 'openseadragon';
import { around, type Box, pixelsOf, roomAround, within } from '../../domain/media/box.ts';
import { boxesIn, textOfWords } from '../../domain/media/facsimile/page-words.ts';
import { fragmentOf, type ScanView } from '../../domain/media/facsimile/scan-view.ts';
import { copyButton } from '../cite/copy.ts';
import { make } from '../dom.ts';
import { Bar } from './bar.ts';
import { keyCommand } from './keys.ts';
import { markWords, outlinePart, outlineRegions } from './overlay.ts';
import { queryRanges } from './query-ranges.ts';
import { pageFiles, type Scan } from './scan.ts';
import { makeViewer, STEP } from './viewer.ts';
import { ScanWindow } from './window.ts';

/** What a reader does to move the scan with a pointer. */
const MOVES = ['drag', 'scroll', 'pinch', 'double-click'] as const;

/** Pixels of the window that a key moves the scan by. */
const MOVE = 80;

/** A scan opened for reading closely: the viewer, its buttons and its keys. */
export class Stage {
  readonly element: HTMLElement;
  readonly #scan: Scan;
  readonly #seen: (view: ScanView) => void;
  readonly #viewer: Viewer;
  readonly #bar: Bar;
  readonly #canvas = make('div', { class: 'scan-canvas' });
  readonly #window: ScanWindow;
  #page = 0;
  #size = { width: 0, height: 0 };
  /** The number of the latest page asked for; what comes of older ones is dropped. */
  #asked = 0;
  /** The view that was asked for last, and whether the reader has moved away from it. */
  #came: ScanView = { page: 1 };
  #isMoved = false;
  #clearPart: (() => void) | undefined;

  /**
   * @param host the element that it opens in, at its beginning
   * @param seen is called with what is looked at, whenever that has changed
   * @param close is called where the reader closes it
   */
  constructor(host: HTMLElement, scan: Scan, seen: (view: ScanView) => void, close: () => void) {
    this.#scan = scan;
    this.#seen = seen;
    const zoom = (by: number) => {
      this.#isMoved = true;
      this.#viewer.viewport.zoomBy(by);
      this.#viewer.viewport.applyConstraints();
    };
    const turn = (by: number) => {
      const page = this.#page + by;
      if (page >= 1 && page <= scan.pages) void this.show({ page });
    };
    const commands = {
      zoomIn: () => zoom(STEP),
      zoomOut: () => zoom(1 / STEP),
      whole: () => {
        this.#isMoved = true;
        this.#viewer.viewport.goHome();
      },
      full: () => this.#window.fill(!this.#window.isFull),
      previous: () => turn(-1),
      next: () => turn(1),
      close,
    };
    const copy = copyButton('Copy link', () => this.#link(), 'Copy link to this part');
    this.#bar = new Bar(scan.pages, commands, copy);
    this.element = make('div', { class: 'scan-stage' }, this.#bar.element, this.#canvas);
    this.#window = new ScanWindow(this.element, (isFull) => {
      this.#bar.fills(isFull);
      this.focus();
    });
    // The viewer measures where it stands.
    host.prepend(this.element);
    this.#viewer = makeViewer(this.#canvas);
    for (const move of MOVES)
      this.#viewer.addHandler(`canvas-${move}`, () => {
        this.#isMoved = true;
      });
    this.#viewer.addHandler('canvas-click', ({ quick, originalEvent }) => {
      // A tap does not zoom, nor does the end of a drag.
      if (quick && (originalEvent as PointerEvent).pointerType !== 'touch') this.#isMoved = true;
    });
    // The address that a reader came with is kept until the reader moves.
    this.#viewer.addHandler('animation-finish', () => {
      if (this.#isMoved) seen(this.#view());
    });
    this.element.addEventListener('keydown', (event) => {
      const command = keyCommand(event);
      if (command === undefined) return;
      // A dialog closes at Escape by itself.
      if (command === 'close' && this.#window.isFull) return;
      event.preventDefault();
      if (typeof command === 'string') commands[command]();
      else {
        const { x, y } = command;
        this.#isMoved = true;
        const step = this.#viewer.viewport.deltaPointsFromPixels(
          new OpenSeadragon.Point(x * MOVE, y * MOVE),
        );
        this.#viewer.viewport.panBy(step);
        this.#viewer.viewport.applyConstraints();
      }
    });
  }

  /** Gives the keyboard to the scan. */
  focus(): void {
    this.#viewer.canvas.focus({ preventScroll: true });
  }

  /** Shows a view, and outlines the part that it names. @throws where a file of the scan does not come */
  async show(view: ScanView): Promise<void> {
    const turn = ++this.#asked;
    if (view.page !== this.#page) await this.#open(view.page, turn);
    if (turn !== this.#asked) return;
    this.#came = view;
    this.#isMoved = false;
    this.#clearPart?.();
    this.#clearPart = undefined;
    const box = view.percent ? pixelsOf(view.percent, this.#size) : view.box;
    const part = box && within(box, this.#size);
    if (part) {
      this.#fit(roomAround(part));
      this.#clearPart = outlinePart(this.#viewer, part);
    }
    if (!box) this.#seen({ page: view.page });
  }

  /** The public address of what is looked at: the part that was asked for, until the reader moves. */
  #link(): string {
    const { page, box, percent } = this.#came;
    const named = percent ? { page, box: pixelsOf(percent, this.#size) } : { page, box };
    return `${this.#scan.address}#${fragmentOf(this.#isMoved ? this.#view() : named)}`;
  }

  async #open(page: number, turn: number): Promise<void> {
    const { marked, regions } = this.#scan;
    const { info, words } = await pageFiles(this.#scan, page);
    if (turn !== this.#asked) return;
    this.#page = page;
    this.#size = { width: info.width, height: info.height };
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#viewer.addOnceHandler('open', resolve);
    this.#viewer.addOnceHandler('open-failed', ({ message }) => reject(new Error(message)));
    this.#viewer.open([info] as never);
    await promise;
    if (turn !== this.#asked) return;
    const boxes = words ? boxesIn(words, queryRanges(textOfWords(words).text, marked)) : undefined;
    outlineRegions(
      this.#viewer,
      regions.filter((region) => region.page === page),
    );
    if (boxes) {
      markWords(this.#viewer, boxes);
      if (boxes.length > 0) this.#fit(around(boxes, this.#size));
    }
    this.#bar.tell(page, boxes?.length);
  }

  #fit({ x, y, width, height }: Box): void {
    const { viewport } = this.#viewer;
    viewport.fitBoundsWithConstraints(viewport.imageToViewportRectangle(x, y, width, height), true);
  }

  #view(): ScanView {
    const { viewport } = this.#viewer;
    const seen = viewport.viewportToImageRectangle(viewport.getBounds());
    return { page: this.#page, box: within(seen, this.#size) };
  }

  /** Ends it, and frees what it holds. */
  end(): void {
    this.#window.end();
    this.element.remove();
    this.#viewer.destroy();
  }
}
