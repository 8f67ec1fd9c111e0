import { mustHold } from '../unsound.ts';
import { Cascade } from './cascade.ts';
import { type Drawn, drawingOf, SVG, within, wordsOf } from './drawing-tree.ts';
import { referencesIn, Shown } from './shown.ts';
import { declarationsOf, partsOf, rulesOf, writtenSheet, writtenStyle } from './style-sheet.ts';

const XLINK = 'http://www.w3.org/1999/xlink';
const ASKED_FOR = /var\(\s{0,10}(--[^\s,)]{1,200})/gi;

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The properties of its own making that a drawing asks for. */
const askedFor = (root: Drawn): Set<string> =>
  new Set(
    within(root)
      .flatMap((element) => [...element.attributes.values(), wordsOf(element)])
      .flatMap((text) => [...text.matchAll(ASKED_FOR)].map(([, name = '']) => name)),
  );

/** Writes a drawing without what is never shown. */
function written(root: Drawn, shown: Shown, isUsed: (name: string) => boolean): string {
  const parts: string[] = [];
  const write = (element: Drawn) => {
    const { local, attributes, children } = element;
    const spaces = element === root ? ` xmlns="${SVG}" xmlns:xlink="${XLINK}"` : '';
    parts.push(`<${local}${spaces}`);
    for (const [name, value] of attributes) {
      const kept = name === 'style' ? writtenStyle(declarationsOf(value), isUsed) : value;
      parts.push(` ${name}="${escaped(kept)}"`);
    }
    parts.push('>');
    if (local === 'style') parts.push(escaped(writtenSheet(partsOf(wordsOf(element)), isUsed)));
    else
      for (const child of children) {
        if (typeof child !== 'string') {
          if (shown.keeps(child)) write(child);
        } else if (shown.isWritten(element)) parts.push(escaped(child));
      }
    parts.push(`</${local}>`);
  };
  write(root);
  return parts.join('');
}

/**
 * An SVG with its drawing alone: no comments, no metadata, nothing of the programs that drew it, and nothing that is never
 * shown and that nothing refers to. What lies beyond its edges stays.
 *
 * @throws UnsoundFile where it is no SVG, holds a picture of other kinds, which may tell more than is seen, or where it cannot
 * be told what of it is hidden
 */
export function strippedSvg(bytes: Buffer): Uint8Array {
  const { root, lacks } = drawingOf(bytes);
  const sheets = within(root).filter(({ local }) => local === 'style');
  const rules = sheets.flatMap((sheet) => {
    const isForAll = (sheet.attributes.get('media') ?? 'all') === 'all';
    return rulesOf(partsOf(wordsOf(sheet))).map((rule) => ({
      ...rule,
      isConditional: rule.isConditional || !isForAll,
    }));
  });
  const cascade = new Cascade(rules, root);
  const styled = rules.flatMap(({ declarations }) =>
    declarations.flatMap(([, value]) => referencesIn(value)),
  );
  const shown = new Shown(root, cascade, styled);
  const isWhole = !lacks && within(root).every(shown.keeps);
  mustHold(
    isWhole || !cascade.leansOnOthers,
    'What the styles of the drawing hide cannot be told.',
  );
  const used = askedFor(root);
  return Buffer.from(`${written(root, shown, (name) => used.has(name))}\n`);
}
