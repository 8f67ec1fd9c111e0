import { progressSentence } from '../../messages/many-names.ts';

/** How often what has come is shown, in milliseconds. */
const PACE = 200;

/** A work that a reader sees going on, and may stop. */
export interface Run {
  /** True once the reader has stopped it, or another has begun. */
  readonly isOver: boolean;
  /** Tells how much is done. @returns true where it is time to show what has come */
  count: (done: number) => boolean;
  end: () => void;
}

/** The bar that shows how far a work is, with the button that stops it. */
export class Progress {
  readonly #element: HTMLElement;
  readonly #lang: string;
  #stop: () => void = () => undefined;

  /** @param element holds a bar, a line of words and a button */
  constructor(element: HTMLElement, lang: string) {
    this.#element = element;
    this.#lang = lang;
    element.querySelector('button')?.addEventListener('click', () => this.#stop());
  }

  /** Begins a work of so many steps; one that is going on is over. @param what is done with each, in words */
  begin(all: number, what: string): Run {
    this.#stop();
    let isOver = false;
    let shown = 0;
    const end = () => {
      if (!isOver) this.#element.hidden = true;
      isOver = true;
    };
    this.#stop = end;
    this.#show(0, all, what);
    this.#element.hidden = false;
    return {
      get isOver() {
        return isOver;
      },
      count: (done) => {
        const now = performance.now();
        if (isOver || now - shown < PACE) return false;
        shown = now;
        this.#show(done, all, what);
        return true;
      },
      end,
    };
  }

  #show(done: number, all: number, what: string) {
    const bar = this.#element.querySelector('progress');
    const words = this.#element.querySelector('[data-part="done"]');
    if (bar) Object.assign(bar, { max: all, value: done });
    if (words) words.textContent = progressSentence(done, all, what, this.#lang);
  }
}
