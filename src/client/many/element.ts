import { listSentence, MANY, outcomeSentence } from '../../messages/many-names.ts';
import { make } from '../dom.ts';
import { SearchSession } from '../search/session.ts';
import { unanswered } from '../search/unanswered.ts';
import { FoundList } from './found-list.ts';
import type { FoundName } from './found-names.ts';
import { inOrder } from './in-order.ts';
import { ListSource, readList } from './list-source.ts';
import { recordsOf } from './lookup.ts';
import { Progress } from './progress.ts';
import { saveParagraphs, saveTable } from './saving.ts';

/** How many names are looked up at once, and are shown together. */
const AT_ONCE = 32;

/**
 * `<many-names base lang site>`: looks up a list of names that is pasted into its form, or dropped on it as a file. The list
 * stays in the browser; what is fetched are files of the search.
 */
class ManyNames extends HTMLElement {
  #list: ListSource | undefined;
  #found: FoundName[] = [];
  #progress: Progress | undefined;
  #session = new SearchSession('/', '');

  connectedCallback() {
    this.#session = new SearchSession(this.#attribute('base', '/'), this.#lang);
    this.#progress = new Progress(this.#part('progress'), this.#lang);
    const form = this.#part('form');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#open(this.#box.value);
    });
    this.#part('columns').addEventListener('change', () => this.#lookUp());
    const file = this.#part<HTMLInputElement>('file');
    file.addEventListener('change', () => this.#take(file.files?.[0]));
    form.addEventListener('dragover', (event) => event.preventDefault());
    form.addEventListener('drop', (event) => {
      const [dropped] = event.dataTransfer?.files ?? [];
      if (!dropped) return; // Text goes into the field.
      event.preventDefault();
      void this.#take(dropped);
    });
    const { base, site } = {
      base: this.#attribute('base', '/'),
      site: this.#attribute('site', ''),
    };
    this.#part('table-csv').addEventListener('click', () => saveTable(this.#found, base, site));
    this.#part('paragraphs-csv').addEventListener('click', () => this.#saveParagraphs(base, site));
  }

  #attribute = (name: string, other: string) => this.getAttribute(name) ?? other;

  get #lang() {
    return this.#attribute('lang', 'en');
  }

  get #box() {
    return this.#part<HTMLTextAreaElement>('list');
  }

  #part = <E extends HTMLElement>(name: string): E => {
    const part = this.querySelector<E>(`[data-part="${name}"]`);
    if (!part) throw new Error(`The page lacks its part “${name}”.`);
    return part;
  };

  #say(words: string) {
    this.#part('status').textContent = words;
  }

  async #take(file: File | undefined) {
    if (!file) return;
    const read = await readList(file);
    if ('fault' in read) return this.#say(read.fault);
    this.#box.value = read.text;
    this.#open(read.text);
  }

  /** Reads a list, and asks where its names are where it may have them in several places. */
  #open(text: string) {
    this.#list = new ListSource(text);
    const { choices } = this.#list;
    const options = choices.map(({ label }, at) => make('option', { value: `${at}` }, label));
    this.#part('column').replaceChildren(...options);
    this.#part('columns').hidden = choices.length < 2;
    void this.#lookUp();
  }

  async #lookUp() {
    const { names = [], blank = 0 } =
      this.#list?.names(Number(this.#part<HTMLSelectElement>('column').value)) ?? {};
    this.#found = [];
    const shown = new FoundList(
      { table: this.#part('table'), rows: this.#part('rows'), missing: this.#part('missing') },
      this.#attribute('base', '/'),
      this.#lang,
    );
    this.#part('result').hidden = names.length === 0;
    this.#part('trouble').replaceChildren();
    if (names.length === 0) return this.#say(MANY.noNames);
    const repeated = names.filter(({ times }) => times > 1).length;
    this.#say(listSentence({ names: names.length, blank, repeated }, this.#lang));
    const progress = this.#progress?.begin(names.length, MANY.namesDone);
    const found = this.#found;
    let waiting: FoundName[] = [];
    try {
      const { files } = await this.#session.open();
      const results = inOrder(names, AT_ONCE, async (name) => {
        return { name, matches: await recordsOf(name.spellings, files) };
      });
      for await (const one of results) {
        if (progress?.isOver) break;
        found.push(one);
        waiting.push(one);
        if (!progress?.count(found.length)) continue;
        shown.add(waiting);
        waiting = [];
      }
      shown.add(waiting);
    } catch (error) {
      this.#part('trouble').replaceChildren(unanswered(error, () => this.#lookUp()));
    }
    // Another list may have been begun meanwhile.
    if (found !== this.#found) return;
    progress?.end();
    this.#tell(names.length);
  }

  #tell(all: number) {
    const found = this.#found.filter(({ matches }) => matches.length > 0);
    const several = found.filter(({ matches }) => matches.length > 1);
    const counts = {
      looked: this.#found.length,
      found: found.length,
      several: several.length,
    };
    this.#say(outcomeSentence(counts, all, this.#lang));
    this.#part('exports').hidden = this.#found.length === 0;
    this.#part<HTMLButtonElement>('paragraphs-csv').disabled = found.length === 0;
  }

  async #saveParagraphs(base: string, site: string) {
    if (!this.#progress) return;
    this.#say(MANY.findingArticles);
    const outcome = await saveParagraphs(this.#found, this.#session, base, site, this.#progress);
    this.#say(outcome);
  }
}

customElements.define('many-names', ManyNames);
