/** Lets works go on at once as long as what they take together is there; others wait for their turn. */
export class Budget {
  readonly #all: number;
  #free: number;
  readonly #waiting: { takes: number; begin: () => void }[] = [];

  /** @param all what there is, such as processors or bytes of memory */
  constructor(all: number) {
    this.#all = all;
    this.#free = all;
  }

  /** Does a work when its turn comes. @param takes of what there is; one that takes more than all goes on alone */
  async run<Result>(work: () => Promise<Result>, takes = 1): Promise<Result> {
    const taken = Math.min(takes, this.#all);
    if (this.#waiting.length === 0 && this.#free >= taken) this.#free -= taken;
    else await new Promise<void>((resolve) => this.#waiting.push({ takes: taken, begin: resolve }));
    try {
      return await work();
    } finally {
      this.#free += taken;
      this.#beginNext();
    }
  }

  #beginNext(): void {
    for (let next = this.#waiting[0]; next && next.takes <= this.#free; next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#free -= next.takes;
      next.begin();
    }
  }
}
