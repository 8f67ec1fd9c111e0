import { boxIn } from '../../domain/media/box.ts';
import {
  fragmentOf,
  type ScanView,
  viewOf,
  WORDS_PARAMETER,
} from '../../domain/media/facsimile/scan-view.ts';
import { make } from '../dom.ts';
import { markedPieces } from '../search/results/marking.ts';
import { queryRanges } from './query-ranges.ts';
import type { Scan } from './scan.ts';
import type { Stage } from './stage.ts';

/**
 * `<scan-viewer files pages words>`: opens a scan for reading closely when the reader asks for it, or the address does. It
 * loads nothing before. What is looked at is kept in the page’s address; words that the address has are marked.
 */
class ScanViewer extends HTMLElement {
  #stage: Stage | undefined;
  /** True while the code of the viewer is on its way. */
  #isOpening = false;

  connectedCallback() {
    const offer = this.#part('offer');
    offer.hidden = false;
    offer
      .querySelector('button')
      ?.addEventListener('click', () => void this.#open({ page: 1 }, true));
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-view]'))
      link.href = `#${link.dataset['view']}`;
    window.addEventListener('hashchange', () => void this.#fromAddress(true));
    this.#markText();
    void this.#fromAddress(false);
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-part="${name}"]`);
    if (!part) throw new Error(`The page of a scan lacks its part “${name}”.`);
    return part;
  }

  get #marked() {
    return new URLSearchParams(location.search).get(WORDS_PARAMETER) ?? '';
  }

  get #scan(): Scan {
    const regions = [...this.querySelectorAll<HTMLElement>('[data-xywh]')].flatMap((item) => {
      const box = boxIn(item.dataset['xywh'] ?? '');
      const link = item.querySelector<HTMLAnchorElement>('a[data-paragraph]');
      if (!box || !link) return [];
      const page = Number(item.dataset['page'] ?? 1);
      return [{ page, box, href: link.href, words: link.textContent ?? '', lang: link.lang }];
    });
    return {
      files: this.getAttribute('files') ?? '',
      address:
        document.querySelector<HTMLLinkElement>('link[rel="canonical"]')?.href ??
        location.origin + location.pathname,
      pages: Number(this.getAttribute('pages') ?? 1),
      hasWords: this.hasAttribute('words'),
      marked: this.#marked,
      regions,
    };
  }

  async #fromAddress(isAsked: boolean) {
    const view = viewOf(location.hash.slice(1), Number(this.getAttribute('pages') ?? 1));
    if (view) await this.#open(view, isAsked);
  }

  /** Marks the words that the address has in the text of each page, for those who read there. */
  #markText() {
    if (this.#marked === '') return;
    for (const text of this.querySelectorAll('[data-text]')) {
      const words = text.textContent ?? '';
      const ranges = queryRanges(words, this.#marked);
      if (ranges.length === 0) continue;
      const pieces = markedPieces(words, ranges);
      text.replaceChildren(
        ...pieces.map((piece) => (piece.marked ? make('mark', {}, piece.text) : piece.text)),
      );
      const fold = text.closest('details');
      if (fold) fold.open = true;
    }
  }

  /** @param isAsked whether the reader has asked for it on this page, and so expects the keyboard to be there */
  async #open(view: ScanView, isAsked: boolean): Promise<void> {
    if (this.#isOpening) return;
    const told = this.#part('told');
    this.#isOpening = true;
    told.textContent = '';
    try {
      if (!this.#stage) {
        const { Stage } = await import('./stage.ts');
        this.dataset['open'] = '';
        this.#part('still').hidden = true;
        this.#part('offer').hidden = true;
        this.#stage = new Stage(
          this,
          this.#scan,
          (seen) => history.replaceState(history.state, '', `#${fragmentOf(seen)}`),
          () => this.#close(),
        );
      }
      await this.#stage.show(view);
      this.#stage.element.scrollIntoView({ block: 'nearest' });
      if (isAsked) this.#stage.focus();
    } catch (error) {
      console.error(error);
      this.#close();
      told.textContent = 'The scan could not be opened: one of its files did not come. Try again.';
    } finally {
      this.#isOpening = false;
    }
  }

  #close() {
    this.#stage?.end();
    this.#stage = undefined;
    delete this.dataset['open'];
    this.#part('still').hidden = false;
    const offer = this.#part('offer');
    offer.hidden = false;
    history.replaceState(history.state, '', location.pathname + location.search);
    offer.querySelector('button')?.focus();
  }
}

customElements.define('scan-viewer', ScanViewer);
