import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { drawn, type Placed, pdf } from '../../../support/pdf.ts';
import { readingsOf } from '../../../support/readings.ts';

const isFromRight = (words: string) => /[\u0590-\u08ff\ufb1d-\ufefc]/u.test(words);
/** Words of a line as a page shows them from left to right. */
const shown = (words: readonly string[]): string =>
  words
    .toReversed()
    .map((word) => (isFromRight(word) ? [...word].toReversed().join('') : word))
    .join(' ');

/** A PDF that has each line of words with its end at the right edge, in a font of signs that are all as wide. */
function pdfOf(lines: readonly string[], { isLetterwise = false, isSpaced = true } = {}): Buffer {
  const signs = [...new Set([...lines.join('')].filter((sign) => sign > '~'))];
  const codes = new Map(signs.map((sign, index) => [sign, 0x80 + index]));
  const coded = (text: string) =>
    [...text].map((sign) => String.fromCharCode(codes.get(sign) ?? sign.charCodeAt(0))).join('');
  const hex = (code: number, digits: number) => code.toString(16).padStart(digits, '0');
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange ${signs.length} beginbfchar ${signs
    .map((sign) => `<${hex(codes.get(sign) ?? 0, 2)}> <${hex(sign.charCodeAt(0), 4)}>`)
    .join(' ')} endbfchar endcmap end end`;
  const sets = lines.flatMap((line, row): Placed[] => {
    const left = 550 - [...line].length * 6;
    const y = 700 - row * 14;
    if (!isLetterwise) return [[left, y, 10, coded(line)]];
    return [...line].flatMap((sign, index): Placed[] =>
      sign === ' ' && !isSpaced ? [] : [[left + index * 6, y, 10, coded(sign)]],
    );
  });
  const page = isLetterwise
    ? sets.map((one) => `/Span << >> BDC ${drawn([one])} EMC`).join('\n')
    : drawn(sets);
  return pdf([page], {
    font: '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /ToUnicode 100 0 R >>',
    objects: [`<< /Length ${map.length} >>\nstream\n${map}\nendstream`],
  });
}
// “The Bridge of the river (Bridge 7) is open to 300 of the city.”, in the shapes of its letters.
const ARABIC = [
  [
    '\ufe9f\ufeb4\ufeae',
    '\u0627\ufedf\ufee8\ufeec\ufeae',
    '(Bridge 7)',
    '\ufee3\ufed4\ufe98\ufeee\u062d',
  ],
  ['\ufedf\ufee0\ufee4\ufeaa\ufef3\ufee8\ufe94', '300', '\ufefb', '3.5', '\ufe91\ufe8e\u0628.'],
];
const AS_READ = 'جسر النهر (Bridge 7) مفتوح للمدينة 300 لا 3.5 باب.';
const HEBREW = [
  ['הגשר', 'הישן', 'נפתח', '(Bridge 7)', 'לעיר'],
  ['אחרי', '14', 'חודשים', 'של', 'Osk River', 'שלום', 'לכם.'],
];

async function textOf(bytes: Buffer): Promise<string> {
  const { stories, faults } = await readingsOf(bytes, 'bridge.pdf');
  assert.deepEqual(faults, []);
  return stories.map(({ paragraphs }) => paragraphs.join('\n')).join('\n');
}

suite('a PDF with letters that are read from the right', () => {
  test('Arabic in the order in which it is read, and its shapes as the letters that they are', async () => {
    const lines = ARABIC.map(shown);
    assert.equal(await textOf(pdfOf(lines)), AS_READ);
    assert.equal(await textOf(pdfOf(lines, { isLetterwise: true })), AS_READ);
    assert.equal(await textOf(pdfOf(lines, { isLetterwise: true, isSpaced: false })), AS_READ);
  });

  test('Hebrew, with numbers, brackets and Latin words', async () => {
    const right = HEBREW.flat().join(' ');
    assert.equal(await textOf(pdfOf(HEBREW.map(shown))), right);
    assert.equal(await textOf(pdfOf(HEBREW.map(shown), { isLetterwise: true })), right);
  });

  test('brackets round its own words are mirrored', async () => {
    // As it is seen from left to right: the bracket at the left closes.
    const seen = `(${shown(['העיר', 'הישנה'])}) ${shown(['זה', 'הגשר', 'של'])}`;
    assert.equal(await textOf(pdfOf([seen])), 'זה הגשר של (העיר הישנה)');
  });

  test('within a text that is read from the left', async () => {
    const seen = `The paper of the river, ${shown(['עיתון', '12', 'הנהר'])}, said so.`;
    assert.equal(
      await textOf(pdfOf([seen, 'Nobody said otherwise.'])),
      'The paper of the river, עיתון 12 הנהר, said so. Nobody said otherwise.',
    );
  });

  test('is refused where the shapes or the ends of its words say that the order is another', async () => {
    const other = (lines: readonly string[][]) =>
      lines.map((words) =>
        words.map((word) => (isFromRight(word) ? word : [...word].toReversed().join(''))).join(' '),
      );
    for (const lines of [ARABIC, [...HEBREW, ['שלום', 'מים', 'ימים', 'שמן']]])
      assert.match(
        (await readingsOf(pdfOf(other(lines)), 'bridge.pdf')).faults.join(),
        /Arabic or Hebrew letters are stored in an order that cannot be told \(“.+”\); save its text as a \.txt file/u,
      );
  });
});
