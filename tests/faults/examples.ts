import { execFileSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { siteFaults } from '../../src/content/checks/settings.ts';
import { archiveFaults } from '../../src/content/files/article-files.ts';
import { filesBelow } from '../../src/content/files/files-below.ts';
import { SETTINGS } from '../../src/content/files/settings-file.ts';
import { readText } from '../../src/content/files/text-file.ts';
import { unlistedFault } from '../../src/content/ledger/check/ledger-fault.ts';
import { publishedHead } from '../../src/content/ledger/head.ts';
import { historyFaults, publishedFault } from '../../src/content/ledger/history/continuity.ts';
import { halfwayFaults } from '../../src/content/ledger/sample-fault.ts';
import { readCaptions } from '../../src/content/media/words/captions.ts';
import { paragraphId } from '../../src/domain/article/paragraph.ts';
import type { FaultCode } from '../../src/domain/fault-code.ts';
import { trueName } from '../../src/lock/lock-place.ts';
import { JOURNAL, siblingOf } from '../../src/placement/workplace.ts';
import { defaults } from '../../src/site.ts';
import {
  ARTICLE,
  added,
  BODY,
  type Files,
  FRONTMATTER,
  mdx,
  ORGANISATION,
  PERSON,
  PLACE,
} from '../support/broken.ts';
import { disclosuresOf, entryOf } from '../support/disclosures.ts';
import { articleWith, hidden, mediaDisclosuresOf } from '../support/media-disclosures.ts';
import { png } from '../support/picture.ts';
import { png as pngOfSize } from '../support/pictures.ts';
import { scratchFolder, write } from '../support/scratch.ts';
import {
  type Example,
  fields,
  files,
  inLedger,
  said,
  sealedArchive,
  since,
  text,
  words,
} from './example.ts';

const inArticle = (frontmatter: string, body = BODY): Files => ({
  [ARTICLE]: mdx(frontmatter, body),
});
const [FIRST = '', SECOND = ''] = BODY.trim().split('\n\n');
const NAMELESS = FRONTMATTER.replace('people: [ada-varga]\n', '');
const withholding = (name: string, fields = '', frontmatter = NAMELESS) =>
  inArticle(
    `${frontmatter}${fields}withheld:\n  - name: ${name}\n    as: a witness\n    reason: She asked for it.\n    date: 2032-01-15\n`,
  );
const entry = (more: string) =>
  `withheld:\n  - { as: a man, reason: He asked for it., date: 2032-01-15, ${more} }`;
const corrected = (more: string) =>
  `corrections:\n  - { date: 2031-04-03, note: It was wrong., ${more} }`;
const CAPTURE = 'articles/2031/04/02/storm.warc.gz';
const capture = readFileSync(
  'tests/fixtures/holms/articles/2031/04/02/ferry-grey-heron-overdue.warc.gz',
);
const sha256 = (content: string | Uint8Array) => hash('sha256', content);
const captured = (digest = sha256(capture)) => added(`source:\n  capture: ${digest}\n`);
const BOAT = 'articles/2031/04/02/boat.png';
const CREDITED = 'kind: photograph, creditLine: O. Ferro';
const boat = png();
const medium = (fields: string) => added(`media:\n  - { ${fields} }\n`);
/** An article with the picture of a boat, of which these fields are said. */
const pictured = (broken: string, mended: string): Example =>
  files({ ...medium(broken), [BOAT]: boat }, { ...medium(mended), [BOAT]: boat });
/** The same picture as another file. */
const instead = (broken: Buffer | string): Example =>
  files({ ...medium(SEEN), [BOAT]: broken }, { ...medium(SEEN), [BOAT]: boat });
const MAP = 'articles/2031/04/02/map.svg';
const MAPPED = medium('file: map.svg, kind: graphic, creditLine: O. Ferro, altText: The bay');
const svg = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60">${inside}</svg>`;
const VTT = 'articles/2031/04/02/storm.vtt';
const SEEN = `file: boat.png, ${CREDITED}, altText: A boat`;
const CALM = 'articles/2031/04/02/calm.mdx';
const calm = (fields = '') => mdx(`date: 2031-04-02\ntext: account\n${fields}`, 'It was calm.\n');
const setting = (broken: string, mended: string, settings: object): Example =>
  said({ 'src/site.ts': broken }, { 'src/site.ts': mended }, (_, isBroken) =>
    siteFaults(isBroken ? { ...defaults, ...settings } : defaults),
  );
const part = (measure: string) =>
  `  - id: crew\n    measure: ${measure}\n    best: 12\n    qualifier: exact\n    asStated: twelve sailors were missing\n    group: { label: crew }\n    place: port-ansel\n    countType: incident\n    asOf: 2031-04-02\n    countedBy: harbour-board\n    partOf: missing-sailors`;
const SHIP = 'articles/2031/04/01/ship.mdx';
const lost = mdx(
  FRONTMATTER.replace('04-02\ntext', '04-01\ntext').replace('asOf: 2031-04-02', 'asOf: 2031-04-01'),
);

/** Of each code an example: what is told of the one is this code alone, and of the other nothing. */
// biome-ignore format: a table, a code a row
export const EXAMPLES: Record<FaultCode, Example> = {
  'address/form': fields('source: { url: "https://gazette.example/a b" }', 'source: { url: "https://gazette.example/a%20b" }'),
  'address/host': fields('source: { url: "https://2130706433/storm" }', 'source: { url: "https://gazette.example/storm" }'),
  'address/long': fields(`source: { url: "https://gazette.example/${'a'.repeat(4100)}" }`, 'source: { url: "https://gazette.example/a" }'),
  'address/scheme': fields('source: { url: gazette.example/storm }', 'source: { url: "https://gazette.example/storm" }'),
  'address/user': fields('source: { url: "https://ada@gazette.example/" }', 'source: { url: "https://gazette.example/" }'),
  'article/date': words('date: 2031-04-02\ntext', 'date: 2031-04-03\ntext'),
  'article/folder': files({ 'articles/2031/02/30/calm.mdx': calm() }, { [CALM]: calm() }),
  'article/frontmatter': files({ [CALM]: 'It was calm.\n' }, { [CALM]: calm() }),
  'article/no-text': files({ [CALM]: mdx('date: 2031-04-02\ntext: account\n', '') }, { [CALM]: calm() }),
  'article/no-title': files({ [CALM]: mdx('date: 2031-04-02\ntext: none\n', '') }, { [CALM]: mdx('title: Calm\ndate: 2031-04-02\ntext: none\n', '') }),
  'article/text': files({ [CALM]: mdx('title: Calm\ndate: 2031-04-02\ntext: none\n', 'It was calm.\n') }, { [CALM]: mdx('title: Calm\ndate: 2031-04-02\ntext: none\n', '') }),
  'body/attribute': text('A <b style="color: red">red</b> flag.', 'A <b>red</b> flag.'),
  'body/brace': text('A brace { alone.', 'A brace \\{ alone.'),
  'body/component': text('<Map />', '<Note by="publisher">The map is lost.</Note>'),
  'body/deep': text(`${'> '.repeat(60)}said she`, '> said she'),
  'body/element': text('<script>alert(1)</script>', 'No script.'),
  'body/footnote': text('[^a]: A note that nothing leads to.', 'A mark.[^a]\n\n[^a]: A note that it leads to.'),
  'body/label': text('See [the log][log].\n\n[log]: https://holms.example/\n\n[log]: https://quern.example/', 'See [the log][log].\n\n[log]: https://holms.example/'),
  'body/literal': text('All {population} left.', 'All 1,200 left.'),
  'body/module': text('export of fish has ended.', '&#x65;xport of fish has ended.'),
  'body/nesting': text('<li>Nets</li>', '<ul><li>Nets</li></ul>'),
  'body/picture': files({ [ARTICLE]: mdx(`${FRONTMATTER}media:\n  - { file: boat.png, ${CREDITED} }\n`, `${BODY}\nSee ![A boat](boat.png).\n`), [BOAT]: boat }, { [ARTICLE]: mdx(`${FRONTMATTER}media:\n  - { file: boat.png, ${CREDITED} }\n`, `${BODY}\n![A boat](boat.png)\n`), [BOAT]: boat }),
  'body/size': text(`|${'a|'.repeat(201)}\n|${'-|'.repeat(201)}`, '|a|b|\n|-|-|'),
  'body/tag': text('A wind of <5 knots.', 'A wind of \\<5 knots.'),
  'body/value': text('<p dir="up">The end.</p>', '<p dir="ltr">The end.</p>'),
  'capture/digest': files({ ...captured(sha256('another')), [CAPTURE]: capture }, { ...captured(), [CAPTURE]: capture }),
  'capture/form': files({ ...captured(sha256('a page')), [CAPTURE]: Buffer.from('a page') }, { ...captured(), [CAPTURE]: capture }),
  'capture/missing': files(captured(), { ...captured(), [CAPTURE]: capture }),
  'capture/stated': files({ [CAPTURE]: capture }, { ...captured(), [CAPTURE]: capture }),
  'correction/added': fields('corrections:\n  - { date: 2031-04-03, note: More is known., added: date }', 'corrections:\n  - { date: 2031-04-03, note: The source has it., added: title }'),
  'correction/dropped': since(inArticle(FRONTMATTER), added(`${corrected('was: title, text: Gale')}\n`), added(`${corrected('was: title, text: Gale')}\n`)),
  'correction/field': fields(corrected('was: headline, text: Gale'), corrected('was: title, text: Gale')),
  'correction/form': fields(corrected('was: title'), corrected('was: title, text: Gale')),
  'correction/untrue': since(inArticle(`${FRONTMATTER.replace('Storm', 'Gale')}${corrected('was: title, text: Storm at Port Ansel')}\n  - { date: 2031-04-03, note: It was wrong., was: title, text: Wind }\n`), inArticle(`${FRONTMATTER.replace('Storm', 'Gale')}${corrected('was: title, text: Storm at Port Ansel')}\n`)),
  'correction/words': fields(corrected('was: p-aaaaaaaa, text: Two lamps were dark.'), corrected(`was: ${paragraphId('Two lamps were dark.')}, text: Two lamps were dark.`)),
  'date/day': words('date: 2031-04-02\ntext', 'date: 2 April 2031\ntext'),
  'date/moment': fields('source: { published: 2031-04-02T09:30:00 }', 'source: { published: 2031-04-02T09:30:00+02:00 }'),
  'field/blank': words('dateline: port-ansel', 'dateline:'),
  'field/required': words('    measure: missing\n', ''),
  'field/type': words('people: [ada-varga]', 'people: ada-varga'),
  'field/unknown': words('title: Storm', 'tilte: Storm'),
  'field/value': words('measure: missing', 'measure: mising'),
  'figure/bounds': words('best: 12', 'best: 12\n    low: 14'),
  'figure/counter': fields('    reportedBy: harbour-board'),
  'figure/dates': words('asOf: 2031-04-02', 'asOf: 2031-04-09'),
  'figure/id': fields(part('missing').replace('id: crew', 'id: missing-sailors').replace('\n    partOf: missing-sailors', '')),
  'figure/no-text': files({ [ARTICLE]: mdx(FRONTMATTER.replace('verbatim', 'none').replace(/(?:people|places|organisations): .*\n/g, ''), '') }, { [ARTICLE]: mdx('title: Storm at Port Ansel\ndate: 2031-04-02\ntext: none\nplaces: [port-ansel]\n', '') }),
  'figure/parts': fields(part('injured'), part('missing')),
  'figure/qualifier': words('qualifier: exact', 'qualifier: atLeast'),
  'figure/series': fields('    supersedes: 2031/04/01/squall#f-missing'),
  'figure/status': words('      label: sailors', '      label: sailors\n      status: civilian'),
  'figure/words': words('best: 12', 'best: 13'),
  'file/article': files({ 'articles/2031/04/02/calm.md': calm() }, { [CALM]: calm() }),
  'file/case': files({ [CALM]: calm(), 'articles/2031/04/02/Calm.mdx': calm() }, { [CALM]: calm() }),
  'file/encoding': files({ [PLACE]: Buffer.from('name: Port Ansel\naliases: [Pört Ansel]\n', 'latin1') }, { [PLACE]: 'name: Port Ansel\naliases: [Pört Ansel]\n' }),
  'file/kind': said({ 'articles/more': 'a link to another folder' }, { 'articles/more': 'the folder itself' }, (t, isBroken) => {
    const root = scratchFolder(t);
    if (isBroken) symlinkSync(scratchFolder(t), join(root, 'more'));
    const problems: Parameters<typeof filesBelow>[1] = [];
    filesBelow(root, problems);
    return problems;
  }),
  'file/line-end': files({ [PLACE]: 'name: Port Ansel\r\n' }),
  'file/mark': files({ [PLACE]: '\uFEFFname: Port Ansel\n' }),
  'file/no-archive': said({ 'notes.txt': 'a folder in which nothing of an archive lies' }, { 'articles/': 'one in which articles lie' }, (t, isBroken) => {
    const root = scratchFolder(t);
    write(root, { [isBroken ? 'notes.txt' : CALM]: calm() });
    return archiveFaults(root);
  }),
  'file/record': files({ 'people/una-holt.yml': 'name: Una Holt\n' }, { 'people/una-holt.yaml': 'name: Una Holt\n' }),
  'file/size': said({ [CALM]: 'a file of 65 MB' }, { [CALM]: 'two files of less' }, (t, isBroken) => {
    const file = join(scratchFolder(t), 'calm.mdx');
    writeFileSync(file, '');
    if (isBroken) truncateSync(file, 65 * 2 ** 20);
    return isBroken ? readText(file).problems : readText(file).problems;
  }),
  'file/unread': said({ [CALM]: 'a file that goes, or may not be read, while the archive is read' }, { [CALM]: 'a file that may be read' }, (t, isBroken) => {
    const file = join(scratchFolder(t), 'calm.mdx');
    if (!isBroken) writeFileSync(file, '');
    return readText(file).problems;
  }),
  'formerly/list': fields('formerly: [/2031/04/01/]', 'formerly: [/2031/04/01/storm/]'),
  'formerly/long': fields(`formerly: [/2031/${'a'.repeat(400)}/]`, 'formerly: [/2031/04/01/storm/]'),
  'formerly/path': fields('formerly: [2031/04/01/storm]', 'formerly: [/2031/04/01/storm/]'),
  'formerly/taken': fields('formerly: [/2031/04/02/storm/]', 'formerly: [/2031/04/01/storm/]'),
  'id/form': files({ 'articles/2031/04/02/the calm.mdx': calm() }, { [CALM]: calm() }),
  'id/long': files({ [`people/${'a'.repeat(81)}.yaml`]: 'name: Una Holt\n' }, { 'people/una-holt.yaml': 'name: Una Holt\n' }),
  'id/reserved': files({ 'people/con.yaml': 'name: Con\n' }, { 'people/con-lind.yaml': 'name: Con\n' }),
  'id/twice': words('people: [ada-varga]', 'people: [ada-varga, ada-varga]'),
  'language/tag': fields('lang: english', 'lang: en'),
  'ledger/edited': inLedger('2031.txt', (text) => text.replace('2031-04-02', '2031-04-03')),
  'ledger/file': inLedger('notes.txt', () => 'Ask Ada.\n'),
  'ledger/history': said({ 'ledger/head.txt': 'the first sealing of another ledger' }, { 'ledger/head.txt': 'the first sealing, and others after it' }, async (t, isBroken) => {
    const { root, read, seal } = await sealedArchive(t, {});
    const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@holms.example', ...args], { cwd: root });
    git('init', '-q');
    git('add', '-A');
    git('commit', '-qm', 'Seal');
    if (isBroken) await seal('2031-04-05', true);
    return historyFaults(root, await read());
  }),
  'ledger/missing': inLedger('2031.txt', () => null),
  'ledger/other': inLedger('names.txt', (text) => text.replace(/^end .*\n/m, '').slice(0, 0).concat('end 0 sha256:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\n')),
  'ledger/site': said({ 'ledger/head.txt': 'the first sealing of another ledger' }, { 'ledger/head.txt': 'the sealing that the site knows' }, async (t, isBroken) => {
    const { root, read, seal } = await sealedArchive(t, {});
    const { head } = (await read()).ledger;
    const published = head ? publishedHead(head) : '';
    if (isBroken) await seal('2031-04-05', true);
    const fault = publishedFault(root, await read(), published, 'dist', () => true);
    return fault ? [fault] : [];
  }),
  'link/draft': files({ [CALM]: calm('draft: true\n'), [ARTICLE]: mdx(FRONTMATTER, `${BODY}\nRead [more](/2031/04/02/calm/).\n`) }, { [CALM]: calm(), [ARTICLE]: mdx(FRONTMATTER, `${BODY}\nRead [more](/2031/04/02/calm/).\n`) }),
  'link/no-page': text('Read [more](/2031/04/02/strom/).', 'Read [more](/2031/04/02/storm/).'),
  'link/no-part': text('Read [more](#f-missing-men).', 'Read [more](#f-missing-sailors).'),
  'link/scheme': text('Read [more](../storm/).', 'Read [more](/2031/04/02/storm/).'),
  'media/active': files({ ...MAPPED, [MAP]: svg('<script>alert(1)</script>') }, { ...MAPPED, [MAP]: svg('<path d="M0 0h90"/>') }),
  'media/alternative': pictured(`file: boat.png, ${CREDITED}`, SEEN),
  'media/damaged': instead(boat.subarray(0, 300)),
  'media/date': pictured(`${SEEN}, dateCreated: spring 2031`, `${SEEN}, dateCreated: 2031-03`),
  'media/decorative': pictured(`${SEEN}, decorative: true`, `file: boat.png, ${CREDITED}, decorative: true`),
  'media/differs': files({ ...medium(SEEN), [BOAT]: boat, [CALM]: calm(`media:\n  - { ${SEEN.replace('O. Ferro', 'B. Lind')} }\n`) }, { ...medium(SEEN), [BOAT]: boat, [CALM]: calm(`media:\n  - { ${SEEN} }\n`) }),
  'media/digest': pictured(`${SEEN}, sha256: ${sha256('another')}`, `${SEEN}, sha256: ${sha256(boat)}`),
  'media/elsewhere': pictured(`file: "https://gazette.example/boat.png", ${CREDITED}, altText: A boat`, SEEN),
  'media/ending': files({ ...medium(SEEN.replace('boat.png', 'boat.jpg')), [BOAT.replace('.png', '.jpg')]: boat }, { ...medium(SEEN), [BOAT]: boat }),
  'media/kind': pictured(SEEN.replace('photograph', 'document, caption: A log'), SEEN),
  'media/lacks': pictured('file: boat.png, kind: photograph, altText: A boat', SEEN),
  'media/large': instead(pngOfSize(50_000, 50_000, 1000)),
  'media/missing': files(medium(SEEN), { ...medium(SEEN), [BOAT]: boat }),
  'media/name': pictured(SEEN.replace('boat.png', '../boat.png'), SEEN),
  'media/placed': files({ [ARTICLE]: mdx(FRONTMATTER, `${BODY}\n![A boat](boat.png)\n`) }, { [ARTICLE]: mdx(`${FRONTMATTER}media:\n  - { file: boat.png, ${CREDITED} }\n`, `${BODY}\n![A boat](boat.png)\n`), [BOAT]: boat }),
  'media/position': pictured(`${SEEN}, position: p-aaaaaaaa`, `${SEEN}, position: ${paragraphId(FIRST)}`),
  'media/region': pictured(`${SEEN.replace('photograph', 'facsimile')}, regions: [{ paragraph: ${paragraphId(FIRST)}, xywh: "0,0,99,48" }]`, `${SEEN.replace('photograph', 'facsimile')}, regions: [{ paragraph: ${paragraphId(FIRST)}, xywh: "0,0,64,40" }]`),
  'media/stray': files({ [BOAT]: boat }, { ...medium(SEEN), [BOAT]: boat }),
  'media/telling': files({ ...MAPPED, [MAP]: svg('<style>@media (max-width: 9px) { text { display: none } }</style><text y="9">The pier</text>') }, { ...MAPPED, [MAP]: svg('<text y="9">The pier</text>') }),
  'media/twice': files({ [ARTICLE]: mdx(`${FRONTMATTER}media:\n  - { ${SEEN} }\n  - { ${SEEN} }\n`), [BOAT]: boat }, { ...medium(SEEN), [BOAT]: boat }),
  'media/type': instead('<!doctype html><title>A boat</title>'),
  'media/withheld': files({ ...medium(`${SEEN}, withheld: { date: 2031-05-01, reason: A mistake. }`), [BOAT]: boat, [CALM]: calm(`media:\n  - { ${SEEN} }\n`) }, { ...medium(`${SEEN}, withheld: { date: 2031-05-01, reason: A mistake. }`), [BOAT]: boat, [CALM]: calm() }),
  'media/words': said({ [VTT]: '1\n00:00:01,000 --> 00:00:04,000\nThe storm came at night.\n' }, { [VTT]: 'WEBVTT\n\n00:01.000 --> 00:04.000\nThe storm came at night.\n' }, (t, isBroken) => {
    const folder = scratchFolder(t);
    const times = isBroken ? '1\n00:00:01,000 --> 00:00:04,000' : 'WEBVTT\n\n00:01.000 --> 00:04.000';
    write(folder, { 'storm.vtt': `${times}\nThe storm came at night.\n` });
    const found = readCaptions(join(folder, 'storm.vtt'));
    return 'fault' in found ? [found.fault] : [];
  }),
  'mention/missing': files({ [PERSON]: 'name: Ada Vargas\n' }, { [PERSON]: 'name: Ada Vargas\naliases: [Ada Varga]\n' }),
  'place/coordinates': files({ [PLACE]: 'name: Port Ansel\ncoordinates: [131.4, 34.4]\n' }, { [PLACE]: 'name: Port Ansel\ncoordinates: [31.4, 34.4]\n' }),
  'place/part-of': files({ [PLACE]: 'name: Port Ansel\npartOf: holms\n', 'places/holms.yaml': 'name: Holms\npartOf: port-ansel\n' }, { [PLACE]: 'name: Port Ansel\npartOf: holms\n', 'places/holms.yaml': 'name: Holms\n' }),
  'published/added': since(inArticle(FRONTMATTER, `${BODY}\nNobody was found.\n`), inArticle(`${FRONTMATTER}corrections:\n  - { date: 2031-04-03, note: More is known., added: ${paragraphId('Nobody was found.')} }\n`, `${BODY}\nNobody was found.\n`)),
  'published/changed': since(inArticle(FRONTMATTER.replace('Storm', 'Gale')), inArticle(`${FRONTMATTER.replace('Storm', 'Gale')}${corrected('was: title, text: Storm at Port Ansel')}\n`)),
  'published/draft': since(added('draft: true\n')),
  'published/erased': since(withholding('"We look on,” said Ada"'), withholding('Ada Varga'), inArticle(NAMELESS)),
  'published/markup': since(inArticle(FRONTMATTER, BODY.replace('look', '**look**'))),
  'published/merged': since({ 'people/bo-lind.yaml': null, [PERSON]: 'name: Ada Varga\nformerly: [bo-lind]\n' }, { 'people/bo-lind.yaml': null, [PERSON]: 'name: Ada Varga\naliases: [Bo Lind]\nformerly: [bo-lind]\n' }, { 'people/bo-lind.yaml': 'name: Bo Lind\n' }),
  'published/moved': since(inArticle(FRONTMATTER, `${SECOND}\n\n${FIRST}\n`)),
  'published/path': since({ [SHIP]: null }, {}, { [SHIP]: lost }),
  'published/removed': since(inArticle(FRONTMATTER.replace('title: Storm at Port Ansel\n', '')), inArticle(`${FRONTMATTER.replace('title: Storm at Port Ansel\n', '')}${corrected('was: title, text: Storm at Port Ansel')}\n`)),
  'published/unlisted': said({ [ARTICLE]: 'a summary that was not there when it was sealed' }, { [ARTICLE]: 'the same, once npm run seal was run again' }, async (t, isBroken) => {
    const { root, read, seal } = await sealedArchive(t, {});
    writeFileSync(join(root, ARTICLE), String(added('summary: Twelve are missing.\n')[ARTICLE]));
    if (!isBroken) await seal('2031-04-05');
    return (await read()).unlisted.map((one) => unlistedFault(one.path, one));
  }),
  'record/formerly': files({ [PERSON]: 'name: Ada Varga\nformerly: [ada-varga]\n' }, { [PERSON]: 'name: Ada Varga\nformerly: [ada]\n' }),
  'record/id': files({ 'people/v/ada-varga.yaml': 'name: Ada Varga\n' }, { 'people/v/ada-vargas.yaml': 'name: Ada Varga\n' }),
  'record/reference': files({ [ORGANISATION]: 'name: Harbour Board\ndistinctFrom: [habour-bord]\n' }),
  'reference/missing': words('dateline: port-ansel', 'dateline: port-ansle'),
  'sample/left': said({ 'content/': 'a sample that npm run init was taking away when it was stopped' }, { 'content/': 'one that is there, or gone' }, (t, isBroken) => {
    const root = trueName(scratchFolder(t));
    if (isBroken) write(siblingOf(root), { [JOURNAL]: '' });
    t.after(() => rmSync(siblingOf(root), { recursive: true, force: true }));
    return halfwayFaults(root);
  }),
  'site/address': files({ [SETTINGS]: 'url: https://archive.example/?a\n' }, { [SETTINGS]: 'url: https://archive.example/\n' }),
  'site/file': files({ 'archive.yml': 'title: Holms Cuttings\n' }, { [SETTINGS]: 'title: Holms Cuttings\n' }),
  'site/language': files({ [SETTINGS]: 'lang: ar\n' }, { [SETTINGS]: 'lang: en-GB\n' }),
  'site/page-size': files({ [SETTINGS]: 'pageSize: 0\n' }, { [SETTINGS]: 'pageSize: 50\n' }),
  'site/setting': setting("colour: 'red'", '', { colour: 'red' }),
  'source/sha256': fields('source: { sha256: abc }', `source: { sha256: ${'0a'.repeat(32)} }`),
  'text/blank': words('title: Storm at Port Ansel', 'title: " "'),
  'text/control': words('title: Storm at Port Ansel', 'title: "Storm \\u0007 at Port Ansel"'),
  'text/direction': words('title: Storm at Port Ansel', 'title: "Storm \\u202E at Port Ansel"'),
  'text/line': words('title: Storm at Port Ansel', 'title: "Storm\\nat Port Ansel"'),
  'text/long': words('title: Storm at Port Ansel', `title: Storm ${'at Port Ansel '.repeat(30).trim()}`),
  'text/placeholder': fields('withdrawn: { date: 2032-02-01, reason: Say why the text may no longer be shown. }', 'withdrawn: { date: 2032-02-01, reason: The source took it back. }'),
  'text/spaces': words('title: Storm at Port Ansel', 'title: "Storm at Port Ansel "'),
  'text/unicode': words('title: Storm at Port Ansel', 'title: "Storm \\uD800 at Port Ansel"'),
  'withdrawn/site': said({ 'dist/data/storm.csv': 'eight words in a row of a withdrawn text' }, { 'dist/data/storm.csv': 'seven of them' }, async (t, isBroken) => {
    const entry = entryOf({ withdrawn: { date: '2032-02-01', reason: 'Forged.' }, title: 'Nine lamps went out along the harbour wall' });
    const words = `nine lamps went out along the harbour${isBroken ? ' wall' : ''}.`;
    return (await disclosuresOf(t, { 'a.html': `<p>It said that ${words}</p>` }, entry)).problems;
  }),
  'withheld/address': files({ 'articles/2031/04/02/ada-varga-speaks.mdx': withholding('Ada Varga', '', 'date: 2031-04-02\ntext: account\n')[ARTICLE] ?? '' }, { 'articles/2031/04/02/she-speaks.mdx': withholding('Ada Varga', '', 'date: 2031-04-02\ntext: account\n')[ARTICLE] ?? '' }),
  'withheld/brackets': fields(entry('name: Bo Lind').replace('as: a man', 'as: "[a man]"'), entry('name: Bo Lind')),
  'withheld/exception': fields(entry('name: Bo Lind, except: [{ words: Bo Lund sang, reason: A singer., by: O. Ferro, date: 2032-01-16 }]'), entry('name: Bo Lind, except: [{ words: Bo Lind sang, reason: A singer., by: O. Ferro, date: 2032-01-16 }]')),
  'withheld/field': files(withholding('Ada Varga', 'summary: The ada varga case is heard.\n', NAMELESS), withholding('Ada Varga', 'summary: The case is heard.\n', NAMELESS)),
  'withheld/link': files({ [CALM]: mdx(`date: 2031-04-02\ntext: account\n${entry('name: Bo Lind')}\n`, 'See [him](https://holms.example/bo-lind/).\n') }, { [CALM]: mdx(`date: 2031-04-02\ntext: account\n${entry('name: Bo Lind')}\n`, 'See him.\n') }),
  'withheld/medium': said({ 'dist/data/boat.png': 'a picture that an article withholds' }, { 'dist/data/boat.png': 'another picture' }, async (t, isBroken) =>
    (await mediaDisclosuresOf(t, [articleWith([hidden('boat.png')])], { [BOAT]: boat }, { 'boat.png': isBroken ? boat : png(96) })).problems),
  'withheld/name': fields(entry('name: "…"'), entry('name: Bo Lind')),
  'withheld/other': pictured(`${SEEN}, withheld: { date: 2031-05-01, reason: Asked for., otherThan: [boat.png] }`, `${SEEN}, withheld: { date: 2031-05-01, reason: Asked for., otherThan: [m-abcdefghijkl] }`),
  'withheld/page': fields(entry('name: Bo Lind, except: [{ words: Bo Lind sang, at: [people/bo], reason: A singer., by: O. Ferro, date: 2032-01-16 }]'), entry('name: Bo Lind, except: [{ words: Bo Lind sang, at: [/people/bo/], reason: A singer., by: O. Ferro, date: 2032-01-16 }]')),
  'withheld/record': files(withholding('Ada Varga', '', FRONTMATTER), withholding('Ada Varga')),
  'withheld/said': fields(entry('name: Bo Lind').replace('as: a man', 'as: the son of Bo Lind'), entry('name: Bo Lind')),
  'withheld/site': said({ 'dist/data/ice.csv': 'a name that an article withholds' }, { 'dist/data/ice.csv': 'what stands for it: [a minor]' }, async (t, isBroken) =>
    (await disclosuresOf(t, { 'a.html': `<p>by ${isBroken ? 'Élodie Quaile' : '[a minor]'}</p>` })).problems),
  'withheld/twice': fields(`${entry('name: Bo Lind')}\n  - { as: a man, reason: He asked for it., date: 2032-01-15, name: Bo Lind }`, entry('name: Bo Lind')),
  'yaml/alias': fields('formerly: [&a /2031/old/, *a]', 'formerly: [/2031/old/]'),
  'yaml/bracket': words('title: Storm at Port Ansel', 'title: [Storm at Port Ansel'),
  'yaml/colon': words('title: Storm at Port Ansel', 'title: Storm: calm at Port Ansel'),
  'yaml/deep': fields(`about: ${'['.repeat(25)}${']'.repeat(25)}`, 'about: []'),
  'yaml/document': files({ [PERSON]: 'name: Ada Varga\n---\nname: Una Holt\n' }),
  'yaml/end': words('title: Storm at Port Ansel', 'title: "Storm" at Port Ansel'),
  'yaml/form': words('title: Storm at Port Ansel', 'title: @Storm at Port Ansel'),
  'yaml/indent': words('    measure: missing', '\tmeasure: missing'),
  'yaml/key': fields('text: account'),
  'yaml/line': words('people: [ada-varga]', 'a line\npeople: [ada-varga]'),
  'yaml/quote': words('title: Storm at Port Ansel', 'title: "Storm at Port Ansel'),
  'yaml/size': fields(`summary: ${'x'.repeat(70_000)}`, 'summary: Twelve are missing.'),
  'yaml/tag': fields('summary: !!binary QQ==', 'summary: Twelve are missing.'),
};
