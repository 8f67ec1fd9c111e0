import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, type TestContext, test } from 'node:test';
import { readCaptions } from '../../../../src/content/media/words/captions.ts';
import { readOcr } from '../../../../src/content/media/words/ocr.ts';
import { readTranscript } from '../../../../src/content/media/words/transcript.ts';
import type { Fault } from '../../../../src/domain/fault.ts';
import { type OcrPage, textOfPage } from '../../../../src/domain/media/facsimile/ocr.ts';
import { scratchFolder } from '../../../support/scratch.ts';

function written(t: TestContext, text: string | Buffer): string {
  const path = join(scratchFolder(t), 'words.txt');
  writeFileSync(path, text);
  return path;
}

function refused(found: object | { fault: Fault }, words: RegExp): void {
  assert.ok('fault' in found, JSON.stringify(found));
  assert.equal(found.fault.code, 'media/words');
  assert.match(`${found.fault.rule} ${found.fault.fix}`, words);
}

const alto = (
  page: string,
  { unit = 'pixel', size = 'WIDTH="1000" HEIGHT="2000"', order = '', version = 'v3' } = {},
) =>
  `<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-${version}#"><Description><MeasurementUnit>${unit}</MeasurementUnit></Description>${order}<Layout><Page ID="P1" ${size}><PrintSpace>${page}</PrintSpace></Page></Layout></alto>`;
const string = (content: string, x: number, y: number, more = '') =>
  `<String CONTENT="${content}" HPOS="${x}" VPOS="${y}" WIDTH="90" HEIGHT="30" ${more}/>`;
const line = (...inside: string[]) =>
  `<TextLine HPOS="1" VPOS="1" WIDTH="900" HEIGHT="30">${inside.join('<SP/>')}</TextLine>`;
const block = (id: string, ...lines: string[]) =>
  `<TextBlock ID="${id}">${lines.join('')}</TextBlock>`;
const box = (x: number, y: number, width = 90, height = 30) => ({ x, y, width, height });

suite('the words of a scan', () => {
  const pagesOf = (
    t: TestContext,
    text: string,
    scans?: { width: number; height: number }[],
  ): OcrPage[] => {
    const found = readOcr(written(t, text), scans);
    assert.ok('pages' in found, JSON.stringify(found));
    return found.pages;
  };

  for (const version of ['v2', 'v3', 'v4'])
    test(`are read of ALTO ${version}, with their places`, (t) => {
      const text = alto(
        block('B1', line(string('The', 10, 20), string('storm', 110.4, 20.6)), line()),
        { version },
      );
      assert.deepEqual(pagesOf(t, text), [
        {
          width: 1000,
          height: 2000,
          lines: [
            {
              words: [
                { text: 'The', boxes: [box(10, 20)] },
                { text: 'storm', boxes: [box(110, 21)] },
              ],
            },
          ],
        },
      ]);
    });

  test('that the end of a line parts are whole, with both their places', (t) => {
    const parts = ['har', 'bour'].map((part, index) =>
      string(
        part,
        index === 0 ? 900 : 10,
        index * 40,
        `SUBS_TYPE="HypPart${index + 1}" SUBS_CONTENT="harbour"`,
      ),
    );
    const [page] = pagesOf(
      t,
      alto(
        block(
          'B1',
          line('', `${parts[0]}<HYP CONTENT="-"/>`),
          line(parts[1] ?? '', string('wall', 110, 40)),
        ),
      ),
    );
    assert.deepEqual(page?.lines, [
      { words: [{ text: 'harbour', boxes: [box(900, 0), box(10, 40)] }] },
      { words: [{ text: 'wall', boxes: [box(110, 40)] }] },
    ]);
  });

  test('are in the order that the page says', (t) => {
    const order =
      '<ReadingOrder><OrderedGroup><ElementRef REF="B2"/><ElementRef REF="B1"/></OrderedGroup></ReadingOrder>';
    const [page] = pagesOf(
      t,
      alto(block('B1', line(string('second', 1, 1))) + block('B2', line(string('first', 1, 90))), {
        order,
        version: 'v4',
      }),
    );
    assert.equal(page && textOfPage(page), 'first\nsecond');
  });

  test('in another unit are converted to the pixels of the scan, and refused where these are not known', (t) => {
    const text = alto(block('B1', line(string('storm', 100, 200))), { unit: 'mm10' });
    const [page] = pagesOf(t, text, [{ width: 2000, height: 4000 }]);
    assert.deepEqual(page, {
      width: 2000,
      height: 4000,
      lines: [{ words: [{ text: 'storm', boxes: [box(200, 400, 180, 60)] }] }],
    });
    refused(
      readOcr(written(t, text)),
      /in pixels, or in another unit where the size of the scan is known.*MeasurementUnit “pixel”/,
    );
  });

  test('of a page that does not say its size are those of the scan', (t) => {
    const text = alto(block('B1', line(string('storm', 1, 2))), { size: '' });
    assert.equal(pagesOf(t, text, [{ width: 300, height: 400 }])[0]?.width, 300);
    refused(readOcr(written(t, text)), /page 1 of this file does not say which/);
  });

  test('that lie beyond the page are brought within it', (t) => {
    const [page] = pagesOf(t, alto(block('B1', line(string('storm', -20, 1990)))));
    assert.deepEqual(page?.lines[0]?.words[0]?.boxes, [box(0, 1990, 70, 10)]);
  });

  test('of which many lie outside the page are those of another page, or in another unit', (t) => {
    const words = (outside: number) =>
      alto(
        block(
          'B1',
          ...Array.from({ length: 40 }, (_, at) =>
            line(string(`word${at}`, at < outside ? 1200 : 10, at * 40)),
          ),
        ),
      );
    assert.equal(pagesOf(t, words(2))[0]?.lines.length, 40);
    refused(
      readOcr(written(t, words(3))),
      /3 of 40 lie outside page 1, which has 1000 by 2000 pixels/,
    );
  });

  test('of a page of another shape than the scan are those of another scan', (t) => {
    const text = alto(block('B1', line(string('The', 10, 20))), {
      size: 'WIDTH="1000" HEIGHT="2000"',
    });
    const turned = readOcr(written(t, text), [{ width: 2000, height: 1000 }]);
    refused(turned, /page 1 of this file is 1000 by 2000, the scan 2000 by 1000/);
    refused(readOcr(written(t, text), [{ width: 1000, height: 1850 }]), /another shape/);
    // A smaller copy of the scan, and one with a margin cut off.
    pagesOf(t, text, [{ width: 500, height: 1000 }]);
    pagesOf(t, text, [{ width: 2000, height: 3900 }]);
  });

  test('are read of hOCR', (t) => {
    const text = `<!DOCTYPE html><html><body><div class='ocr_page' title='image "a.png"; bbox 0 0 600 800; ppageno 0'><p class='ocr_par'><span class='ocr_line' title="bbox 10 20 300 50; baseline 0 0"><span class='ocrx_word' title='bbox 10 20 100 50; x_wconf 91'>The</span> <span class='ocrx_word' title='bbox 110 20 200 50'><em>storm</em></span></span><span class="ocr_line" title="bbox 10 60 300 90">at night</span></p></div></body></html>`;
    assert.deepEqual(pagesOf(t, text), [
      {
        width: 600,
        height: 800,
        lines: [
          {
            words: [
              { text: 'The', boxes: [box(10, 20)] },
              { text: 'storm', boxes: [box(110, 20)] },
            ],
          },
          {
            words: [
              { text: 'at', boxes: [box(10, 60, 290)] },
              { text: 'night', boxes: [box(10, 60, 290)] },
            ],
          },
        ],
      },
    ]);
  });

  test('are refused in other forms, each in its own words', (t) => {
    const of = (text: string | Buffer) => readOcr(written(t, text));
    refused(of('The storm'), /ALTO or hOCR; this is another/);
    refused(of('<PcGts/>'), /ALTO or hOCR; this is another/);
    refused(of('<alto><Layout>'), /ALTO is well-formed XML/);
    refused(of('<alto></alto>'), /ALTO has a page/);
    refused(of(`<!DOCTYPE alto [<!ENTITY a "b">]>${alto('').slice(38)}`), /has no document type/);
    refused(of(alto('', { unit: 'ell' })), /not in “ell”/);
    refused(
      of(Buffer.from(alto(block('B1', line(string('F\u00e4hre', 1, 1)))), 'latin1')),
      /is UTF-8/,
    );
    refused(
      of(`<div class="ocr_page" title="bbox 0 0 9 9">${'<i>'.repeat(20_000)}`),
      /nests at most 200 deep/,
    );
  });
});

const VTT = `WEBVTT - Storm

NOTE Heard by Ada Varga

1
00:01.000 --> 00:04.000 align:start
<v Ada Varga>The <i>storm</i> &amp; the ferry.

01:00:05.500 --> 01:00:07.000
came back
`;

suite('captions', () => {
  test('are read with their times, speakers and words', (t) => {
    assert.deepEqual(readCaptions(written(t, VTT.replaceAll('\n', '\r\n'))), {
      vtt: VTT,
      cues: [
        { from: 1, to: 4, speaker: 'Ada Varga', text: 'The storm & the ferry.' },
        { from: 3605.5, to: 3607, text: 'came back' },
      ],
    });
  });

  test('are refused in other forms, each in its own words', (t) => {
    const of = (text: string) => readCaptions(written(t, text));
    const cue = (words: string, times = '00:01.000 --> 00:02.000') =>
      `WEBVTT\n\n${times}\n${words}\n`;
    refused(of('The storm'), /their first line is WEBVTT/);
    refused(
      of('1\n00:00:01,000 --> 00:00:02,000\nThe storm\n'),
      /SubRip \(\.srt\)\. Write WEBVTT and an empty line before it and a point for the comma/,
    );
    refused(of('WEBVTT\n'), /Captions have words/);
    refused(of('WEBVTT\n00:01.000 --> 00:02.000\nThe storm\n'), /An empty line stands between/);
    refused(of(cue('<script>alert(1)</script>')), /<script> is none of them \(line 4\)/);
    refused(of(cue('<i onclick="x">storm</i>')), /is none of them/);
    refused(of(cue('a < b')), /a < that opens none/);
    refused(of(cue('storm', '00:02.000 --> 00:01.000')), /each ends after it begins \(line 3\)/);
    refused(of(cue('storm', '1.0 --> 2.0')), /written 00:01.000 --> 00:04.000 \(line 3\)/);
    refused(
      of(`${cue('b', '00:05.000 --> 00:06.000')}\n00:01.000 --> 00:02.000\na\n`),
      /in the order of their times/,
    );
    refused(
      of(
        `WEBVTT\n\nSTYLE\n::cue { background: url(https://a.example) }\n\n00:01.000 --> 00:02.000\na\n`,
      ),
      /STYLE is left out \(line 3\)/,
    );
    refused(of(cue('a\u202eb')), /bidirectional.*line 4/);
  });
});

suite('a recording', () => {
  const vtt = (from: string, to: string) => `WEBVTT\n\n${from} --> ${to}\nThe lamp went out.\n`;

  for (const [name, read] of [
    ['captions', readCaptions],
    ['a transcript', readTranscript],
  ] as const)
    test(`has ${name} of its own length`, (t) => {
      const late = written(t, vtt('02:10.000', '02:12.000'));
      refused(read(late, 65.4), /begins at 02:10, and the recording ends at 01:05 \(line 3\)/);
      // A last caption may stand longer than the recording, whose length is rounded.
      assert.ok(!('fault' in read(written(t, vtt('01:05.900', '01:20.000')), 65.4)));
      assert.ok(!('fault' in read(late)), 'its length is not known');
    });
});

suite('a transcript', () => {
  test('of plain text has its paragraphs', (t) => {
    assert.deepEqual(
      readTranscript(written(t, '\ufeffThe storm\r\ncame.\r\n\r\n \r\n<b>Then</b> calm.\n')),
      {
        paragraphs: ['The storm came.', '<b>Then</b> calm.'],
      },
    );
  });

  test('of WebVTT has a paragraph for each speaker', (t) => {
    const text =
      'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>The storm\n\n00:02.000 --> 00:03.000\n<v Ada>came.\n\n00:03.000 --> 00:04.000\n<v Una>Yes.\n\n00:09.000 --> 00:10.000\n<v Una>And went.\n';
    assert.deepEqual(readTranscript(written(t, text)), {
      paragraphs: ['Ada: The storm came.', 'Una: Yes.', 'And went.'],
      // Where each caption begins in its paragraphs, joined by line feeds.
      times: [
        { at: 0, from: 1 },
        { at: 15, from: 2 },
        { at: 21, from: 3 },
        { at: 31, from: 9 },
      ],
    });
  });

  test('is refused where it has no words, or is none', (t) => {
    refused(readTranscript(written(t, ' \n\n')), /A transcript has words/);
    refused(
      readTranscript(written(t, 'a\0b')),
      /no control characters. This file has one on line 1/,
    );
    refused(readTranscript(written(t, Buffer.from([0xff, 0xd8]))), /is UTF-8/);
  });
});

suite('words that would take very long to read', () => {
  const quick = (read: () => void) => {
    const begun = process.cpuUsage();
    read();
    const { user, system } = process.cpuUsage(begun);
    assert.ok(user + system < 3_000_000, `${(user + system) / 1e6} s`);
  };

  test('ALTO and hOCR whose elements stand in each other without end are refused at once', (t) => {
    const blocks = (count: number) =>
      alto('<ComposedBlock>'.repeat(count) + '</ComposedBlock>'.repeat(count));
    quick(() => refused(readOcr(written(t, blocks(20_000))), /nests at most 100 deep/));
    const deep = `<div class="ocr_page" title="bbox 0 0 9 9">${'<b>'.repeat(100_000)}`;
    quick(() => refused(readOcr(written(t, deep)), /nests at most 200 deep/));
    const page = '<div class="ocr_page" title="bbox 0 0 9 9">';
    for (const [inside, rule] of [
      ['<div x="<">'.repeat(100_000), /nests at most 200 deep/],
      [`<!-- ${'</a>'.repeat(100_000)} -->${'<a><div>'.repeat(50_000)}`, /nests at most 200 deep/],
      [
        `<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}=">"`).join(' ')}>`,
        /100 attributes/,
      ],
    ] as const)
      quick(() => refused(readOcr(written(t, page + inside)), rule));
    assert.ok(
      'pages' in
        readOcr(
          written(
            t,
            alto(
              '<ComposedBlock>'.repeat(9) +
                block('B1', line(string('The', 10, 20))) +
                '</ComposedBlock>'.repeat(9),
            ),
          ),
        ),
    );
  });

  test('captions that end no sentence make one paragraph, in time that grows as they do', (t) => {
    const time = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 23);
    const cues = Array.from(
      { length: 30_000 },
      (_, at) => `${time(at)} --> ${time(at + 1)}\nthe boat went on past mark ${at}\n`,
    );
    quick(() => {
      const found = readTranscript(written(t, `WEBVTT\n\n${cues.join('\n')}`));
      assert.ok('paragraphs' in found);
      assert.equal(found.paragraphs.length, 1);
    });
  });
});
