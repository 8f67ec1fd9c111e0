import { make } from '../dom.ts';

/** The window that a scan can fill, in place of standing in its page. */
export class ScanWindow {
  readonly #element: HTMLElement;
  readonly #filled: (isFull: boolean) => void;
  readonly #dialog = make('dialog', { class: 'scan-window', 'aria-label': 'Scan' });

  /** @param filled is called whenever the element fills the window, or stands in the page again */
  constructor(element: HTMLElement, filled: (isFull: boolean) => void) {
    this.#element = element;
    this.#filled = filled;
    this.#dialog.addEventListener('close', () => this.fill(false));
  }

  get isFull(): boolean {
    return this.#dialog.open;
  }

  /** Lets the scan fill the window, or stand in the page again. */
  fill(isFull: boolean): void {
    const element = this.#element;
    if (isFull === (element.parentElement === this.#dialog)) return;
    if (isFull) {
      element.before(this.#dialog);
      this.#dialog.append(element);
      this.#dialog.showModal();
    } else {
      this.#dialog.close();
      this.#dialog.replaceWith(element);
    }
    this.#filled(isFull);
  }

  /** Takes it out of the page. */
  end(): void {
    this.#dialog.remove();
  }
}
