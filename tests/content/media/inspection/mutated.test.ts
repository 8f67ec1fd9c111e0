import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import fc from 'fast-check';
import { inspectFile } from '../../../../src/content/media/inspection/inspection.ts';
import { statedInFile } from '../../../../src/content/media/stated/stated.ts';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { readCaptions } from '../../../../src/content/media/words/captions.ts';
import { readOcr } from '../../../../src/content/media/words/ocr.ts';
import { readTranscript } from '../../../../src/content/media/words/transcript.ts';
import { isPicture } from '../../../../src/domain/media/media-type.ts';
import { drawn, pdf } from '../../../support/pdf.ts';
import { gif, picture, svg, tiff } from '../../../support/pictures.ts';
import { flac, id3, mp3, mp4, ogg, wav, webm } from '../../../support/recordings.ts';
import { scratchFolder } from '../../../support/scratch.ts';

/** Whatever a file holds, it is accepted or refused: nothing is thrown, and nothing hangs. `MUTATIONS=1000` for a long run. */

const RUNS = Number(process.env['MUTATIONS'] ?? 12);
const MOST_SECONDS = 10;

const alto =
  '<alto><Description><MeasurementUnit>pixel</MeasurementUnit></Description><Layout><Page WIDTH="9" HEIGHT="9"><TextLine><String CONTENT="a" HPOS="1" VPOS="1" WIDTH="2" HEIGHT="2"/></TextLine></Page></Layout></alto>';
const hocr =
  '<div class="ocr_page" title="bbox 0 0 9 9"><span class="ocr_line" title="bbox 1 1 2 2">a</span></div>';
const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>The storm</v>\n';

const SOUND: Record<string, [name: string, made: () => Buffer | Promise<Buffer>]> = {
  JPEG: [
    'boat.jpg',
    () =>
      picture()
        .withExif({ IFD0: { Artist: 'Ada Varga' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
        .jpeg()
        .toBuffer(),
  ],
  PNG: ['boat.png', () => picture(30, 20).png().toBuffer()],
  WebP: ['boat.webp', () => picture().webp().toBuffer()],
  AVIF: ['boat.avif', () => picture(30, 20).avif({ effort: 0 }).toBuffer()],
  GIF: ['boat.gif', () => gif(3)],
  TIFF: [
    'page.tif',
    () =>
      tiff([
        { width: 9, height: 9 },
        { width: 5, height: 5 },
      ]),
  ],
  SVG: [
    'map.svg',
    () => svg('<g id="a"><path d="M0 0" style="fill:url(#b)"/></g><use href="#a"/>'),
  ],
  MP3: ['harbour.mp3', () => Buffer.concat([id3('Harbour'), mp3(6)])],
  Ogg: ['harbour.ogg', () => ogg()],
  WAV: ['harbour.wav', () => wav(1).subarray(0, 400)],
  FLAC: ['harbour.flac', () => flac(3)],
  MP4: ['storm.mp4', () => mp4()],
  WebM: ['storm.webm', () => webm()],
  'WebM that was recorded as it went': ['storm.webm', () => webm({ isLive: true })],
  ALTO: ['page.xml', () => Buffer.from(alto)],
  hOCR: ['page.hocr', () => Buffer.from(hocr)],
  WebVTT: ['storm.vtt', () => Buffer.from(vtt)],
};

/** Changes of a file: bytes put over others at some places, and where it is cut off. */
const changes = fc.record({
  puts: fc.array(
    fc.tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.uint8Array({ minLength: 1, maxLength: 6 }),
    ),
    { maxLength: 6 },
  ),
  // What stands first says what a file is.
  early: fc.array(fc.tuple(fc.nat(200), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff)), { maxLength: 3 }),
  length: fc.double({ min: 0.2, max: 1, noNaN: true }),
  isCut: fc.boolean(),
});
type Changes = typeof changes extends fc.Arbitrary<infer Made> ? Made : never;

function changed(whole: Buffer, { puts, early, length, isCut }: Changes): Buffer {
  const bytes = Buffer.from(whole);
  for (const [place, put] of puts)
    bytes.set(
      put.subarray(0, bytes.length - Math.floor(place * (bytes.length - 1))),
      Math.floor(place * (bytes.length - 1)),
    );
  for (const [place, put] of early) if (place < bytes.length) bytes[place] = put;
  return isCut ? bytes.subarray(0, Math.floor(bytes.length * length)) : bytes;
}

async function look(path: string): Promise<void> {
  const begun = process.cpuUsage();
  const found = await inspectFile(path);
  assert.ok('facts' in found || /^media\//.test(found.fault.code));
  await statedInFile(path);
  // What is accepted and published as it is can be stripped.
  if ('facts' in found && !isPicture(found.facts.type))
    await assert.doesNotReject(stripped(readFileSync(path), found.facts.type));
  for (const read of [readOcr, readCaptions, readTranscript]) {
    const words = read(path);
    if ('fault' in words) assert.equal(words.fault.code, 'media/words');
  }
  const { user, system } = process.cpuUsage(begun);
  assert.ok((user + system) / 1_000_000 < MOST_SECONDS);
}

suite('files that were changed are accepted or refused', () => {
  for (const [what, [name, made]] of Object.entries(SOUND))
    test(what, async (t) => {
      const path = join(scratchFolder(t), name);
      const whole = await made();
      await fc.assert(
        fc.asyncProperty(changes, async (change) => {
          writeFileSync(path, changed(whole, change));
          await look(path);
        }),
        { numRuns: RUNS },
      );
    });

  test('PDF', async (t) => {
    const path = join(scratchFolder(t), 'report.pdf');
    const whole = pdf([drawn([[50, 700, 12, 'The storm']])]);
    await fc.assert(
      fc.asyncProperty(changes, async (change) => {
        writeFileSync(path, changed(whole, { ...change, isCut: false }));
        await look(path);
      }),
      // Each is read in a thread of its own.
      { numRuns: Math.ceil(RUNS / 3) },
    );
  });

  test('bytes at random', async (t) => {
    const path = join(scratchFolder(t), 'boat.jpg');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async (bytes) => {
        writeFileSync(path, bytes);
        await look(path);
      }),
      { numRuns: RUNS * 5 },
    );
  });
});
