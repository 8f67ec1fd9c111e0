import { at, elementsIn, textOf, within, type XmlElement } from '../xml/element.ts';
import { limited } from './block.ts';

/** What a style of Word says of the texts that have it. */
export interface Style {
  name: string;
  /** Whether it is the style of what has none. */
  isDefault: boolean;
  based: string;
  /** Its paragraph and run properties. */
  paragraph: XmlElement | undefined;
  run: XmlElement | undefined;
}

/** The value of a property that is directly in an element; nothing where it is not there. */
export const settingOf = (element: XmlElement | undefined, name: string): string | undefined => {
  const [found] = element ? at(element, name) : [];
  return found && (found.attributes.get('val') ?? '');
};

/** Whether a property is on; nothing where it is not said. */
export function isOn(element: XmlElement | undefined, name: string): boolean | undefined {
  const value = settingOf(element, name);
  return value === undefined ? undefined : !/^(?:0|false|off|none)$/iu.test(value);
}

/** A list by its number: of each level whether it has numbers, and from which it counts. */
export type Lists = ReadonlyMap<string, readonly { isNumbered: boolean; start: number }[]>;

/** The styles of a document, and what stands behind each. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  #default = '';

  add(element: XmlElement): void {
    if (element.name !== 'style') return;
    const id = element.attributes.get('styleid') ?? '';
    const isDefault = /^(?:1|true|on)$/u.test(element.attributes.get('default') ?? '');
    if (isDefault && element.attributes.get('type') === 'paragraph') this.#default = id;
    this.#styles.set(id, {
      name: (settingOf(element, 'name') ?? '').toLowerCase(),
      isDefault,
      based: settingOf(element, 'basedon') ?? '',
      paragraph: at(element, 'ppr')[0],
      run: at(element, 'rpr')[0],
    });
  }

  /** A style and those that it is based on, the nearest first. */
  chain(id: string | undefined): Style[] {
    const found = new Set<Style>();
    for (let next = id ?? this.#default; ; ) {
      const style = this.#styles.get(next);
      if (!style || found.has(style)) return [...found];
      found.add(style);
      next = style.based;
    }
  }
}

/** What letters are where a run does not say: by the styles of their paragraph and its table. */
export interface Letters {
  isHidden: boolean;
  isStruck: boolean;
}

/** What the nearest of styles that says it says of letters. */
export function lettersOf(styles: readonly Style[]): Letters {
  const says = (name: string) =>
    styles.map(({ run }) => isOn(run, name)).find((value) => value !== undefined) ?? false;
  return { isHidden: says('vanish'), isStruck: says('strike') || says('dstrike') };
}

/** What a run or the nearest of its styles says of its letters; nothing where none does. */
export function saidOf(run: XmlElement, styles: Styles, name: string): boolean | undefined {
  const own = at(run, 'rpr');
  const style = own.map((one) => settingOf(one, 'rstyle')).find(Boolean);
  return [...own, ...styles.chain(style ?? '').map((one) => one.run)]
    .map((one) => isOn(one, name))
    .find((value) => value !== undefined);
}

/** Whether a run holds more than space. */
export const holdsAny = (run: XmlElement): boolean =>
  within(run, 't').some((one) => textOf(one).trim() !== '') ||
  within(run, 'sym', 'footnotereference', 'endnotereference', 'drawing', 'pict', 'object').length >
    0;

/** The lists of a document. */
export function listsIn(elements: readonly XmlElement[]): Lists {
  const abstract = new Map(
    elements
      .filter(({ name }) => name === 'abstractnum')
      .map((element) => [
        element.attributes.get('abstractnumid') ?? '',
        elementsIn(element)
          .filter(({ name }) => name === 'lvl')
          .slice(0, 9)
          .map((level) => ({
            isNumbered: !/^(?:bullet|none)$/u.test(settingOf(level, 'numfmt') ?? ''),
            start: limited(settingOf(level, 'start'), 0, 1_000_000, 1),
          })),
      ]),
  );
  return new Map(
    elements
      .filter(({ name }) => name === 'num')
      .map((element) => [
        element.attributes.get('numid') ?? '',
        abstract.get(settingOf(element, 'abstractnumid') ?? '') ?? [],
      ]),
  );
}
