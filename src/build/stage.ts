/** The least time between two updates of a terminal, in milliseconds. */
const INTERVAL = 100;

/** A count as it is shown on the terminal. */
export const whole = (value: number) => new Intl.NumberFormat('en').format(Math.round(value));

/** The time left, in words, if the work goes on at the same rate. */
function timeLeft(seconds: number): string {
  if (!Number.isFinite(seconds)) return '';
  return seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.ceil(seconds / 60)} min left`;
}

/**
 * Shows the progress of a stage. On a terminal it is one line that is written over (stage, count, rate, time left);
 * elsewhere it is one line when the stage ends.
 */
export class Stage {
  readonly #name: string;
  readonly #one: string;
  readonly #many: string;
  readonly #out: NodeJS.WriteStream;
  readonly #start = performance.now();
  #told = 0;

  /**
   * @param name what is being done, “reading”
   * @param one what is counted, “article”
   * @param many several of them, “articles”
   */
  constructor(name: string, one: string, many: string, out: NodeJS.WriteStream = process.stdout) {
    this.#name = name;
    this.#one = one;
    this.#many = many;
    this.#out = out;
  }

  /** Shows how many are done; only on a terminal. */
  at(done: number, all: number): void {
    const now = performance.now();
    if (!this.#out.isTTY || now - this.#told < INTERVAL) return;
    this.#told = now;
    const rate = done / ((now - this.#start) / 1000);
    const left = timeLeft((all - done) / rate);
    const line = `${this.#name}: ${whole(done)} of ${whole(all)} ${this.#many}, ${whole(rate)} a second, ${left}`;
    this.#out.write(`\r\u001b[K${line.slice(0, this.#out.columns - 1)}`);
  }

  /** Ends the stage, and prints how many there were and how long it took. */
  end(done: number): void {
    const seconds = ((performance.now() - this.#start) / 1000).toFixed(1);
    const clear = this.#out.isTTY ? '\r\u001b[K' : '';
    const things = done === 1 ? this.#one : this.#many;
    this.#out.write(`${clear}${this.#name}: ${whole(done)} ${things}, ${seconds} s\n`);
  }
}
