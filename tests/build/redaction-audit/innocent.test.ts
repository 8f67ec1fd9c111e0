import assert from 'node:assert/strict';
import { test } from 'node:test';
import { disclosuresOf, entryOf, withheld } from '../../support/disclosures.ts';

/** Articles that have the words as words of the language, as any archive of some size does. */
const LANGUAGE = Object.fromEntries(
  ['one', 'two', 'three'].map((slug) => [
    `2032/02/02/${slug}/index.html`,
    '<p>How a lion drew a market on the day of a weir and a leon, we knew.</p>',
  ]),
);

// biome-ignore format: a table, a text a row
const INNOCENT: [what: string, name: string, content: string][] = [
  ['a verb that begins a sentence', 'Mark', '<p>Mark my words.</p>'],
  ['a verb', 'Mark', '<p>They mark the day.</p>'],
  ['a longer word', 'Mark', '<p>A Marker, a Markup, the Denmark of old, and Markham.</p>'],
  ['an element', 'Mark', '<p>the <mark>ferry</mark> ran</p>'],
  ['a class and a style', 'Mark', '<style>.mark{color:red}</style><p class="mark">the ferry</p>'],
  ['a function of a script', 'Mark', '<script>const mark = (a) => a.mark(mark);</script>'],
  ['a headline in capitals', 'Mark', '<h1>MARK MY WORDS</h1>'],
  ['an address of words', 'Mark', '<a href="/2032/02/02/mark-my-words/">more</a>'],
  ['a verb after a colon', 'Mark', '<p>He said: Mark my words.</p>'],
  ['a month', 'May', '<p>The ferry ran in May.</p>'],
  ['a month with its year', 'May', '<time datetime="2032-05-04">4 May 2032</time>'],
  ['a list of months', 'May', '<li>March 2032</li><li>April 2032</li><li>May 2032</li>'],
  ['months as data', 'May', '<script>["March","April","May","June"]</script>'],
  ['an auxiliary verb', 'May', '<p>May it rest. It may.</p>'],
  ['a flower', 'Rose', '<p>a rose in the hedge</p>'],
  ['a verb in the past', 'Rose', '<p>She rose at dawn.</p>'],
  ['a flower that begins a sentence', 'Rose', '<p>Rose hedges were cut. Rose water too.</p>'],
  ['a town that shares a part', 'Rose', '<p>Roseau, Rosedale and Primrose</p>'],
  ['a part of a compound', 'Li', '<p>Li-ion cells burned.</p>'],
  ['an abbreviation', 'Li', '<p>Li is lithium, LI is 51; li in a list: <li>one</li></p>'],
  ['a letter of an Irish name', 'Ó', '<p>O’Keel and Ó hAodha went; o, no.</p>'],
  ['a letter of a Chinese word', '林', '<p>森林很大</p>'],
  ['the letters backwards, which are another name', 'Leon', '<p>At Noel he sang; a noel.</p>'],
  ['a market that two words make', 'Mark Et', '<p>The market opened. Market day.</p>'],
  ['an animal that two words make', 'Li On', '<p>The lion slept.</p>'],
  ['words of the language in a row', 'Rose Hill', '<p>a rose on a hill; how a rose hill</p>'],
  ['a month before a name', 'Mark May', '<p>In May. Mark went. It may mark the end.</p>'],
  ['another given name', 'Perrin Tovold', '<p>Orrin Tovold and Ada Tovold left.</p>'],
  ['another surname', 'Perrin Tovold', '<p>Perrin Ferro and Perrin left.</p>'],
  ['the surname alone', 'Perrin Tovold', '<p>Tovold left; the Tovolds too.</p>'],
  ['two people, a given name of one beside the surname of another', 'Perrin Tovold', '<p>They met Tovold. Perrin had left.</p>'],
  ['two people in a list', 'Perrin Tovold', '<ul><li>Perrin</li><li>Orrin</li><li>Tovold</li></ul>'],
  ['another initial', 'Perrin Tovold', '<p>O. Tovold left, and A. P. Tovolden.</p>'],
  ['an article before a surname', 'Ada Tovold', '<p>A Tovold boat; was it a Tovold?</p>'],
  ['a letter of a list before a surname', 'Perrin Tovold', '<p>Harbour plan P: Tovold pays.</p>'],
  ['a longer given name', 'Perrin Tovold', '<p>Perrinella Tovold left.</p>'],
  ['a longer surname', 'Perrin Tovold', '<p>Perrin Tovoldsen and Perrin McTovold left.</p>'],
  ['words between, in small letters', 'Perrin Tovold', '<p>Perrin of the Tovold</p>'],
  ['a phrase in another order', 'the boy of Weir Row', '<p>of the boy, Weir Row the</p>'],
  ['a surname in Cyrillic with another given name', 'Инна Тоболова', '<p>Анна Тоболова и Инна Рогова</p>'],
  ['a longer Arabic word', 'ليلى مرزوق', '<p>ليلى مرزوقات</p>'],
  ['Chinese with the same letters apart', '林小河', '<p>林中有小河</p>'],
  ['letters of an alphabet', 'Abed', '<nav>A B C D E F</nav>'],
  ['a flag', 'Tovold', '<p>🇹🇴 won, 🇻🇴 lost, and ❤️ for 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}</p>'],
  ['a name with a w for an m', 'Mirren Tovold', '<p>Wirren Tovold left.</p>'],
  ['phonetic letters of another word', 'Perrin Tovold', '<p>It is said [pəˈɹiːn], with ɴ and ɯ.</p>'],
  ['a letter in each cell of another name', 'Perrin Tovold', '<tr><td>P<td>e<td>r<td>r<td>i<td>n<td>F<td>e<td>r<td>r<td>o</tr>'],
  ['an l for an i, which is another name', 'Maria Tovold', '<p>Marla Tovold left.</p>'],
  ['numbers and codes', 'Ada Sisi', '<p>4d4 5151, 4da 5.</p>'],
  ['digits in words of two sentences', 'Perrin Tovold', '<p>P3rr1n! T0v01d?</p>'],
  ['a longer word before digits', 'Perrin Tovold', '<p>perrintovoldsen2032, xperrintovold5, Öperrintovold5</p>'],
  ['a short word before digits', 'Mark Et', '<p>See market2032.</p>'],
  ['hexadecimal', 'Ada Bo', '<a href="/ada-b0c1/">x</a> ada8 b0'],
  ['a word that the archive itself has', 'Weir', '<p>Weir water rose. Weirs, and the weir.</p>'],
  ['nothing', 'Mark', ''],
  ['bytes that are no text', 'Mark', '\u0000\ufffd<<>>&&%%\\\\ &#xffffffff; %zz \\u12'],
];

for (const [what, name, content] of INNOCENT) {
  test(`${what} is not the name`, async (t) => {
    const files = { ...LANGUAGE, 'index.html': content };
    assert.deepEqual((await disclosuresOf(t, files, entryOf(withheld([name])))).paths, []);
  });
}

// biome-ignore format: a table, a text a row
const LIKELY: [what: string, name: string, content: string][] = [
  ['a name beside it', 'Mark', '<p>Then Mark Ferro left.</p>'],
  ['a capital within a sentence', 'Rose', '<p>and then Rose left.</p>'],
  ['an ending of the given name alone', 'Jan Tovold', '<p>Jana Tovold left.</p>'],
  ['four letters in cells of a table', 'Weir', '<td>W</td><td>e</td><td>i</td><td>r</td>'],
  ['a word between in small letters', 'Perrin Tovold', '<p>Perrin von Tovold</p>'],
];

for (const [what, name, content] of LIKELY) {
  test(`${what} makes it likely`, async (t) => {
    const files = { ...LANGUAGE, 'index.html': content };
    const { paths, likely } = await disclosuresOf(t, files, entryOf(withheld([name])));
    assert.deepEqual([paths, [...new Set(likely)]], [[], ['index.html']]);
  });
}

test('the surname alone is told of in the article that withholds the name, and in no other', async (t) => {
  const files = {
    '2032/01/08/ice/index.html': '<p>The Tovolds left, said Tovold’s mother.</p>',
    '2032/02/02/fair/index.html': '<p>The Tovolds sang.</p>',
  };
  const { paths, likely } = await disclosuresOf(t, files, entryOf(withheld(['Perrin Tovold'])));
  assert.deepEqual([paths, [...new Set(likely)]], [[], ['2032/01/08/ice/index.html']]);
});

test('a word that stands in small letters once is no word of the language', async (t) => {
  const files = {
    '2032/02/02/one/index.html': '<p>then tovold left</p>',
    'index.html': '<p>Tovold left.</p>',
  };
  assert.deepEqual((await disclosuresOf(t, files, entryOf(withheld(['Tovold'])))).paths, [
    'index.html',
  ]);
});

const except = (words: string, ...at: string[]) => [
  { words, at, reason: 'Somebody else.', by: 'O. Ferro', date: '2032-01-16' },
];

test('an exception of more words counts wherever they stand, and for no others', async (t) => {
  const entry = entryOf(withheld(['Perrin Tovold'], except('the minister Perrin Tovold')));
  const files = {
    '2032/02/02/fair/index.html': '<p>It was the minister, <b>Perrin</b> Tovold.</p>',
    'a.html': '<a href="/the-minister-perrin-tovold/">more</a>',
    'b.html': '<p>The boy Perrin Tovold and the minister.</p>',
  };
  assert.deepEqual([...new Set((await disclosuresOf(t, files, entry)).paths)], ['b.html']);
});

test('an exception of the name alone counts on its page and in lists', async (t) => {
  const entry = entryOf(withheld(['Perrin Tovold'], except('Perrin Tovold', '/2032/02/02/fair/')));
  const files = {
    '2032/02/02/fair/index.html': '<p>Perrin Tovold sang.</p>',
    '2032/02/03/fire/index.html': '<p>Perrin Tovold left.</p>',
    'feeds/articles.json': '{"text":"Perrin Tovold sang."}',
  };
  const { paths } = await disclosuresOf(t, files, entry);
  assert.deepEqual([...new Set(paths)], ['2032/02/03/fire/index.html']);
});
