import {
  ARTICLE,
  added,
  BODY,
  type Fault,
  type Files,
  FRONTMATTER,
  mdx,
  testFaults,
} from '../support/broken.ts';
import { png } from '../support/picture.ts';

const entry = (name: string, as = 'a witness', reason = 'She asked for it.') =>
  `{name: ${name}, as: ${as}, reason: ${reason}, date: 2032-01-15}`;
const excepting = (words: string, at?: string) =>
  `{name: Bo Lind, as: a man, reason: Asked for., date: 2032-01-15, except: [{words: ${words},${at ? ` at: [${at}],` : ''} reason: A singer., by: O. Ferro, date: 2032-01-16}]}`;
/** The sound article withholding words; they stand from line 21, the first name in column 19. */
const withheld = (...entries: string[]) => added(`withheld: [${entries.join(', ')}]\n`);
/** The sound article with other fields, of which the records and the figure may be left out. */
const bare = (fields: string, body = BODY) => ({
  [ARTICLE]: mdx(`date: 2031-04-02\ntext: verbatim\n${fields}`, body),
});
const ADA = `withheld: [${entry('Ada Varga')}]\n`;
const renamed = {
  [ARTICLE]: null,
  'articles/2031/04/02/ada-varga-speaks.mdx': mdx(`date: 2031-04-02\ntext: account\n${ADA}`),
};
const slug = 'articles/2031/04/02/ada-varga-speaks.mdx:1:1';

/** The file’s own name is not published. */
const pictured = (field: string): Files => ({
  ...bare(
    `media:\n  - { file: ada-varga.png, kind: photograph, creditLine: O. Ferro, altText: A boat, ${field} }\n${ADA}`,
  ),
  'articles/2031/04/02/ada-varga.png': png(),
});

// biome-ignore format: a table, a fault a row
const FAULTS: Fault[] = [
  ['a name without a letter', withheld(entry('"…"')), '21:19', '"…"', 'have a letter', 'as the text has it'],
  ['an exception that the name does not stand in', withheld(excepting('Bo Lund sang')), '21:94', 'Bo Lund sang', 'that the withheld name stands in', 'with those beside them'],
  ['an exception of the name alone', withheld(excepting('Bo Lind')), '21:94', '[a man]', 'tells nothing apart', 'at: [/people/some-id/]'],
  ['an exception of a page that is no path', withheld(excepting('Bo Lind sang', 'people/bo-lind')), '21:113', '[a man]', 'starts and ends with a slash', '/people/some-id/'],
  ['an exception of the name alone on its own page', withheld(excepting('Bo Lind', '/2031/04/02/storm/')), '21:107', '[/2031/04/02/storm/]', 'on its own page', 'with the words beside it'],
  ['an exception that nobody signs', withheld('{name: Bo Lind, as: a man, reason: Asked for., date: 2032-01-15, except: [{words: Bo Lind sang, reason: A singer., date: 2032-01-16}]}'), '21:86', '', '“by” is required', 'Add a line “by: …”'],
  ['a blank name', withheld(entry('""')), '21:19', '""', 'not blank', 'Write the text.'],
  ['no reason', added('withheld: [{name: Bo Lind, as: a witness, date: 2032-01-15}]\n'), '21:12', '', '“reason” is required', 'Add a line “reason: …”'],
  ['no date', added('withheld: [{name: Bo Lind, as: a witness, reason: Asked for.}]\n'), '21:12', '', '“date” is required', 'Add a line “date: …”'],
  ['a name withheld twice', withheld(entry('Bo Lind'), entry('Bo Lind', 'a man')), '21:96', '[a witness]', 'withheld once', 'Take the second one out'],
  ['a name in its own place', withheld(entry('Bo Lind', 'the son of Bo Lind')), '21:32', 'the son of [withheld]', 'does not hold them', 'a minor, a witness'],
  ['a name in the place of another', withheld(entry('Bo Lind', 'a man'), entry('Cy Roe', 'the son of bo lind')), '21:104', '[a man]', 'does not hold them', 'a minor, a witness'],
  ['a name in the reason', withheld(entry('Bo Lind', 'a man', 'The Bo-Lind case is heard.')), '21:47', 'The [a man] case is heard.', 'does not hold them', 'a minor, a witness'],
  ['brackets of the archive’s own', withheld(entry('Bo Lind', '"[a man]"')), '21:32', '"[a man]"', 'put in square brackets by the archive', 'without brackets'],
  ['an unknown field', added('withheld: [{name: Bo Lind, for: a man, as: a man, reason: Asked for., date: 2032-01-15}]\n'), '21:28', 'for', 'Only known fields', 'name, as, reason, date'],
  ['a person who is named by withheld words only', withheld(entry('Ada Varga')), '5:10', '[a witness]', 'does not refer to a record that goes by words', 'Take the id out of people'],
  ['a headline that has withheld words as they are filed', bare(`title: "Varga, Ada, is heard"\n${ADA}`), '4:8', '[a witness]', 'in whatever form', 'withhold them in this form too'],
  ['a byline of an initial', bare(`source: {author: A. Varga}\n${ADA}`), '4:18', '[a witness]', 'in whatever form', 'withhold them in this form too'],
  ['a slug that has withheld words the other way round', { [ARTICLE]: null, 'articles/2031/04/02/varga-ada-speaks.mdx': mdx(`date: 2031-04-02\ntext: account\n${ADA}`) }, 'articles/2031/04/02/varga-ada-speaks.mdx:1:1', '[a witness]', 'address of an article does not hold', 'Rename the file'],
  ['a subject that goes by withheld words', { ...bare(`about: [the-captain]\n${ADA}`), 'people/the-captain.yaml': 'name: The Captain\naliases: [Captain Ada Varga]\n' }, '4:9', 'the-captain', 'does not refer to a record that goes by words', 'Take the id out of about'],
  ['a dateline that goes by withheld words', bare(`dateline: port-ansel\nwithheld: [${entry('Port Ansel', 'a village')}]\n`), '4:11', '[a village]', 'does not refer to a record that goes by words', 'Take the id out of dateline'],
  ['a dead link of another article that holds withheld words', { ...withheld(entry('Bo Lind', 'a man')), 'articles/2031/04/02/other.mdx': mdx('date: 2031-04-02\ntext: account\n', 'See [him](/people/bo-lind/).\n') }, 'articles/2031/04/02/other.mdx:6:5', '[a man]', 'link', ''],
  ['a slug that holds withheld words', renamed, slug, '[a witness]', 'address of an article does not hold', 'Rename the file. The old path may stand under formerly'],
  ['an address of the source that holds withheld words', bare(`source: {url: https://gazette.example/ada-varga-speaks}\n${ADA}`), '4:15', '[a witness]', 'in whatever form', 'Take them out'],
  ['a headline that has withheld words in small letters', bare(`title: The ada varga case\n${ADA}`), '4:8', '[a witness]', 'in whatever form', 'withhold them in this form too'],
  ['a figure named by withheld words', { [ARTICLE]: mdx(FRONTMATTER.replace('people: [ada-varga]\n', '').replace('missing-sailors', 'ada-varga-missing') + ADA) }, '9:9', '[a witness]', 'in whatever form', 'Take them out'],
  ['a caption that has withheld words in another form', pictured('caption: The ada varga case.'), '5:94', '[a witness]', 'in whatever form', 'withhold them in this form too'],
  ['a person shown who goes by withheld words', pictured('personsShown: [ada-varga]'), '5:100', '[a witness]', 'does not refer to a record that goes by words', 'Take the id out of personsShown'],
  ['a reason of withdrawal that holds withheld words', bare(`withdrawn: {date: 2032-02-01, reason: Ada Varga asked for it.}\n${ADA}`), '4:39', '[a witness] asked for it.', 'in whatever form', 'Take them out'],
  ['a link of the text that holds withheld words', bare(ADA, 'See [her page](https://holms.example/ada%20varga/).\n'), '7:5', 'https://holms.example/ada%20varga/', 'the address of a link is published too', 'Take the link out'],
  ['a figure whose words hold a part of withheld words', { [ARTICLE]: mdx(`${FRONTMATTER.replace('twelve sailors were', 'sailors were')}withheld: [${entry('twelve sailors', 'the crew')}]\n`) }, '14:15', 'sailors were missing', 'to the letter', 'Copy them from the text'],
];

testFaults(FAULTS);
