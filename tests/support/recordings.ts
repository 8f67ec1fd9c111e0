/** Sound and film that tests make by hand, as bytes: silence and empty pictures in the forms of containers. */

const u16le = (value: number) => [value & 255, value >> 8];
const u32le = (value: number) => [...u16le(value & 0xffff), ...u16le(value >>> 16)];
const u32 = (value: number) => u32le(value).reverse();

/** A WAV of PCM: seconds of silence, of one channel of 16 bits at 8,000 samples. @param form by its number: 1 is PCM */
export function wav(seconds = 1, form = 1): Buffer {
  const sound = Buffer.alloc(seconds * 16_000);
  const head = Buffer.from([
    ...u16le(form),
    ...u16le(1),
    ...u32le(8000),
    ...u32le(16_000),
    ...u16le(2),
    ...u16le(16),
  ]);
  const chunk = (type: string, data: Buffer) =>
    Buffer.concat([Buffer.from(type), Buffer.from(u32le(data.length)), data]);
  const inside = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', head), chunk('data', sound)]);
  return chunk('RIFF', inside);
}

/** An MP3 of silent frames of MPEG-1, 128 kbit/s, 44,100 samples a second: 1,152 samples and 417 bytes each. */
export const mp3 = (frames = 40): Buffer =>
  Buffer.concat(
    Array.from({ length: frames }, () =>
      Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x00]), Buffer.alloc(413)]),
    ),
  );

/** Notes of ID3v2 before a sound, with a frame of text. */
export function id3(text: string): Buffer {
  const frame = Buffer.concat([
    Buffer.from('TIT2'),
    Buffer.from(u32(text.length + 1)),
    Buffer.from([0, 0, 0]),
    Buffer.from(text),
  ]);
  return Buffer.concat([
    Buffer.from('ID3\u0003\0\0'),
    Buffer.from([0, 0, frame.length >> 7, frame.length & 127]),
    frame,
  ]);
}

function crc(bytes: Uint8Array, width: 8 | 16 | 32, polynomial: number): number {
  const top = 2 ** (width - 1);
  let sum = 0;
  for (const byte of bytes)
    for (let bit = 7; bit >= 0; bit--) {
      const isSet = sum >= top !== Boolean((byte >> bit) & 1);
      sum = ((sum * 2) % 2 ** width) >>> 0;
      if (isSet) sum = (sum ^ polynomial) >>> 0;
    }
  return sum;
}

/** A FLAC of frames of silence: 4,096 samples each of one channel of 16 bits at 8,000 samples a second. @param samples that it states */
export function flac(frames = 4, samples = frames * 4096): Buffer {
  const info = Buffer.alloc(34);
  info.writeUInt16BE(4096, 0);
  info.writeUInt16BE(4096, 2);
  info.writeUIntBE(8000 << 4, 10, 3);
  info[13] = 15 << 4;
  info.writeUInt32BE(samples, 14);
  const frame = (number: number) => {
    const head = Buffer.from([0xff, 0xf8, 0xc4, 0x08, number]);
    const whole = Buffer.from([...head, crc(head, 8, 0x07), 0, 0, 0]);
    const sum = crc(whole, 16, 0x8005);
    return Buffer.from([...whole, sum >> 8, sum & 255]);
  };
  return Buffer.concat([
    Buffer.from('fLaC'),
    Buffer.from([0x80, 0, 0, 34]),
    info,
    ...Array.from({ length: frames }, (_, number) => frame(number)),
  ]);
}

/** A page of Ogg. @param flags 2 where it begins a sound, 4 where it ends it @param place in samples */
export function oggPage(
  packet: Buffer,
  flags: number,
  place: number,
  number: number,
  serial = 7,
): Buffer {
  const page = Buffer.concat([
    Buffer.from('OggS\0'),
    Buffer.from([
      flags,
      ...u32le(place),
      ...u32le(0),
      ...u32le(serial),
      ...u32le(number),
      0,
      0,
      0,
      0,
      1,
      packet.length,
    ]),
    packet,
  ]);
  page.writeUInt32LE(crc(page, 32, 0x04c11db7), 22);
  return page;
}

export const opusHead = Buffer.concat([
  Buffer.from('OpusHead'),
  Buffer.from([1, 1, ...u16le(312), ...u32le(48_000), 0, 0, 0]),
]);

/** The first packet of an Ogg of FLAC. */
export const oggFlac = Buffer.concat([
  Buffer.from('\u007fFLAC\u0001\u0000\u0000\u0001fLaC', 'latin1'),
  Buffer.from([0, 0, 0, 34]),
  Buffer.alloc(34, 1),
]);

/** An Ogg of Opus with two seconds of nothing. @param head its first packet */
export const ogg = (head: Buffer = opusHead, serial = 7): Buffer =>
  Buffer.concat([
    oggPage(head, 2, 0, 0, serial),
    oggPage(Buffer.from('OpusTags\0\0\0\0\0\0\0\0'), 0, 0, 1, serial),
    oggPage(Buffer.alloc(40, 1), 4, 96_312, 2, serial),
  ]);

/** A box of an MP4. */
export const box = (type: string, ...inside: (Buffer | number[] | string)[]): Buffer => {
  const data = Buffer.concat(
    inside.map((one) => (typeof one === 'string' ? Buffer.from(one, 'latin1') : Buffer.from(one))),
  );
  return Buffer.concat([Buffer.from(u32(data.length + 8)), Buffer.from(type, 'latin1'), data]);
};

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);
const UPRIGHT = [
  u32(0x10000),
  u32(0),
  u32(0),
  u32(0),
  u32(0x10000),
  u32(0),
  u32(0),
  u32(0),
  u32(0x40000000),
].flat();
const TURNED = [
  u32(0),
  u32(0x10000),
  u32(0),
  u32(0xffff0000),
  u32(0),
  u32(0),
  u32(0),
  u32(0),
  u32(0x40000000),
].flat();

/** How the samples of a track are kept. */
const sampleEntry = (kind: string, code: string) =>
  kind === 'vide'
    ? box(
        code,
        zeros(78),
        ...(code.startsWith('avc') ? [box('avcC', [1, 66, 0, 10, 255, 224, 0])] : []),
      )
    : box(code, zeros(28));

interface Film {
  /** Codes of what its tracks hold; an empty one where it has no such track. */
  video?: string;
  audio?: string;
  isTurned?: boolean;
  /** Where its data are: 1 in the file itself. */
  reference?: number;
  brand?: string;
  /** Bytes of its data that are missing. */
  cut?: number;
  /** Boxes beside its tracks. */
  more?: Buffer;
}

/** An MP4 of ten seconds and 640 x 360 pixels, without pictures in it. */
export function mp4({
  video = 'avc1',
  audio = 'mp4a',
  isTurned = false,
  reference = 1,
  brand = 'isom',
  cut = 0,
  more = Buffer.alloc(0),
}: Film = {}): Buffer {
  const type = box('ftyp', brand, u32(512), 'isommp41');
  const data = box('mdat', zeros(1000));
  const track = (kind: string, code: string) =>
    box(
      'trak',
      box(
        'tkhd',
        zeros(12),
        u32(1),
        u32(0),
        u32(10_000),
        zeros(16),
        isTurned ? TURNED : UPRIGHT,
        kind === 'vide' ? [...u32(640 << 16), ...u32(360 << 16)] : zeros(8),
      ),
      box(
        'mdia',
        box('mdhd', zeros(12), u32(1000), u32(10_000), zeros(4)),
        box('hdlr', zeros(8), kind, zeros(13)),
        box(
          'minf',
          box(
            'dinf',
            box(
              'dref',
              zeros(4),
              u32(1),
              box('url ', u32(reference), reference === 1 ? '' : 'https://films.example/storm\0'),
            ),
          ),
          box(
            'stbl',
            box('stsd', zeros(4), u32(1), sampleEntry(kind, code)),
            box('stsc', zeros(4), u32(1), u32(1), u32(1), u32(1)),
            box('stsz', zeros(4), u32(100), u32(1)),
            box('stco', zeros(4), u32(1), u32(type.length + 900)),
          ),
        ),
      ),
    );
  const film = box(
    'moov',
    box('mvhd', zeros(12), u32(1000), u32(10_000), zeros(80)),
    ...(video ? [track('vide', video)] : []),
    ...(audio ? [track('soun', audio)] : []),
    more,
  );
  return cut > 0
    ? Buffer.concat([type, film, data.subarray(0, data.length - cut)])
    : Buffer.concat([type, data, film]);
}

/** An element of EBML. @param length stated, where it is not the true one */
export function element(id: number, inside: Buffer | number[] | string, length?: number): Buffer {
  const data = typeof inside === 'string' ? Buffer.from(inside) : Buffer.from(inside);
  const name = Buffer.from(
    id.toString(16).padStart(id > 0xffffff ? 8 : id > 0xffff ? 6 : id > 0xff ? 4 : 2, '0'),
    'hex',
  );
  return Buffer.concat([name, Buffer.from([0x08, ...u32(length ?? data.length)]), data]);
}

const float = (value: number) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value);
  return bytes;
};

interface Web {
  kind?: string;
  /** Codes of its tracks. */
  video?: string;
  audio?: string;
  more?: Buffer;
  /** Whether its sizes are as of one that was recorded as it went. */
  isLive?: boolean;
}

/** A WebM of three seconds and 320 x 180 pixels, without pictures in it. */
export function webm({
  kind = 'webm',
  video = 'V_VP9',
  audio = 'A_OPUS',
  more = Buffer.alloc(0),
  isLive = false,
}: Web = {}): Buffer {
  const track = (code: string, beside: Buffer) =>
    element(0xae, Buffer.concat([element(0x86, code), beside]));
  const cluster = Buffer.concat([element(0xe7, [0]), element(0xa3, [0x81, 0, 0, 0x80, 1, 2, 3])]);
  const unknown = Buffer.from([0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff]);
  const inside = Buffer.concat([
    element(
      0x1549a966,
      Buffer.concat([
        element(0x2ad7b1, [0x0f, 0x42, 0x40]),
        ...(isLive ? [] : [element(0x4489, float(3000))]),
      ]),
    ),
    element(
      0x1654ae6b,
      Buffer.concat([
        ...(video
          ? [
              track(
                video,
                element(0xe0, Buffer.concat([element(0xb0, [0x01, 0x40]), element(0xba, [0xb4])])),
              ),
            ]
          : []),
        ...(audio ? [track(audio, element(0xe1, element(0xb5, float(48_000))))] : []),
      ]),
    ),
    ...(isLive
      ? [
          Buffer.from('1f43b675', 'hex'),
          unknown,
          cluster,
          Buffer.from('1f43b675', 'hex'),
          unknown,
          cluster,
        ]
      : [element(0x1f43b675, cluster)]),
    more,
  ]);
  const segment = isLive
    ? Buffer.concat([Buffer.from('18538067', 'hex'), unknown, inside])
    : element(0x18538067, inside);
  return Buffer.concat([element(0x1a45dfa3, element(0x4282, kind)), segment]);
}
