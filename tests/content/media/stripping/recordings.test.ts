import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import type { MediaType } from '../../../../src/domain/media/media-type.ts';
import {
  riff,
  riffChunk,
  SECRET,
  SECRETS,
  tellingMp4,
  toldIn,
} from '../../../support/files-with-secrets.ts';
import { oggPage, oggSum } from '../../../support/ogg.ts';

const SOUND = 'the sound itself';

async function isStripped(telling: Buffer, type: MediaType): Promise<Buffer> {
  assert.deepEqual(toldIn(telling), [...SECRETS]);
  const bytes = Buffer.from(await stripped(telling, type));
  assert.deepEqual(toldIn(bytes), []);
  assert.ok(bytes.includes(SOUND));
  return bytes;
}

const isRefused = (bytes: Buffer, type: MediaType, message: RegExp) =>
  assert.rejects(
    stripped(bytes, type),
    (error: Error) => error instanceof UnsoundFile && message.test(error.message),
  );

test('a film keeps its picture where it was, and loses places, times, owner and measurements', async () => {
  const telling = tellingMp4(SOUND);
  const bytes = await isStripped(telling, 'video/mp4');
  assert.equal(bytes.length, telling.length);
  assert.equal(bytes.indexOf(SOUND), telling.indexOf(SOUND));
  // The times of the film, of its track and of its media.
  assert.ok(telling.includes(Buffer.from('e8754700', 'hex')));
  assert.ok(!bytes.includes(Buffer.from('e8754700', 'hex')));
  assert.ok(!bytes.includes('udta') && !bytes.includes('uuid') && bytes.includes('free'));
  assert.equal(bytes.toString('latin1').split('trak').length - 1, 1);
  // Some cameras write where they are as subtitles.
  assert.deepEqual(toldIn(await stripped(tellingMp4(SOUND, 'text'), 'video/mp4')), []);
});

test('a WAV keeps form and sound alone', async () => {
  const form = Buffer.concat([Buffer.from([1, 0]), Buffer.alloc(14, 1)]);
  const telling = riff(
    'WAVE',
    riffChunk('fmt ', Buffer.concat([form, Buffer.from(SECRET)])),
    riffChunk('fact', `1234${SECRET}`),
    riffChunk('fact', SECRET.slice(0, 4)),
    riffChunk('bext', SECRET),
    riffChunk('LIST', `INFO${SECRET}`),
    riffChunk('data', SOUND),
    riffChunk('iXML', SECRET),
  );
  const bytes = await isStripped(telling, 'audio/wav');
  assert.ok(
    bytes.equals(
      riff('WAVE', riffChunk('fmt ', form), riffChunk('fact', '1234'), riffChunk('data', SOUND)),
    ),
  );
});

const id3 = (words: string) => {
  const head = Buffer.from('ID3\u0004\u0000\u0000\u0000\u0000\u0000\u0000', 'latin1');
  head[8] = words.length >> 7;
  head[9] = words.length & 0x7f;
  return Buffer.concat([head, Buffer.from(words, 'latin1')]);
};

/** A frame of MPEG audio, which says how long it is. */
const frame = Buffer.alloc(417, SOUND);
Buffer.from([0xff, 0xfb, 0x90, 0]).copy(frame);

test('an MP3 keeps its sound alone', async () => {
  const sound = Buffer.concat([frame, frame]);
  const ape = Buffer.alloc(32);
  ape.write('APETAGEX', 'latin1');
  ape.writeUInt32LE(SECRET.length + 32, 12);
  const old = Buffer.concat([
    Buffer.from('TAG'),
    Buffer.from(SECRET.slice(0, 125).padEnd(125), 'latin1'),
  ]);
  const telling = Buffer.concat([
    id3(SECRET),
    id3(SECRET),
    Buffer.alloc(7),
    sound,
    Buffer.from(SECRET),
    ape,
    old,
  ]);
  assert.ok((await isStripped(telling, 'audio/mpeg')).equals(sound));
  // Notes of no known kind, between its frames and behind them.
  const note = Buffer.from(SECRET);
  const noted = Buffer.concat([sound, note, sound, ape, note, sound, note]);
  assert.ok((await isStripped(noted, 'audio/mpeg')).equals(Buffer.concat([sound, sound, sound])));
});

test('a FLAC keeps what its players need', async () => {
  const sound = Buffer.from(`\u00ff\u00f8${SOUND}`, 'latin1');
  const block = (type: number, content: string) =>
    Buffer.concat([Buffer.from([type, 0, 0, content.length]), Buffer.from(content, 'latin1')]);
  const info = '\u0010\u0000'.repeat(17);
  const points = [0, 4096, 8192].map((sample, index) => {
    const point = Buffer.alloc(18);
    point.writeUInt32BE(sample, 4);
    point.writeUInt32BE(index * 3, 12);
    return point.toString('latin1');
  });
  const flac = Buffer.concat([
    id3(SECRET),
    Buffer.from('fLaC'),
    block(0, info),
    block(0, SECRET),
    block(4, SECRET),
    block(3, `${points.join('')}${SECRET}`),
    block(0x86, SECRET),
    sound,
  ]);
  const bytes = await isStripped(flac, 'audio/flac');
  assert.ok(
    bytes.equals(
      Buffer.concat([Buffer.from('fLaC'), block(0, info), block(0x83, points.join('')), sound]),
    ),
  );
});

test('of an Ogg file the comments say nothing, across pages too, and its sums are right', async () => {
  const length = (value: number) => {
    const all = Buffer.alloc(4);
    all.writeUInt32LE(value);
    return all;
  };
  const comments = Buffer.concat([
    Buffer.from('OpusTags'),
    length(SECRET.length),
    Buffer.from(SECRET),
    length(1),
    length(600),
    Buffer.alloc(600, SECRET),
  ]);
  const telling = Buffer.concat([
    oggPage(0, [Buffer.from('OpusHead\u0001\u0002')], { begins: true }),
    oggPage(1, [comments.subarray(0, 510)], { isOpen: true }),
    oggPage(2, [comments.subarray(510)], {}),
    oggPage(3, [Buffer.from(SOUND)], {}),
  ]);
  const bytes = await isStripped(telling, 'audio/ogg');
  assert.equal(bytes.length, telling.length);
  let pages = 0;
  for (let at = 0; at >= 0; at = bytes.indexOf('OggS', at + 1)) {
    const next = bytes.indexOf('OggS', at + 1);
    const page = bytes.subarray(at, next < 0 ? undefined : next);
    assert.equal(page.readUInt32LE(22), oggSum(page), `page ${pages}`);
    pages += 1;
  }
  assert.equal(pages, 4);
  // Sounds may follow each other; several at once are another matter.
  const twice = Buffer.from(await stripped(Buffer.concat([telling, telling]), 'audio/ogg'));
  assert.ok(twice.equals(Buffer.concat([bytes, bytes])));
  const head = oggPage(0, [Buffer.from('OpusHead')], { begins: true });
  await isRefused(Buffer.concat([head, telling]), 'audio/ogg', /where its comments are/);
  await isRefused(
    oggPage(0, [Buffer.from('fishead')], { begins: true }),
    'audio/ogg',
    /no Vorbis or Opus/,
  );
});

/** An element of Matroska. */
const element = (id: string, content: Buffer | string, isOpen = false) => {
  const bytes = Buffer.from(content as string, 'latin1');
  const size = Buffer.from([0x40 | (bytes.length >> 8), bytes.length & 0xff]);
  return Buffer.concat([
    Buffer.from(id, 'hex'),
    isOpen ? Buffer.from('01ffffffffffffff', 'hex') : size,
    bytes,
  ]);
};

for (const isOpen of [false, true])
  test(`a WebM${isOpen ? ' that does not say how long it is' : ''} keeps film and sound, and loses what it tells`, async () => {
    const info = element(
      '1549a966',
      Buffer.concat([element('2ad7b1', 'abc'), element('4d80', SECRET), element('7ba9', SECRET)]),
    );
    const track = (type: number) =>
      element(
        '1654ae6b',
        element(
          'ae',
          Buffer.concat([
            element('83', Buffer.from([type])),
            element('536e', SECRET),
            element('e0', Buffer.concat([element('b0', 'w'), element('ec', SECRET)])),
            element('86', 'V_VP9'),
          ]),
        ),
      );
    const film = (type: number) =>
      Buffer.concat([
        element('1a45dfa3', element('4282', 'webm')),
        element(
          '18538067',
          Buffer.concat([
            info,
            track(type),
            element(
              '1f43b675',
              Buffer.concat([element('a3', SOUND), element('ec', SECRET)]),
              isOpen,
            ),
            element('1254c367', SECRET),
            element('1941a469', SECRET),
          ]),
          isOpen,
        ),
      ]);
    const telling = film(1);
    const bytes = await isStripped(telling, 'video/webm');
    assert.equal(bytes.indexOf(SOUND), telling.indexOf(SOUND));
    assert.equal(bytes.length, telling.length);
    assert.ok(bytes.includes('V_VP9') && bytes.includes('abc'));
    await isRefused(film(0x21), 'video/webm', /neither film nor sound/);
    await isRefused(telling.subarray(0, 30), 'video/webm', /./);
  });

/** Comments of a sound. @param begins how they begin @param end what ends them */
const commentsOf = (begins: string, end: string) => {
  const said = SECRET + ' of the tides'.repeat(20);
  const lengths = [SECRET.length, 1, said.length].map((length) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(length);
    return bytes.toString('latin1');
  });
  return `${begins}${lengths[0]}${SECRET}${lengths[1]}${lengths[2]}${said}${end}`;
};

test('what decoders of a WebM are told before its first sound says nothing of programs and owners', async () => {
  const film = (codec: string, told: string) =>
    Buffer.concat([
      element('1a45dfa3', element('4282', 'webm')),
      element(
        '18538067',
        Buffer.concat([
          element(
            '1654ae6b',
            element(
              'ae',
              Buffer.concat([element('83', '\u0002'), element('86', codec), element('63a2', told)]),
            ),
          ),
          element('1f43b675', element('a3', SOUND)),
        ]),
      ),
    ]);
  const comments = commentsOf('\u0003vorbis', '\u0001');
  const laced = `\u0002\u0008\u00ff${String.fromCharCode(comments.length - 255)}`;
  const vorbis = film('A_VORBIS', `${laced}1 vorbis${comments}the setup`);
  const bytes = await isStripped(vorbis, 'video/webm');
  assert.equal(bytes.length, vorbis.length);
  assert.ok(bytes.includes('1 vorbis\u0003vorbis') && bytes.includes('\u0001the setup'));
  const opus = `OpusHead\u0001\u0002${'\u0000'.repeat(9)}`;
  assert.ok((await isStripped(film('A_OPUS', opus + SECRET), 'video/webm')).includes(opus));
  await isRefused(film('V_OTHER', SECRET), 'video/webm', /in no form that is known/);
});

test('an MP3 that was put together of several keeps the sound of each, and the tags of none', async () => {
  const sound = Buffer.concat([frame, frame]);
  const old = Buffer.concat([
    Buffer.from('TAG'),
    Buffer.from(SECRET.slice(0, 125).padEnd(125), 'latin1'),
  ]);
  const lyrics = Buffer.from(`LYRICSBEGIN${SECRET}LYRICSEND`, 'latin1');
  const one = Buffer.concat([id3(SECRET), sound, lyrics, old]);
  const telling = Buffer.concat([one, one, sound]);
  const bytes = await isStripped(telling, 'audio/mpeg');
  assert.ok(bytes.equals(Buffer.concat([sound, sound, sound])));
  assert.ok(!bytes.includes('ID3') && !bytes.includes('LYRICSBEGIN'));
  // Signs of a tag in a sound are sound.
  const signs = Buffer.concat([sound, sound]);
  signs.write('ID3 in a sound, and no tag', 500, 'latin1');
  assert.ok(Buffer.from(await stripped(signs, 'audio/mpeg')).equals(signs));
});
