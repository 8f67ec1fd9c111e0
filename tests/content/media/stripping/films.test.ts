import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import { box, SECRET, SECRETS, tellingMp4, toldIn } from '../../../support/files-with-secrets.ts';
import { element } from '../../../support/recordings.ts';

const u16 = (value: number) => Buffer.from([value >> 8, value & 255]);
const u32 = (...values: number[]) => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, index * 4);
  return bytes;
};
const zeros = (count: number) => Buffer.alloc(count);
/** A unit of H.264 behind its length. */
const unit = (...parts: (Buffer | string | number[])[]) => {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1')));
  return Buffer.concat([u32(bytes.length), bytes]);
};
/** A message of the kind that is registered nowhere: a name of 16 bytes, and what is said. */
const message = (said: string, type = 5) =>
  unit([6, type, 16 + said.length], 'a name of 16 let', said, [0x80]);

const SLICE = 'the coded picture';
const PICTURE = Buffer.concat([message(SECRET), unit([0x65], SLICE), unit([0x1e], SECRET)]);

const avcC = (...more: (Buffer | string)[]) =>
  box(
    'avcC',
    Buffer.from([1, 66, 0, 10, 0xff, 0xe1]),
    ...[u16(4), Buffer.from([0x67, 66, 0, 10])],
    ...[Buffer.from([2]), u16(2), Buffer.from([0x68, 1])],
    ...[message(SECRET).subarray(2)],
    ...more,
  );

interface Parts {
  reference?: Buffer;
  entry?: Buffer;
  /** Boxes beside its tracks. */
  film?: readonly Buffer[];
  handler?: string;
  sample?: { at: number; length: number };
}

const track = (id: number, { reference, entry, handler = 'vide', sample }: Parts) =>
  box(
    'trak',
    box('tkhd', zeros(12), u32(id), zeros(64)),
    box(
      'mdia',
      box('mdhd', zeros(24)),
      box('hdlr', zeros(8), handler, zeros(13)),
      box(
        'minf',
        box('dinf', box('dref', zeros(4), u32(1), reference ?? box('url ', u32(1)))),
        box(
          'stbl',
          box('stsd', zeros(4), u32(1), entry ?? box('avc1', zeros(78), avcC())),
          box('stts', zeros(4), u32(1, 1, 1), SECRET),
          box('stsc', zeros(4), ...(sample ? [u32(1, 1, 1, 1)] : [u32(0)])),
          box('stsz', zeros(4), ...(sample ? [u32(0, 1, sample.length)] : [u32(0, 0)])),
          box('stco', zeros(4), ...(sample ? [u32(1, sample.at)] : [u32(0)])),
        ),
      ),
    ),
  );

/** A film of one picture. */
const film = (parts: Parts = {}) => {
  const head = box('ftyp', 'isom\u0000\u0000\u0000\u0000');
  const sample = { at: head.length + 8, length: PICTURE.length };
  return Buffer.concat([
    head,
    box('mdat', PICTURE),
    box('moov', box('mvhd', zeros(100)), track(1, { sample, ...parts }), ...(parts.film ?? [])),
  ]);
};

const strip = async (bytes: Buffer) => Buffer.from(await stripped(bytes, 'video/mp4'));

async function isStripped(telling: Buffer) {
  assert.deepEqual(toldIn(telling), [...SECRETS]);
  const bytes = await strip(telling);
  assert.deepEqual(toldIn(bytes), []);
  assert.equal(bytes.length, telling.length);
  assert.equal(bytes.indexOf(SLICE), telling.indexOf(SLICE));
  assert.ok(bytes.includes(SLICE));
  return bytes;
}

/** A film of ten pictures of a second each. @param edits pairs of the seconds from which on it is played, and for how many */
const editedFilm = (
  edits: readonly (readonly [from: number, length: number])[],
  delays?: Buffer,
) => {
  const head = box('ftyp', 'isom\u0000\u0000\u0000\u0000');
  const list = edits.map(([from, length]) => u32(length * 600, from * 1000, 65_536));
  const table = box(
    'stbl',
    box('stsd', zeros(4), u32(1), box('vp09', zeros(78), box('vpcC', zeros(12)))),
    box('stts', zeros(4), u32(1, 10, 1000)),
    ...(delays ? [box('ctts', zeros(4), delays)] : []),
    box('stsc', zeros(4), u32(1, 1, 10, 1)),
    box('stsz', zeros(4), u32(1, 10)),
    box('stco', zeros(4), u32(1, head.length + 8)),
  );
  const media = box(
    'mdia',
    box('mdhd', zeros(12), u32(1000), zeros(8)),
    box('hdlr', zeros(8), 'vide', zeros(13)),
    box('minf', table),
  );
  const edts = box('edts', box('elst', zeros(4), u32(edits.length), ...list));
  const trak = box('trak', box('tkhd', zeros(12), u32(1), zeros(64)), edts, media);
  const mvhd = box('mvhd', zeros(12), u32(600), zeros(84));
  return Buffer.concat([head, box('mdat', 'ten bytes!'), box('moov', mvhd, trak)]);
};

/** A film with bytes put at the end of one of its boxes. @param path from the outermost box to that one */
function grown(bytes: Buffer, path: readonly string[], more: Buffer | string): Buffer {
  const [type, ...rest] = path;
  if (type === undefined) return Buffer.concat([bytes, Buffer.from(more as string, 'latin1')]);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += bytes.readUInt32BE(at)) {
    const name = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + bytes.readUInt32BE(at));
    parts.push(box(name, name === type ? grown(content, rest, more) : content));
  }
  return Buffer.concat(parts);
}

test('the boxes of a film hold their fields alone, and those of no use to players nothing', async () => {
  const plain = editedFilm([[0, 10]], u32(1, 10, 0));
  const info = ['moov', 'trak', 'mdia', 'minf'];
  const table = [...info, 'stbl'];
  for (const path of [
    ['moov', 'mvhd'],
    ['moov', 'trak', 'tkhd'],
    ['moov', 'trak', 'edts', 'elst'],
    ['moov', 'trak', 'mdia', 'mdhd'],
    ...['stts', 'ctts', 'stsc', 'stsz', 'stco'].map((type) => [...table, type]),
  ]) {
    const bytes = await strip(grown(plain, path, SECRET));
    assert.deepEqual(toldIn(bytes), [], path.join('/'));
    assert.ok(bytes.includes('ten bytes!'));
  }
  for (const type of ['sgpd', 'sbgp', 'subs', 'stsh', 'padb', 'sdtp', 'cslg', 'saio', 'elng'])
    assert.deepEqual(toldIn(await strip(grown(plain, table, box(type, SECRET)))), [], type);
  for (const more of [box('vmhd', zeros(12), SECRET), box('smhd', zeros(8), SECRET)])
    assert.deepEqual(toldIn(await strip(grown(plain, info, more))), []);
  const brands = box('styp', 'iso6', 'Ada ', 'Owne', 'mp42');
  const bytes = await strip(grown(plain, [], brands));
  assert.ok(bytes.includes('iso6\u0000\u0000\u0000\u0000isommp42'));
});

test('a film that was cut without encoding it anew is refused, and says how to cut it', async () => {
  const isCut = (film: Buffer, seconds: string) =>
    assert.rejects(strip(film), (error: Error) =>
      error.message.startsWith(
        `${seconds} seconds of the film are cut off, and still in its file.`,
      ),
    );
  await isCut(editedFilm([[2, 8]]), '2.0');
  await isCut(editedFilm([[0, 7]]), '3.0');
  await isCut(
    editedFilm([
      [0, 3],
      [5, 5],
    ]),
    '2.0',
  );
  // It plays nothing first, and then all; and all, in another order.
  for (const edits of [
    [[0, 10]],
    [
      [5, 5],
      [0, 5],
    ],
    [[0, 0]],
  ] as [number, number][][])
    assert.ok((await strip(editedFilm(edits))).includes('ten bytes!'));
  // Pictures that are decoded before they are shown begin later, all of them.
  assert.ok((await strip(editedFilm([[2, 10]], u32(1, 10, 2000)))).includes('ten bytes!'));
});

test('messages of programs in the pictures of a film are blanks, and its pictures are as they were', async () => {
  const bytes = await isStripped(film());
  const at = bytes.indexOf('mdat') + 4;
  // Each unit is as long as it was, and of a kind that decoders pass over.
  const lengths: number[] = [];
  for (let from = at; from < at + PICTURE.length; from += 4 + bytes.readUInt32BE(from))
    lengths.push(bytes.readUInt32BE(from));
  assert.equal(lengths.length, 3);
  assert.equal(bytes[at + 4], 6);
  assert.ok(!bytes.includes('a name of 16 let'));
});

test('units of a film that are no part of its pictures hold nothing, and a delimiter says what it may', async () => {
  const others = [9, 10, 11, 13, 14, 17, 18, 20, 22, 23, 31].map((kind) => unit([kind], SECRET));
  const picture = Buffer.concat([unit([9, 0x35]), ...others, unit([0x65], SLICE)]);
  const head = box('ftyp', 'isom\u0000\u0000\u0000\u0000');
  const sample = { at: head.length + 8, length: picture.length };
  const moov = box('moov', box('mvhd', zeros(100)), track(1, { sample }));
  const bytes = await isStripped(Buffer.concat([head, box('mdat', picture), moov]));
  assert.deepEqual([...bytes.subarray(sample.at, sample.at + 6)], [0, 0, 0, 2, 9, 0x30]);
});

test('a message as large as a film is taken out in the memory of the film', async () => {
  const large = unit(
    [6, 5],
    Buffer.alloc(80_000, 0xff),
    [0],
    Buffer.alloc(80_000 * 255, 'tide'),
    [0x80],
  );
  const picture = Buffer.concat([large, unit([0x65], SLICE)]);
  const head = box('ftyp', 'isom\u0000\u0000\u0000\u0000');
  const sample = { at: head.length + 8, length: picture.length };
  const moov = box('moov', box('mvhd', zeros(100)), track(1, { sample }));
  const film = Buffer.concat([head, box('mdat', picture), moov]);
  const before = process.memoryUsage().heapUsed;
  const bytes = await strip(film);
  assert.ok(process.memoryUsage().heapUsed - before < 40e6);
  assert.ok(!bytes.includes('tide') && bytes.includes(SLICE));
});

test('captions in messages of a film stay, and so do the escapes of what is blanked', async () => {
  const captions = unit([6, 4, 10, 0xb5, 0, 0x31], 'GA94abc', [0x80]);
  const escaped = unit([6, 5, 21, 0, 0, 3, 1], 'a name', [0, 0, 3, 0], SECRET.slice(0, 9), [0x80]);
  const picture = Buffer.concat([captions, escaped, unit([0x65], SLICE)]);
  const head = box('ftyp', 'isom\u0000\u0000\u0000\u0000');
  const sample = { at: head.length + 8, length: picture.length };
  const bytes = await strip(
    Buffer.concat([
      head,
      box('mdat', picture),
      box('moov', box('mvhd', zeros(100)), track(1, { sample })),
    ]),
  );
  const from = sample.at + captions.length;
  assert.ok(bytes.subarray(sample.at, from).equals(captions));
  assert.deepEqual(
    [...bytes.subarray(from + 4, from + escaped.length)],
    [6, 5, 21, 0, 0, 3, 1, ...Array(6).fill(32), 0, 0, 3, 1, ...Array(9).fill(32), 0x80],
  );
});

test('paths of references, names of programs and boxes of any depth go out of a film', async () => {
  const path = box('url ', u32(1), `file:///home/${SECRET}\u0000`);
  await isStripped(film({ reference: path }));
  await isStripped(film({ reference: box('alis', u32(1), SECRET) }));
  const named = Buffer.concat([zeros(42), Buffer.from('\u001fPacked by SERIAL-4711'.padEnd(36))]);
  await isStripped(
    film({
      entry: box(
        'avc1',
        named,
        avcC(),
        box('udta', box('\u00a9xyz', SECRET)),
        box('pasp', u32(1, 1)),
      ),
    }),
  );
  await isStripped(
    film({ film: [box('mvex', box('trex', zeros(24)), box('udta', box('meta', SECRET)))] }),
  );
});

test('a film whose data lie in another file, or whose pictures are not looked through, is refused', async () => {
  const refused = (parts: Parts, why: RegExp) =>
    assert.rejects(
      strip(film(parts)),
      (error: Error) => error instanceof UnsoundFile && why.test(error.message),
    );
  await refused({ reference: box('url ', u32(0), 'storm.mp4\u0000') }, /in another file/);
  await refused({ entry: box('hvc1', zeros(78)) }, /HEVC/);
  await refused({ entry: box('avc1', zeros(78)) }, /how its pictures begin/);
  const torn = film();
  torn.writeUInt32BE(9999, torn.indexOf('mdat') + 4);
  await assert.rejects(strip(torn), /torn/);
});

/** A fragment with parts of tracks, each of one sample that lies at a place counted from the fragment. */
const fragment = (parts: readonly { id: number; at: number; length: number }[], flags = 0x020000) =>
  box(
    'moof',
    box('mfhd', zeros(4), u32(1)),
    box('udta', SECRET),
    ...parts.map(({ id, at, length }) =>
      box(
        'traf',
        box('tfhd', u32(flags | 0x10), u32(id, length)),
        box('trun', u32(0x000001), u32(1), u32(at), SECRET),
        box('meta', SECRET),
      ),
    ),
  );

test('of a film in fragments the media hold what is shown alone', async () => {
  const begin = (...handlers: string[]) =>
    Buffer.concat([
      box('ftyp', 'isom\u0000\u0000\u0000\u0000'),
      box(
        'moov',
        box('mvhd', zeros(100)),
        ...handlers.map((handler, index) => track(index + 1, { handler })),
        box('mvex', box('trex', zeros(4), u32(1, 1, 0, 0, 0))),
      ),
    ]);
  const inFragments = (parts: number, flags?: number) => {
    const shown = (at: number) => ({ id: 1, at, length: PICTURE.length });
    const measured = (at: number) => ({ id: 2, at, length: SECRET.length });
    const of = (at: number) =>
      parts === 1 ? [shown(at)] : [measured(at + PICTURE.length), shown(at)];
    const { length } = fragment(of(0), flags);
    return fragment(of(length + 8), flags);
  };
  const lone = Buffer.concat([
    begin('vide'),
    inFragments(1),
    box('mdat', PICTURE, SECRET),
    box('mdat', SECRET),
  ]);
  await isStripped(lone);
  const measured = (flags?: number) =>
    Buffer.concat([begin('vide', 'meta'), inFragments(2, flags), box('mdat', PICTURE, SECRET)]);
  const bytes = await isStripped(measured());
  assert.equal(bytes.toString('latin1').split('traf').length, 2);
  // Places of later parts are counted from what is gone.
  await assert.rejects(strip(measured(0)), /lean on a track of measurements/);
});

test('a film that is torn is refused', async () => {
  const telling = tellingMp4(SLICE);
  for (const length of [9, 60, telling.length - 1])
    await assert.rejects(strip(telling.subarray(0, length)), UnsoundFile);
});

/** A unit of AV1 that says how long it is. */
const obu = (kind: number, content: Buffer | string) =>
  Buffer.concat([Buffer.from([(kind << 3) | 2, content.length]), Buffer.from(content as string)]);
const AV1_UNITS = [
  obu(2, ''),
  obu(6, SLICE),
  obu(5, Buffer.from([1, 3, 0xe8, 0, 0xfa, 0x80])),
  ...[5, 9, 15].map((kind) => obu(kind, SECRET)),
  obu(5, Buffer.concat([Buffer.from([1]), Buffer.from(SECRET)])),
];
const isClear = (units: Buffer) => {
  assert.deepEqual(toldIn(units), []);
  assert.ok(units.subarray(0, 29).equals(Buffer.concat(AV1_UNITS.slice(0, 3))));
};

test('of AV1 the pictures stay and how bright they are, and what programs tell goes', async () => {
  const units = Buffer.concat(AV1_UNITS);
  const head = box('ftyp', 'isom\u0000\u0000\u0000\u0000');
  const entry = box('av01', zeros(78), box('av1C', Buffer.from([0x81, 0, 12, 0]), units));
  const sample = { at: head.length + 8, length: units.length };
  const moov = box('moov', box('mvhd', zeros(100)), track(1, { entry, sample }));
  const bytes = await strip(Buffer.concat([head, box('mdat', units), moov]));
  isClear(bytes.subarray(sample.at, sample.at + units.length));
  const at = bytes.indexOf('av1C') + 8;
  isClear(bytes.subarray(at, at + units.length));
  // In a WebM whose track is told of behind its pictures as well.
  const codec = element(0x86, 'V_AV1');
  const told = element(0x63a2, Buffer.concat([Buffer.from([0x81, 0, 12, 0]), units]));
  const tracks = element(
    0x1654ae6b,
    element(0xae, Buffer.concat([element(0xd7, [1]), element(0x83, [1]), codec, told])),
  );
  const block = element(0xa3, Buffer.concat([Buffer.from([0x81, 0, 0, 0x80]), units]));
  const cluster = element(0x1f43b675, block);
  for (const parts of [
    [tracks, cluster],
    [cluster, tracks],
  ]) {
    const film = Buffer.concat([
      element(0x1a45dfa3, element(0x4282, 'webm')),
      element(0x18538067, Buffer.concat(parts)),
    ]);
    const webm = Buffer.from(await stripped(film, 'video/webm'));
    assert.deepEqual(toldIn(webm), []);
    assert.equal(webm.indexOf(SLICE), film.indexOf(SLICE));
  }
});
