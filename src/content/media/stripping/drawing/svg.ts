import { mustHold } from '../unsound.ts';
import { Cascade } from './cascade.ts';
import { type Drawn, drawingOf, SVG, within, wordsOf } from './drawing-tree.ts';
import { referencesIn, Shown } from './shown.ts';
import { declarationsOf, partsOf, rulesOf, writtenSheet, writtenStyle } from './style-sheet.ts';

const XLINK = 'http://www.w3.org/1999/xlink';
const ASKED_FOR = /var\(\s{0,10}(--[^\s,)]{1,200})/g;

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The properties of its own making that a drawing asks for. */
const askedFor = (root: Drawn): Set<string> =>
  new Set(
    [...within(root)]
      .flatMap((element) => [...element.attributes.values(), wordsOf(element)])
      .flatMap((text) => [...text.matchAll(ASKED_FOR)].map(([, name = '']) => name)),
  );

/** Writes a drawing without what is never shown. */
function written(root: Drawn, shown: Shown, isUsed: (name: string) => boolean): string {
  const write = (element: Drawn): string => {
    const { local, attributes, children } = element;
    const said = [...attributes].map(([name, value]) => {
      const kept = name === 'style' ? writtenStyle(declarationsOf(value), isUsed) : value;
      return ` ${name}="${escaped(kept)}"`;
    });
    const isShown = shown.has(element);
    const inside =
      local === 'style'
        ? escaped(writtenSheet(partsOf(wordsOf(element)), isUsed))
        : children
            .map((child) => {
              if (typeof child === 'string') return isShown ? escaped(child) : '';
              return shown.keeps(child) ? write(child) : '';
            })
            .join('');
    const spaces = element === root ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : '';
    return `<${local}${spaces}${said.join('')}>${inside}</${local}>`;
  };
  return write(root);
}

/**
 * An SVG with its drawing alone: no comments, no metadata, nothing of the programs that drew it, and nothing that is never
 * shown and that nothing refers to. What lies beyond its edges stays.
 *
 * @throws UnsoundFile where it is no SVG, holds a picture of other kinds, which may tell more than is seen, or where it cannot
 * be told what of it is hidden
 */
export function strippedSvg(bytes: Buffer): Uint8Array {
  const root = drawingOf(bytes);
  const sheets = [...within(root)].filter(({ local }) => local === 'style');
  const rules = sheets.flatMap((sheet) => {
    const isForAll = (sheet.attributes.get('media') ?? 'all') === 'all';
    return rulesOf(partsOf(wordsOf(sheet))).map((rule) => ({
      ...rule,
      isConditional: rule.isConditional || !isForAll,
    }));
  });
  const cascade = new Cascade(rules);
  const styled = rules.flatMap(({ declarations }) =>
    declarations.flatMap(([, value]) => referencesIn(value)),
  );
  const shown = new Shown(root, cascade, styled);
  const isWhole = [...within(root)].every(shown.keeps);
  mustHold(
    isWhole || !cascade.leansOnPlaces,
    'What the styles of the drawing hide cannot be told.',
  );
  const used = askedFor(root);
  return Buffer.from(`${written(root, shown, (name) => used.has(name))}\n`);
}
