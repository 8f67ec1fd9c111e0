import { Tokenizer } from 'parse5';

/** Takes HTML apart with so many attributes of an element alone: it looks through all of them for each that comes. */
export class BoundedTokenizer extends Tokenizer {
  readonly #most: number;
  readonly #tooMany: () => void;

  /**
   * @param most the most attributes that an element may have
   * @param tooMany told of each that is more; where it throws nothing, that one is left out
   */
  constructor(
    options: ConstructorParameters<typeof Tokenizer>[0],
    handler: ConstructorParameters<typeof Tokenizer>[1],
    most: number,
    tooMany: () => void,
  ) {
    super(options, handler);
    this.#most = most;
    this.#tooMany = tooMany;
  }

  protected override _leaveAttrName(): void {
    const token = this.currentToken;
    if (token && 'attrs' in token && token.attrs.length >= this.#most) this.#tooMany();
    else super._leaveAttrName();
  }
}
