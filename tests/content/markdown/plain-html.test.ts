import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import type { Element, ElementContent, Properties, Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { chanceOf } from '../../../src/bench/invented/chance.ts';
import { plainHtml } from '../../../src/content/markdown/plain-html.ts';

const TREES = Number(process.env['TREES']) || 2000;
const chance = chanceOf(Number(process.env['SEED']) || 5);
const renderer = unified().use(rehypeStringify, {
  characterReferences: { useNamedReferences: true },
});

const NAMES = ['p', 'a', 'em', 'strong', 'h2', 'blockquote', 'ul', 'li', 'mark', 'span', 'del'];
const OTHERS = ['br', 'img', 'hr', 'script', 'style', 'template', 'svg', 'title', 'table', 'code'];
const PIECES = [
  'Ferry',
  ' ',
  '\n',
  '&',
  '<',
  '>',
  '"',
  "'",
  '`',
  '&amp;',
  'é',
  '字',
  '𝄞',
  '\u00a0',
  '\0',
  'a=b',
  '</p>',
];

const words = () => Array.from({ length: chance.below(5) }, () => chance.pick(PIECES)).join('');
const classes = () => Array.from({ length: chance.below(3) }, words);

const PROPERTIES: [name: string, value: () => Properties[string]][] = [
  ['id', words],
  ['href', words],
  ['className', classes],
  ['ariaLabel', words],
  ['lang', () => chance.pick(['en', '', undefined, null])],
  ['title', words],
  ['hidden', () => chance.oneIn(2)],
  ['dataFootnoteRef', () => ''],
  ['id', () => chance.below(9)],
  ['href', classes],
];

function element(depth: number): Element {
  const properties: Properties = {};
  for (let count = chance.below(4); count > 0; count--) {
    const [name, value] = chance.oneIn(6)
      ? chance.pick(PROPERTIES)
      : chance.pick(PROPERTIES.slice(0, 5));
    properties[name] = value();
  }
  const tagName = chance.pick(chance.oneIn(12) ? OTHERS : NAMES);
  return { type: 'element', tagName, properties, children: contents(depth + 1) };
}

function contents(depth: number): ElementContent[] {
  return Array.from({ length: chance.below(4) }, (): ElementContent => {
    if (chance.oneIn(20)) return { type: 'comment', value: words() };
    if (depth > 3 || chance.oneIn(2)) return { type: 'text', value: words() };
    return element(depth);
  });
}

suite('a plain tree is written as the whole renderer writes it', () => {
  test(`${TREES} trees`, () => {
    let plain = 0;
    for (let count = 0; count < TREES; count++) {
      const tree: Root = { type: 'root', children: contents(0) };
      const html = plainHtml(tree);
      if (html === undefined) continue;
      plain++;
      assert.equal(html, renderer.stringify(tree));
    }
    assert.ok(plain > TREES / 5, `${plain} were plain`);
  });

  test('a paragraph with its links', () => {
    const link = (className: string, href: string, children: ElementContent[]): Element => ({
      type: 'element',
      tagName: 'a',
      properties: { href, className: [className], ariaLabel: 'It’s here', lang: undefined },
      children,
    });
    const children = [link('name', '/people/a/', [{ type: 'text', value: 'A & B <C>' }])];
    const tree: Element = { type: 'element', tagName: 'p', properties: { id: 'p-1' }, children };
    assert.equal(
      plainHtml(tree),
      '<p id="p-1"><a href="/people/a/" class="name" aria-label="It’s here">A &amp; B &lt;C></a></p>',
    );
  });
});
