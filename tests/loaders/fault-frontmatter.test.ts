import {
  ARTICLE,
  added,
  type Fault,
  FRONTMATTER,
  mdx,
  spoilt,
  testFaults,
} from '../setup/broken.ts';

const deep = `about: ${'['.repeat(25)}${']'.repeat(25)}\n`;
const bomb = 'about: &a [x, x]\nformerly: [*a, *a]\n';
const long = 'x'.repeat(10_000);
const correction = '{date: 2031-04-03, note: Spelling, was: p-1, text: Strom}';

// biome-ignore format: a table, a fault a row
const FAULTS: Fault[] = [
  ['a date in words', spoilt('date: 2031-04-02', 'date: 2 April 2031'), '3:7', '2 April 2031', 'YYYY-MM-DD', 'for instance 2023-10-16'],
  ['30 February', spoilt('date: 2031-04-02', 'date: 2031-02-30'), '3:7', '2031-02-30', 'a day of the calendar', 'Write the day'],
  ['a blank date', spoilt('date: 2031-04-02', 'date:'), '3:1', 'date', '“date” is not blank', 'Write text'],
  ['a date of another folder', spoilt('date: 2031-04-02', 'date: 2031-04-03'), '3:7', '2031-04-03', 'that of the folders', 'Write date: 2031-04-02, or move storm.mdx to articles/2031/04/03/'],
  ['a tab', spoilt('    measure', '\tmeasure'), '11:1', 'measure: missing', 'not indented with tabs', 'Indent with spaces'],
  ['an alias bomb', added(bomb), '22:12', 'formerly: [*a, *a]', 'aliases are not read', 'Write the value out'],
  ['25 levels', added(deep), '21:27', '', '20 levels', 'flatter'],
  ['more than 64 KB', added(`summary: ${'x'.repeat(70_000)}\n`), '2:1', '', 'at most 65536 characters', 'into the body'],
  ['a field twice', added('text: account\n'), '21:1', 'text: account', 'stands once', 'Keep one of the two'],
  ['an unknown field', spoilt('title:', 'tilte:'), '2:1', 'tilte', 'Only known fields', 'Did you mean “title”?'],
  ['an unknown field of a figure', spoilt('qualifier:', 'qualifer:'), '13:5', 'qualifer', 'Only known fields', 'Did you mean “qualifier”?'],
  ['no date', spoilt('date: 2031-04-02\ntext', 'text'), '2:1', '', '“date” is required', 'Add a line “date: …”'],
  ['no text', spoilt('text: verbatim\n', ''), '2:1', '', '“text” is required', 'verbatim, account'],
  ['no measure', spoilt('    measure: missing\n', ''), '10:5', '', '“measure” is required', 'killed, injured'],
  ['people as text', spoilt('[ada-varga]', 'ada-varga'), '5:9', 'ada-varga', '“people” is a list', 'Write a list'],
  ['a title that is a number', spoilt('title: Storm at Port Ansel', 'title: 1984'), '2:8', '1984', '“title” is text', 'quotation marks'],
  ['a misspelt measure', spoilt('measure: missing', 'measure: killd'), '11:14', 'killd', '“measure” is one of killed', 'Did you mean “killed”?'],
  ['low over high', spoilt('best: 12', 'low: 14\n    high: 12'), '12:10', '14', 'low ≤ best ≤ high', 'in order'],
  ['best over high', spoilt('best: 12', 'best: 14\n    high: 12'), '12:11', '14', 'low ≤ best ≤ high', 'in order'],
  ['a negative bound', spoilt('best: 12', 'best: -12'), '12:11', '-12', 'whole number, zero or more', 'digits only'],
  ['a bound beyond all numbers', spoilt('best: 12', 'best: 1e400'), '12:11', '1e400', 'whole number', 'digits only'],
  ['half a person', spoilt('best: 12', 'best: 12.5'), '12:11', '12.5', 'whole number', 'digits only'],
  ['a bound as text', spoilt('best: 12', 'best: "2,700"'), '12:11', '"2,700"', 'whole number', 'for instance 2700'],
  ['no bounds', spoilt('    best: 12\n', ''), '12:16', 'exact', 'at least one of low, best and high', 'qualifier: vague'],
  ['a period reversed', added('    period: {start: 2031-04-02, end: 2031-04-01}\n'), '21:13', '{start: 2031-04-02, end: 2031-04-01}', 'ends after it starts', 'Put start and end in order'],
  ['a long title', spoilt('Storm at', long), '2:8', `${long} Port Ansel`, 'at most 300 characters', 'it has 10011 now'],
  ['a blank title', spoilt('Storm at Port Ansel', '" "'), '2:8', '" "', 'not blank', 'leave the field out'],
  ['a title on two lines', spoilt('title: Storm at Port Ansel', 'title: "Storm\\nat Port Ansel"'), '2:8', '"Storm\\nat Port Ansel"', 'one line', 'without line breaks'],
  ['half a surrogate pair', spoilt('title: Storm at Port Ansel', 'title: "Storm \\uD800"'), '2:8', '"Storm \\uD800"', 'surrogate pair', 'take it out'],
  ['a bad language', added('lang: en_GB\n'), '21:7', 'en_GB', 'BCP 47', 'pt-BR'],
  ['a bad paragraph of a correction', added(`corrections: [${correction}]\n`), '21:55', 'p-1', 'by its id', 'permalink'],
  ['withdrawn without a reason', added('withdrawn: {date: 2031-04-03}\n'), '21:12', '', '“reason” is required', 'Add a line “reason: …”'],
  ['an address without its start', added('source: {url: gazette.example}\n'), '21:15', 'gazette.example', 'https://', 'whole address'],
  ['a short checksum', added('source: {sha256: abc}\n'), '21:18', 'abc', '64 hexadecimal digits', 'sha256sum'],
  ['no frontmatter', { [ARTICLE]: 'The Harbour Board met.\n' }, '1:1', 'The Harbour Board met.', 'starts with frontmatter', 'Write ---'],
  ['frontmatter without an end', { [ARTICLE]: `---\n${FRONTMATTER}` }, '1:1', '---', 'three hyphens', 'after the last field'],
  ['an empty body', { [ARTICLE]: mdx(FRONTMATTER, '') }, '22:1', '', 'has a text', 'below the frontmatter'],
];

testFaults(FAULTS);
