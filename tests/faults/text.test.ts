import {
  ARTICLE,
  BODY,
  type Fault,
  FRONTMATTER,
  mdx,
  PERSON,
  PLACE,
  spoilt,
  testFaults,
} from '../support/broken.ts';

/** The sound article with more text after the last paragraph, on line 27. */
const body = (text: string) => ({ [ARTICLE]: mdx(FRONTMATTER, `${BODY}\n${text}\n`) });
const bytes = (...more: number[]) => ({
  [ARTICLE]: Buffer.concat([Buffer.from(`${mdx(FRONTMATTER)}\nCaf`), Buffer.from(more)]),
});
const latin1 = Buffer.from(
  'name: Ada Varga\ndescription: Café, café owner.\naliases: []\n',
  'latin1',
);
const RLO = '\u202E';

/** A record of an article without its text. */
const RECORD = 'title: Storm at Port Ansel\ndate: 2031-04-02\ntext: none\n';
const record = (fields = '', text = '', head = RECORD) => ({
  [ARTICLE]: mdx(head + fields, text),
});
const figures = FRONTMATTER.slice(FRONTMATTER.indexOf('figures:'));

// biome-ignore format: a table, a fault a row
const FAULTS: Fault[] = [
  ['a record with a text', record('', 'It was calm.\n'), '7:1', 'It was calm.', 'article/text', 'write text: verbatim'],
  ['a record with a rule for a text', record('', '---\n'), '7:1', '---', 'has nothing below its frontmatter', 'Take the text out'],
  ['a record without a headline', record('', '', RECORD.replace(/title.*\n/, '')), '3:7', 'none', 'article/no-title', 'Write its title'],
  ['a record with a figure', record(figures), '6:5', figures.slice(figures.indexOf('id')).trim(), 'figure/no-text', 'Take the figures out'],
  ['a record that mentions whom its headline does not', record('people: [ada-varga]\n'), '5:10', 'ada-varga', 'occurs in the title or the summary', 'list the id under about'],
  ['an article of another kind without a text', { [ARTICLE]: mdx(RECORD.replace('none', 'account'), '') }, '6:1', '', 'article/no-text', 'write text: none'],
  ['another kind of text', spoilt('text: verbatim', 'text: record'), '4:7', 'record', 'one of verbatim, account, none', 'Write one of these words'],
  ['a null byte', body('A null\0 byte.'), '27:7', '\0', 'no control characters', 'Take the character out'],
  ['half a surrogate pair, as bytes', bytes(0xed, 0xa0, 0x80), '27:4', 'bytes that are no UTF-8', 'is UTF-8', 'encoding UTF-8'],
  ['Latin-1', bytes(0xe9), '27:4', 'bytes that are no UTF-8', 'is UTF-8', 'encoding UTF-8'],
  ['Latin-1 in a record, twice on a line', { [PERSON]: latin1 }, `${PERSON}:2:17`, 'bytes that are no UTF-8', 'is UTF-8', 'encoding UTF-8'],
  ['a direction control in the text', body(`A ${RLO}hidden turn.`), '27:3', RLO, 'bidirectional control', 'Take the character out'],
  ['a direction control in a title', spoilt('Storm at', `Storm${RLO} at`), '2:13', RLO, 'bidirectional control', 'Take the character out'],
  ['a direction control as an escape', spoilt('title: Storm at Port Ansel', 'title: "Storm \\u202E"'), '2:8', '"Storm \\u202E"', 'bidirectional control', 'Take the character out'],
  ['a byte order mark', { [ARTICLE]: `\uFEFF${mdx(FRONTMATTER)}` }, '1:1', '\uFEFF', 'byte order mark', 'without BOM'],
  ['line ends of Windows', { [ARTICLE]: mdx(FRONTMATTER).replaceAll('\n', '\r\n') }, '1:4', '\r', 'line feed alone', 'Unix line ends'],
  ['line ends of Windows in a record', { [PLACE]: 'name: Port Ansel\r\n' }, `${PLACE}:1:17`, '\r', 'line feed alone', 'Unix line ends'],
  ['quotations that lie in each other without end', body(`${'> '.repeat(3000)}said she`), '27:1', `${'> '.repeat(3000)}said she`, 'at most 50 deep', 'Take the outer signs away'],
  ['a list in a list in a list, without end', body(Array.from({ length: 3000 }, (_, at) => `${' '.repeat(at)}- x`).join('\n')), '77:1', '- x', 'at most 50 deep', 'Take the outer signs away'],
  ['emphasis that lies in itself without end', body(`${'*a '.repeat(300)}${' a*'.repeat(300)}`), '22:1', '', 'at most 50 deep', 'write \\'],
  ['a tag without its end', body('Some <b>bold text.'), '27:6', '<b>', 'A tag of a body is closed', 'Close the tag'],
  ['a tag without its end, before other paragraphs', body('<div>\n\nA sound paragraph.'), '27:1', '<div>', 'A tag of a body is closed', 'Close the tag'],
  ['a brace without its end', body('A brace { alone.'), '27:9', '{ alone.', 'A brace of a body is closed', 'write \\{'],
  ['a brace without its end, before other paragraphs', body('{ alone\n\nA sound paragraph.'), '27:1', '{ alone', 'A brace of a body is closed', 'write \\{'],
  ['a sign for less in prose', body('A wind of <5 knots.'), '27:11', '<5 knots.', '< opens a tag', '\\<'],
  ['an import', body("import fs from 'node:fs'"), '27:1', "import fs from 'node:fs'", 'imports nothing', '&#x69;'],
  ['an export', body('export const storm = 1'), '27:1', 'export const storm = 1', 'exports nothing', '&#x65;'],
  ['prose that begins like code', body('export of fish has ended.'), '27:1', 'export of fish has ended.', 'imports nothing', '&#x65;'],
  ['a control character as a constant', body("A {'\\u0007'}bell."), '27:3', '\u0007', 'no control characters', 'Take the character out'],
  ['a comment of HTML', body('<!-- to come -->'), '27:1', '<!-- to come -->', '< opens a tag', 'a comment as {/* … */}'],
  ['an address in angle brackets', body('Write <ada@holms.example> now.'), '27:7', '<ada@holms.example>', '< opens a tag', 'an address as [words]'],
  ['an expression that is none', body('A {2 +} brace.'), '27:3', '{2 +}', '{ opens a literal', '\\{'],
  ['an expression that has no value', body('All {population} left.'), '27:5', '{population}', '{ opens a literal', '\\{'],
  ['a component that is none of the set', body('<Map />'), '27:1', '<Map>', 'A component of a body is one of', 'add Map.astro'],
  ['a link of JSX that is a script', body('<a href="javascript:alert">more</a>'), '27:4', 'javascript:alert', 'A link starts with https://', 'whole address'],
  ['a link of JSX to a page that is not there', body('<a href="/2031/04/02/strom/">more</a>'), '27:4', '/2031/04/02/strom/', 'leads to a page that it has', '“/2031/04/02/storm/”'],
  ['a picture', body('![A map](map.png)'), '27:1', 'map.png', 'is among the media of its article', 'file: map.png'],
  ['a link to a draft', { ...body('Read [more](/2031/04/02/calm/).'), 'articles/2031/04/02/calm.mdx': mdx('date: 2031-04-02\ntext: account\ndraft: true\n', 'Calm.\n') }, `${ARTICLE}:27:6`, '/2031/04/02/calm/', 'that of a draft it has not yet', 'Publish the draft'],
  ['a link that is a script', body('Read [more](javascript:alert).'), '27:6', 'javascript:alert', 'A link starts with https://', 'whole address'],
  ['a link to a page that is not there', body('Read [more](/2031/04/02/strom/).'), '27:6', '/2031/04/02/strom/', 'leads to a page that it has', 'Did you mean “/2031/04/02/storm/”?'],
  ['a link to a record that is at fault itself', { ...body('Read [more](/people/ada-varga/).'), [PERSON]: 'nmae: Ada Varga\n' }, `${PERSON}:1:1`, 'nmae', 'Only known fields', 'Did you mean “name”?'],
  ['a link without its last slash', body('Read [more](/places/port-ansel).'), '27:6', '/places/port-ansel', 'leads to a page that it has', 'ends in a slash'],
  ['a link to a paragraph that is not there', body('Read [more](/2031/04/02/storm/#p-aaaaaaaa).'), '27:6', '/2031/04/02/storm/#p-aaaaaaaa', 'paragraph, figure or medium', 'Copy the link'],
  ['a link with a fragment that is badly escaped', body('Read [more](#%E0%A4).'), '27:6', '#%E0%A4', 'paragraph, figure or medium', 'Copy the link'],
  ['a relative link', body('Read [more](../storm/).'), '27:6', '../storm/', 'A link starts with https://', '/2023/10/16/some-slug/'],
];

testFaults(FAULTS);
