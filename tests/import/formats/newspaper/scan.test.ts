import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import sharp from 'sharp';
import { paragraphIds } from '../../../../src/domain/article/paragraph.ts';
import { importRuns } from '../../../support/import-runs.ts';
import { png } from '../../../support/picture.ts';
import { problemsIn } from '../../../support/problems.ts';
import { write } from '../../../support/scratch.ts';

/** A block of a page in its place: left, top, width and height. */
const block = (id: string, [x, y, width, height]: readonly number[], words: string) =>
  `<TextBlock ID="${id}" HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="${height}"><TextLine HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="${height}">${words
    .split(' ')
    .map(
      (word) =>
        `<String CONTENT="${word}" HPOS="${x}" VPOS="${y}" WIDTH="${width}" HEIGHT="${height}"/>`,
    )
    .join('<SP/>')}</TextLine></TextBlock>`;
const alto = (
  blocks: string,
  { unit = 'pixel', size = 'WIDTH="400" HEIGHT="600"', scan = '' } = {},
) =>
  `<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Description><MeasurementUnit>${unit}</MeasurementUnit>${scan && `<sourceImageInformation><fileName>${scan}</fileName></sourceImageInformation>`}</Description><Layout><Page ID="P" PHYSICAL_IMG_NR="1" ${size}><PrintSpace>${blocks}</PrintSpace></Page></Layout></alto>`;

const file = (id: string, type: string, href: string, said = '') =>
  `<mets:file ID="${id}" MIMETYPE="${type}" ${said}><mets:FLocat LOCTYPE="URL" xlink:href="${href}"/></mets:file>`;
const group = (use: string, ...files: string[]) =>
  `<mets:fileGrp USE="${use}">${files.join('')}</mets:fileGrp>`;
const pointer = (id: string) => `<mets:fptr FILEID="${id}"/>`;
const article = (label: string, ...areas: (readonly [file: string, block: string])[]) =>
  `<mets:div TYPE="ARTICLE" LABEL="${label}"><mets:div TYPE="BODY">${areas.map(([id, begin]) => `<mets:div TYPE="PARAGRAPH"><mets:div TYPE="TEXT"><mets:fptr><mets:area FILEID="${id}" BETYPE="IDREF" BEGIN="${begin}"/></mets:fptr></mets:div></mets:div>`).join('')}</mets:div></mets:div>`;
const PAPER =
  '<mets:dmdSec ID="I"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods><mods:titleInfo><mods:title>Quern Courier</mods:title></mods:titleInfo><mods:originInfo><mods:dateIssued encoding="w3cdtf">1901-04-02</mods:dateIssued></mods:originInfo></mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>';
const mets = (groups: string, physical: string, logical: string) =>
  `<?xml version="1.0"?><mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">${PAPER}<mets:fileSec>${groups}</mets:fileSec>${physical && `<mets:structMap TYPE="PHYSICAL"><mets:div TYPE="Newspaper">${physical}</mets:div></mets:structMap>`}<mets:structMap TYPE="LOGICAL"><mets:div TYPE="Newspaper"><mets:div TYPE="ISSUE" DMDID="I"><mets:div TYPE="CONTENT">${logical}</mets:div></mets:div></mets:div></mets:structMap></mets:mets>`;
const page = (order: string, ...ids: string[]) =>
  `<mets:div TYPE="PAGE" ORDERLABEL="${order}">${ids.map(pointer).join('')}</mets:div>`;

const LAMP = 'The lamp of the north pier was lit again on Tuesday evening.';
const FERRY = 'The ferry to Holm sails at noon and calls at the islands.';
const ROPE = 'Forty fathoms of rope were found at the old slip.';
const DAY = 'articles/1901/04/02';
const [idOfLamp = '', idOfFerry = '', idOfRope = ''] = paragraphIds([LAMP, FERRY, ROPE]);

const ISSUE = mets(
  group(
    'Images',
    file('I1', 'image/png', 'images/1.png'),
    file('I2', 'image/png', 'images/2.png'),
  ) + group('Text', file('A1', 'text/xml', 'alto/1.xml'), file('A2', 'text/xml', 'alto/2.xml')),
  page('III', 'I1', 'A1') + page('IV', 'I2', 'A2'),
  article('The lamp', ['A1', 'B1']) + article('The ferry', ['A1', 'B2'], ['A2', 'B3']),
);
const PAGE_1 = alto(block('B1', [40, 60, 120, 90], LAMP) + block('B2', [200, 60, 160, 300], FERRY));
const PAGE_2 = alto(block('B3', [20, 30, 100, 100], ROPE));

suite('the scan of a page of a newspaper', () => {
  test('comes in once for all articles that stand on it, its words once, each paragraph in its place', async (t) => {
    const { root, source, runs, fieldsOf, files } = importRuns(t);
    write(source, {
      'mets.xml': ISSUE,
      'alto/1.xml': PAGE_1,
      'alto/2.xml': PAGE_2,
      // Half as large as what the words were read of.
      'images/1.png': png(200, 300, 1),
      'images/2.png': png(400, 600, 2),
    });
    const outcomes = await runs('mets.xml');
    assert.deepEqual(
      outcomes.map(({ outcome }) => outcome),
      ['imported', 'imported'],
    );
    const shared = '/media/quern-courier-1901-04-02';
    const media = files().filter((path) => path.startsWith('media/'));
    assert.equal(media.length, 4);
    const [lamp, ...none] = fieldsOf(`${DAY}/the-lamp.mdx`).media ?? [];
    assert.deepEqual(none, []);
    assert.ok(lamp?.file !== undefined);
    assert.ok(lamp.file.startsWith(`${shared}/`));
    const { ocr = '' } = lamp;
    assert.equal(lamp.kind, 'facsimile');
    assert.equal(lamp.caption, 'Quern Courier, 1901-04-02, p. III');
    assert.equal(lamp.dateCreated, '1901-04-02');
    assert.equal(fieldsOf(`${DAY}/the-lamp.mdx`).source?.page, 'III');
    assert.equal(fieldsOf(`${DAY}/the-ferry.mdx`).source?.page, 'III, IV');
    assert.equal(lamp.position, undefined);
    assert.deepEqual(lamp.regions, [{ paragraph: idOfLamp, xywh: '20,30,60,45' }]);
    assert.ok(ocr.startsWith(`${shared}/`) && ocr.endsWith('.xml'));
    assert.equal(readFileSync(join(root, ocr), 'utf8'), PAGE_1);
    const [first, second] = fieldsOf(`${DAY}/the-ferry.mdx`).media ?? [];
    assert.equal(first?.file, lamp.file);
    assert.equal(first?.ocr, undefined);
    assert.deepEqual(first?.regions, [{ paragraph: idOfFerry, xywh: '100,30,80,150' }]);
    assert.deepEqual(second?.regions, [{ paragraph: idOfRope, xywh: '20,30,100,100' }]);
    assert.equal(second?.caption, 'Quern Courier, 1901-04-02, p. IV');
    assert.ok(second?.ocr);
    assert.deepEqual(await problemsIn(root), []);
    // Done again it changes nothing.
    assert.deepEqual(
      (await runs('mets.xml', { takes: true })).map(({ outcome }) => outcome),
      ['unchanged', 'unchanged'],
    );
  });

  test('has the number and the time that its issue states, and no other', async (t) => {
    const { source, runs, fieldsOf } = importRuns(t);
    const pages = [1, 2];
    const issue = (physical: string, said: string) =>
      mets(
        group('Images', ...pages.map((at) => file(`I${at}`, 'image/png', `${at}.png`))) +
          group('Text', ...pages.map((at) => file(`A${at}`, 'text/xml', `${at}.xml`))),
        physical,
        article('The ferry', ['A1', 'B2'], ['A2', 'B3']),
      ).replace('1901-04-02</mods:dateIssued></mods:originInfo>', said);
    const ordered = pages
      .map(
        (at) =>
          `<mets:div TYPE="PAGE" ORDER="${at + 6}">${pointer(`I${at}`)}${pointer(`A${at}`)}</mets:div>`,
      )
      .join('');
    const bare = ordered.replaceAll(/ ORDER="\d"/g, '');
    const part = (type: string, said: string) =>
      `<mods:detail type="${type}"><mods:number>${said}</mods:number></mods:detail>`;
    const month =
      '1901-04</mods:dateIssued></mods:originInfo><mods:relatedItem type="host"><mods:part>' +
      `${part('volume', 'XII')}${part('issue', '31')}${part('edition', '1')}</mods:part></mods:relatedItem>`;
    const files = {
      '1.xml': PAGE_1,
      '2.xml': PAGE_2,
      '1.png': png(400, 600, 1),
      '2.png': png(400, 600, 2),
    };
    write(source, {
      ...Object.fromEntries(
        Object.entries({
          ordered: issue(ordered, month),
          bare: issue(bare, '1901-05-03</mods:dateIssued></mods:originInfo>').replaceAll(
            'The ferry',
            'At noon',
          ),
        }).flatMap(([folder, text]) =>
          Object.entries({ 'mets.xml': text, ...files }).map(([name, bytes]) => [
            `${folder}/${name}`,
            bytes,
          ]),
        ),
      ),
    });
    await runs('ordered/mets.xml', { given: { date: '1901-04-09' } });
    const { source: said, media } = fieldsOf('articles/1901/04/09/the-ferry.mdx');
    assert.deepEqual(
      [said?.page, said?.volume, said?.issue, said?.edition],
      ['7–8', 'XII', '31', undefined],
    );
    assert.deepEqual(
      media?.map(({ dateCreated }) => dateCreated),
      ['1901-04', '1901-04'],
    );
    write(join(source, 'bare'), { '1.xml': PAGE_1.replaceAll('ferry', 'boat') });
    await runs('bare/mets.xml');
    const unnumbered = fieldsOf('articles/1901/05/03/at-noon.mdx');
    assert.equal(unnumbered.source?.page, undefined);
  });

  test('is the one that browsers show of several; small ones are none', async (t) => {
    const { root, source, runs, fieldsOf } = importRuns(t);
    const tiff = await sharp(png(400, 600, 3))
      .tiff()
      .toBuffer();
    write(source, {
      'mets.xml': mets(
        group('THUMBNAIL', file('T1', 'image/png', 'small.png', 'GROUPID="1"')) +
          group('MASTER', file('J1', 'image/jp2', '1.jp2', 'GROUPID="1"')) +
          group('ACCESS', file('I1', 'image/tiff', '1.tif', 'GROUPID="1"')) +
          group('ALTO', file('A1', 'text/xml', 'one.xml', 'GROUPID="1"')),
        '',
        article('The lamp', ['A1', 'B1']),
      ),
      'one.xml': PAGE_1,
      'small.png': png(20, 30, 4),
      '1.jp2': '\0\0\0\fjP  ',
      '1.tif': tiff,
    });
    await runs('mets.xml');
    const [lamp, ...none] = fieldsOf(`${DAY}/the-lamp.mdx`).media ?? [];
    assert.deepEqual(none, []);
    assert.equal(lamp?.file?.endsWith('.tif'), true);
    assert.equal(lamp?.caption, 'Quern Courier, 1901-04-02, p. 1');
    assert.deepEqual(await problemsIn(root), []);
  });

  test('that browsers do not show, or that is not there, is a gap with its name; where the web has it, with its address', async (t) => {
    const { root, source, runs, fieldsOf } = importRuns(t);
    const hrefs = ['1.jp2', '2.tif', 'https://library.example/3.jpg', '../4.png', '/etc/5.png'];
    write(source, {
      'in/mets.xml': mets(
        group(
          'Images',
          ...hrefs.map((href, at) => file(`I${at}`, 'image/x', href, `GROUPID="${at}"`)),
        ) +
          group(
            'ALTO',
            ...hrefs.map((_, at) => file(`A${at}`, 'text/xml', `p${at}.xml`, `GROUPID="${at}"`)),
          ),
        '',
        hrefs.map((_, at) => article(`Lamp ${at}`, [`A${at}`, 'B1'])).join(''),
      ),
      ...Object.fromEntries(
        hrefs.map((_, at) => [
          `in/p${at}.xml`,
          alto(block('B1', [40, 60, 120, 90], `Lamp ${at}. ${LAMP}`)),
        ]),
      ),
      'in/1.jp2': Buffer.from('\0\0\0\fjP  \r\n\x87\n', 'latin1'),
      '4.png': png(400, 600, 5),
    });
    await runs('in/mets.xml');
    const gaps = hrefs.map((_, at) => fieldsOf(`${DAY}/lamp-${at}.mdx`).media ?? []);
    assert.deepEqual(
      gaps.map(([gap, ...others]) => [
        gap?.kind,
        gap?.missing?.name,
        gap?.missing?.url,
        gap?.file,
        others.length,
      ]),
      [
        ['facsimile', '1.jp2', undefined, undefined, 0],
        ['facsimile', '2.tif', undefined, undefined, 0],
        ['facsimile', '3.jpg', 'https://library.example/3.jpg', undefined, 0],
        ['facsimile', '4.png', undefined, undefined, 0],
        ['facsimile', '5.png', undefined, undefined, 0],
      ],
    );
    assert.match(gaps[0]?.[0]?.missing?.reason ?? '', /JPEG 2000/);
    assert.deepEqual(await problemsIn(root), []);
    // What is put there later comes in.
    write(source, {
      'in/2.tif': await sharp(png(400, 600, 6))
        .tiff()
        .toBuffer(),
    });
    await runs('in/mets.xml', { takes: true });
    const [filled] = fieldsOf(`${DAY}/lamp-1.mdx`).media ?? [];
    assert.equal(filled?.missing, undefined);
    assert.equal(filled?.regions?.length, 1);
    assert.ok(filled?.ocr);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('of a page alone lies beside it under its name, or under the name that its program gives', async (t) => {
    const { root, source, runs, fieldsOf } = importRuns(t);
    write(source, {
      '1901-04-02-a.xml': alto(block('B1', [40, 60, 120, 90], LAMP)),
      '1901-04-02-a.JPG': await sharp(png(400, 600, 7))
        .jpeg()
        .toBuffer(),
      '1901-04-02-b.xml': alto(block('B1', [254, 508, 2540, 1270], FERRY), {
        unit: 'mm10',
        size: 'WIDTH="5080" HEIGHT="7620"',
        scan: 'D:\\scans\\issue\\0007.png',
      }),
      '0007.png': png(400, 600, 8),
      '1901-04-02-c.xml': alto(block('B1', [40, 60, 120, 90], ROPE)),
    });
    await runs('');
    const [a, b, c] = [
      'the-lamp-of-the-north-pier-was-lit-again-on-tuesday-evening',
      'the-ferry-to-holm-sails-at-noon-and-calls-at-the-islands',
      'forty-fathoms-of-rope-were-found-at-the-old-slip',
    ].map((slug) => fieldsOf(`${DAY}/${slug}.mdx`).media ?? []);
    assert.match(a?.[0]?.file ?? '', /^the-lamp-.*\/1901-04-02-a\.jpg$/);
    assert.match(a?.[0]?.ocr ?? '', /^the-lamp-.*\/1901-04-02-a\.xml$/);
    // What it is called tells a reader nothing, the day does.
    assert.equal(a?.[0]?.caption, '1901-04-02');
    assert.equal(a?.[0]?.altText, '1901-04-02');
    assert.deepEqual(a?.[0]?.regions, [{ paragraph: idOfLamp, xywh: '40,60,120,90' }]);
    assert.match(b?.[0]?.file ?? '', /\/0007\.png$/);
    assert.deepEqual(b?.[0]?.regions, [{ paragraph: idOfFerry, xywh: '20,40,200,100' }]);
    assert.deepEqual(c, []);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('of a page alone is called by the headline that the archivist gives it', async (t) => {
    const { root, source, runs, fieldsOf } = importRuns(t);
    write(source, {
      'p0007-scan-final.xml': alto(block('B1', [40, 60, 120, 90], LAMP)),
      'p0007-scan-final.png': png(400, 600, 9),
    });
    await runs('p0007-scan-final.xml', { given: { title: 'The lamp', date: '1901-04-02' } });
    const [only] = fieldsOf(`${DAY}/the-lamp.mdx`).media ?? [];
    assert.deepEqual([only?.caption, only?.altText], ['The lamp', 'The lamp']);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('has no words and no places where its page does not say what they are', async (t) => {
    const { root, source, runs, fieldsOf } = importRuns(t);
    write(source, {
      '1901-04-02-a.xml': alto(block('B1', [40, 60, 120, 90], LAMP), { unit: 'mm10', size: '' }),
      '1901-04-02-a.png': png(400, 600, 9),
    });
    const [outcome] = await runs('1901-04-02-a.xml');
    const [only] =
      fieldsOf(`${DAY}/the-lamp-of-the-north-pier-was-lit-again-on-tuesday-evening.mdx`).media ??
      [];
    assert.ok(only?.file);
    assert.equal(only.ocr, undefined);
    assert.equal(only.regions, undefined);
    assert.ok(outcome?.outcome === 'imported');
    assert.match(outcome.entry.notes.join(), /words of a scan left out: .*size/);
    assert.deepEqual(await problemsIn(root), []);
  });

  test('keeps its paragraphs in their places where the text was read anew', async (t) => {
    const { root, source, runs, fieldsOf } = importRuns(t);
    const files = (words: string) => ({
      'mets.xml': mets(
        group('Images', file('I1', 'image/png', '1.png')) +
          group('Text', file('A1', 'text/xml', '1.xml')),
        page('1', 'I1', 'A1'),
        article('The lamp', ['A1', 'B1']),
      ),
      '1.xml': alto(block('B1', [40, 60, 120, 90], words)),
      '1.png': png(400, 600, 10),
    });
    write(source, files(LAMP.replace('lamp', '1amp')));
    await runs('mets.xml');
    write(source, files(LAMP));
    await runs('mets.xml', { takes: true });
    const [only] = fieldsOf(`${DAY}/the-lamp.mdx`).media ?? [];
    assert.deepEqual(only?.regions, [{ paragraph: idOfLamp, xywh: '40,60,120,90' }]);
    assert.deepEqual(await problemsIn(root), []);
  });
});
