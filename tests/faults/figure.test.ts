import {
  ARTICLE,
  BODY,
  type Fault,
  FRONTMATTER,
  mdx,
  spoilt,
  testFaults,
} from '../support/broken.ts';

/** An article of one figure, of these fields besides its id, measure, place and group. */
const figure = (
  fields: string,
  of: { text?: string; group?: string; more?: string; lang?: string } = {},
) => {
  const { text = BODY, group = 'label: sailors', more = '', lang = 'en' } = of;
  return {
    [ARTICLE]: mdx(
      `date: 2031-04-02\ntext: verbatim\nlang: ${lang}\nfigures:\n  - id: missing\n    measure: missing\n    place: port-ansel\n    group: { ${group} }\n${fields}${more}`,
      text,
    ),
  };
};
const COUNT = '    countType: incident\n    asOf: 2031-04-02\n    countedBy: harbour-board\n';
const TWELVE = '    asStated: twelve sailors were missing\n';
const bounds = (bounds: string, words = TWELVE) => figure(`${bounds}${words}${COUNT}`);
const said = (words: string, bounds: string, more = {}) =>
  figure(`${bounds}    asStated: ${words}\n${COUNT}`, {
    text: `It is said that ${words} there.\n`,
    ...more,
  });
const counted = (count: string) => figure(`    qualifier: exact\n    best: 12\n${TWELVE}${count}`);
const EXACT = '    qualifier: exact\n    best: 12\n';
const status = (status: string, text: string, words = 'twelve sailors', group = 'sailors') =>
  figure(`${EXACT}    asStated: ${words}\n${COUNT}`, {
    text,
    group: `label: ${group}, status: ${status}`,
  });

const EARLIER = 'articles/2031/04/01/squall.mdx';
const other = (fields = '', best = 12, asOf = '2031-04-01') =>
  mdx(
    `date: 2031-04-01\ntext: verbatim\nfigures:\n  - id: missing\n    measure: missing\n    best: ${best}\n    qualifier: exact\n    asStated: ${best} sailors\n    group: { label: sailors }\n    place: port-ansel\n    countType: incident\n    asOf: ${asOf}\n    countedBy: harbour-board\n${fields}`,
    `${best} sailors left, it was said.\n`,
  );
const REVISES = '    supersedes: 2031/04/01/squall#f-missing\n';
const revising = (fields: string, earlier = other()) => ({
  [EARLIER]: earlier,
  [ARTICLE]: mdx(FRONTMATTER + fields),
});
const revisingWith = (words: string, others: string) => {
  const article = spoilt(words, others)[ARTICLE];
  return { [EARLIER]: other(), [ARTICLE]: String(article).replace('---\n\n', `${REVISES}---\n\n`) };
};
const part = (fields: string, rest = '') =>
  `  - id: crew\n    measure: missing\n    ${fields}\n    group: { label: crew }\n    place: port-ansel\n    countType: incident\n    asOf: 2031-04-02\n    countedBy: harbour-board\n${rest}`;
const parted = (fields: string, rest = '    partOf: missing-sailors\n') => ({
  [ARTICLE]: mdx(
    FRONTMATTER + part(fields, rest),
    `${BODY}\nFourteen of the crew, more than 20 of the crew, or five of the crew, it was said.\n`,
  ),
});

// biome-ignore format: a table, a fault a row
const FAULTS: Fault[] = [
  ['Bounds: a part of a person', bounds('    qualifier: exact\n    best: 1.5\n'), '11:11', '1.5', '[figure/bounds] A bound of a figure is a whole number', 'digits only'],
  ['Bounds: fewer than nobody', bounds('    qualifier: exact\n    best: -12\n'), '11:11', '-12', '[figure/bounds] A bound of a figure is a whole number', 'digits only'],
  ['Bounds: a number in words', bounds('    qualifier: exact\n    best: twelve\n'), '11:11', 'twelve', '[figure/bounds] A bound of a figure is a whole number', 'digits only'],
  ['Bounds: none at all', bounds('    qualifier: exact\n'), '10:16', 'exact', '[figure/bounds] A figure has at least one of low, best and high', 'qualifier: vague'],
  ['Bounds: falling ends', bounds('    qualifier: range\n    low: 20\n    high: 12\n'), '11:10', '20', '[figure/bounds] The bounds of a figure rise', 'in order'],
  ['Bounds: a best below the low', bounds('    qualifier: range\n    low: 12\n    best: 10\n    high: 20\n'), '12:11', '10', '[figure/bounds] The bounds of a figure rise', 'in order'],
  ['Qualifier: at least, with a best', bounds('    qualifier: atLeast\n    best: 12\n'), '10:16', 'atLeast', '[figure/qualifier] “At least” sets a low', 'Write low: …'],
  ['Qualifier: at least, with a high besides', bounds('    qualifier: atLeast\n    low: 12\n    high: 20\n'), '12:11', '20', '[figure/qualifier] “At least” sets a low', 'Take high out'],
  ['Qualifier: more than, with a best besides', bounds('    qualifier: moreThan\n    low: 12\n    best: 13\n'), '12:11', '13', '[figure/qualifier] “More than” sets a low', 'Take best out'],
  ['Qualifier: nearly, with a low', bounds('    qualifier: nearly\n    low: 12\n'), '10:16', 'nearly', '[figure/qualifier] “Nearly” sets a high', 'Write high: …'],
  ['Qualifier: up to, with a best', bounds('    qualifier: upTo\n    best: 12\n'), '10:16', 'upTo', '[figure/qualifier] “Up to” sets a high', 'Write high: …'],
  ['Qualifier: about, with ends', bounds('    qualifier: about\n    best: 12\n    low: 10\n'), '12:10', '10', '[figure/qualifier] “About” sets a best', 'Take low out'],
  ['Qualifier: exact, with ends that differ', bounds('    qualifier: exact\n    low: 10\n    best: 12\n'), '12:11', '12', '[figure/qualifier] An exact number', 'the same number'],
  ['Qualifier: exact, without a best', bounds('    qualifier: exact\n    low: 12\n'), '10:16', 'exact', '[figure/qualifier] An exact number', 'Write best: …'],
  ['Qualifier: a range of one end', bounds('    qualifier: range\n    low: 12\n'), '10:16', 'range', '[figure/qualifier] A range has a low and a high', 'Write high: …'],
  ['Qualifier: a range of no width', bounds('    qualifier: range\n    low: 12\n    high: 12\n'), '12:11', '12', '[figure/qualifier] A range has a low and a high', 'qualifier: exact'],
  ['Qualifier: dozens, with a best', said('dozens of sailors', '    qualifier: vague\n    best: 24\n'), '11:11', '24', '[figure/qualifier] “Dozens” and the like name no best', 'Take best out'],
  ['Qualifier: “at least” called exact', said('at least 12 sailors', EXACT), '10:16', 'exact', '[figure/qualifier] The qualifier is that of the words; “at least 12 sailors” is atLeast', 'Write qualifier: atLeast'],
  ['Qualifier: “more than” called at least', said('more than 12 sailors', '    qualifier: atLeast\n    low: 12\n'), '10:16', 'atLeast', 'is moreThan', 'Write qualifier: moreThan'],
  ['Qualifier: “some” called exact', said('some 12 sailors', EXACT), '10:16', 'exact', 'is about', 'Write qualifier: about'],
  ['Qualifier: “nearly” called more than', said('nearly 12 sailors', '    qualifier: moreThan\n    low: 12\n'), '10:16', 'moreThan', 'is nearly', 'Write qualifier: nearly'],
  ['Words: of a figure whose id every object has', { [ARTICLE]: String(spoilt('twelve sailors were missing\n    group', 'twelve men were missing\n    group')[ARTICLE]).replace('id: missing-sailors', 'id: constructor') }, '14:15', 'twelve men were missing', 'stand in one paragraph of the text, to the letter', 'Copy them'],
  ['Words: that the text does not have', spoilt('twelve sailors were missing\n    group', 'twelve men were missing\n    group'), '14:15', 'twelve men were missing', 'stand in one paragraph of the text, to the letter', 'Copy them'],
  ['Words: another number', spoilt('best: 12', 'best: 13'), '12:11', '13', '[figure/words] The words of a figure hold its number; “twelve sailors were missing” does not hold 13', 'correct the number'],
  ['Words: one more than was said', said('more than 2,700 sailors', '    qualifier: moreThan\n    low: 2701\n'), '11:10', '2701', '[figure/words] ', 'correct the number'],
  ['Words: no number', said('sailors were missing', EXACT), '11:11', '12', '[figure/words] The words of a figure hold its number', 'with the number in them'],
  ['Words: one end of two', said('10 sailors or more', '    qualifier: range\n    low: 10\n    high: 20\n'), '12:11', '20', '[figure/words] ', 'correct the number'],
  ['Words: another number in Arabic digits', said('٢٬٧٠٠ بحار', '    qualifier: exact\n    best: 2701\n', { lang: 'ar' }), '11:11', '2701', '[figure/words] ', 'correct the number'],
  ['Words: another number with points', said('2.700 Seeleute', '    qualifier: exact\n    best: 27\n', { lang: 'de' }), '11:11', '27', '[figure/words] ', 'correct the number'],
  ['Words: vague without a vague word', said('sailors were missing', '    qualifier: vague\n'), '11:15', 'sailors were missing', '[figure/words] The words of a figure hold its number, or say it vaguely', 'Quote the words with the vague number'],
  ['Dates: a period that ends before it starts', counted('    countType: period\n    period: { start: 2031-04-02, end: 2031-04-01 }\n    asOf: 2031-04-02\n    countedBy: unknown\n'), '14:13', '{ start: 2031-04-02, end: 2031-04-01 }', '[figure/dates] A period does not end before it starts', 'in order'],
  ['Dates: a count before its period is over', counted('    countType: period\n    period: { start: 2031-03-01, end: 2031-04-02 }\n    asOf: 2031-04-01\n    countedBy: unknown\n'), '15:11', '2031-04-01', '[figure/dates] A count stands at the end of its period or later', 'the day on which the count stood'],
  ['Dates: a total since nobody knows when', counted('    countType: cumulative\n    asOf: 2031-04-02\n    countedBy: unknown\n'), '13:16', 'cumulative', '[figure/dates] A total so far says since when', 'Add period'],
  ['Dates: a period without its days', counted('    countType: period\n    asOf: 2031-04-02\n    countedBy: unknown\n'), '13:16', 'period', '[figure/dates] A count of a period says since when', 'Add period'],
  ['Dates: a count after the report', counted('    countType: incident\n    asOf: 2031-04-03\n    countedBy: unknown\n'), '14:11', '2031-04-03', '[figure/dates] A count does not stand on a day after the report', '2031-04-02 or before'],
  ['Dates: no day at all', counted('    countType: incident\n    countedBy: unknown\n'), '6:5', '', '“asOf” is required', 'asOf'],
  ['Counter: nobody', counted('    countType: incident\n    asOf: 2031-04-02\n'), '6:5', '', '“countedBy” is required', 'countedBy'],
  ['Counter: one without a record', counted('    countType: incident\n    asOf: 2031-04-02\n    countedBy: harbor-board\n'), '15:16', 'harbor-board', 'id of a record in organisations/, or unknown', 'Did you mean “harbour-board”'],
  ['Counter: a place', counted('    countType: incident\n    asOf: 2031-04-02\n    countedBy: port-ansel\n'), '15:16', 'port-ansel', 'id of a record in organisations/', 'is in places/'],
  ['Counter: who passed it on counted too', counted('    countType: incident\n    asOf: 2031-04-02\n    countedBy: harbour-board\n    reportedBy: harbour-board\n'), '16:17', 'harbour-board', '[figure/counter] Who passed a count on is another', 'Take reportedBy out'],
  ['Status: civilians of whom the source does not speak', status('civilian', BODY), '9:38', 'civilian', '[figure/status] Nobody is called a civilian whom the source does not call so', 'status: unknown'],
  ['Status: civilians of whom another paragraph speaks', status('civilian', `${BODY}\nAid for civilians came.\n`), '9:38', 'civilian', '[figure/status] Nobody is called a civilian', 'status: unknown'],
  ['Status: civilians and soldiers', status('civilian', 'There were twelve civilians and soldiers missing.\n', 'twelve civilians and soldiers', 'civilians and soldiers'), '9:53', 'civilian', '[figure/status] A count of civilians and others', 'status: mixed'],
  ['Status: none of the list', status('militia', BODY), '9:38', 'militia', 'is one of civilian', 'Write one of these words'],
  ['Series: a figure that nobody states', revising('    supersedes: 2031/04/01/squall#f-mising\n'), '21:17', '2031/04/01/squall#f-mising', '[figure/series] A figure supersedes one that an article of the archive states', 'Did you mean “2031/04/01/squall#f-missing”'],
  ['Series: itself', revising('    supersedes: 2031/04/02/storm#f-missing-sailors\n'), '21:17', '2031/04/02/storm#f-missing-sailors', '[figure/series] A figure supersedes one', 'Correct the reference'],
  ['Series: of another measure', revisingWith('measure: missing', 'measure: injured'), '21:17', '2031/04/01/squall#f-missing', '[figure/series] A figure supersedes one of its own series', 'Here measure differs'],
  ['Series: of another group', revisingWith('label: sailors', 'label: crew'), '21:17', '2031/04/01/squall#f-missing', '[figure/series] A figure supersedes one of its own series', 'Here group.label differs'],
  ['Series: of another counter', revisingWith('countedBy: harbour-board', 'countedBy: unknown'), '21:17', '2031/04/01/squall#f-missing', '[figure/series] A figure supersedes one of its own series', 'Here countedBy differs'],
  ['Series: on another basis', revising(`    basis: bodies\n${REVISES}`), '22:17', '2031/04/01/squall#f-missing', '[figure/series] A figure supersedes one of its own series', 'Here basis differs'],
  ['Series: of another place', revisingWith('place: port-ansel', 'place: unknown'), '21:17', '2031/04/01/squall#f-missing', '[figure/series] A figure supersedes one of its own series', 'Here place differs'],
  ['Series: a later one', { [ARTICLE]: mdx(FRONTMATTER.replace('asOf: 2031-04-02', 'asOf: 2031-03-31') + REVISES), [EARLIER]: other() }, '21:17', '2031/04/01/squall#f-missing', '[figure/series] A figure supersedes an earlier one', 'let that one supersede this'],
  ['Series: fewer than before, and nobody says why', revising(REVISES, other('', 14)), '21:17', '2031/04/01/squall#f-missing', '[figure/series] A number that has become smaller says why', 'Add revisionNote'],
  ['Parts: of nothing', parted('best: 14\n    qualifier: exact\n    asStated: Fourteen of the crew', '    partOf: missing-sailers\n'), '31:13', 'missing-sailers', '[figure/parts] A figure is part of another figure of its article', 'Did you mean “missing-sailors”'],
  ['Parts: of itself', parted('best: 5\n    qualifier: exact\n    asStated: five of the crew', '    partOf: crew\n'), '31:13', 'crew', '[figure/parts] A figure is part of another figure', 'Write the id'],
  ['Parts: of another measure', { [ARTICLE]: String(parted('best: 5\n    qualifier: exact\n    asStated: five of the crew')[ARTICLE]).replace('id: crew\n    measure: missing', 'id: crew\n    measure: injured') }, '31:13', 'missing-sailors', '[figure/parts] A part counts what its whole counts', 'missing-sailors counts missing'],
  ['Parts: more than the whole', parted('best: 14\n    qualifier: exact\n    asStated: Fourteen of the crew'), '31:13', 'missing-sailors', '[figure/parts] A part is not above its whole', 'This one is 14 or more, missing-sailors is 12 or fewer'],
  ['Parts: a low end above the whole', parted('low: 20\n    qualifier: moreThan\n    asStated: more than 20 of the crew'), '31:13', 'missing-sailors', '[figure/parts] A part is not above its whole', 'This one is 20 or more'],
  ['Parts: in a ring', { [ARTICLE]: String(parted('best: 5\n    qualifier: exact\n    asStated: five of the crew')[ARTICLE]).replace('countedBy: harbour-board\n', 'countedBy: harbour-board\n    partOf: crew\n') }, '32:13', 'missing-sailors', '[figure/parts] No figure is a part of its own part', 'Take partOf out'],
];

testFaults(FAULTS);
