import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { captureOf } from '../../../src/import/writing/capture.ts';
import { drawn, numbers, shapes, svg } from '../../support/drawn-picture.ts';
import {
  articleWith,
  hidden,
  idOf,
  mediaDisclosuresOf,
  OF,
} from '../../support/media-disclosures.ts';
import { mp3Of, pdfOfJpeg, withPreview } from '../../support/picture-containers.ts';
import { zipOf } from '../../support/zip.ts';

const [WIDTH, HEIGHT] = [480, 360];
const render = (content: string, width = WIDTH, height = HEIGHT) =>
  sharp(Buffer.from(svg(content, width, height)))
    .jpeg({ quality: 85 })
    .toBuffer();

/** A portrait in a studio: its curtain is the same each time, who sits before it is not. */
function portrait(seed: number): string {
  const next = numbers(seed);
  const at = (least: number, most: number) => least + Math.floor(next() * (most - least));
  const folds = Array.from(
    { length: 16 },
    (_, fold) =>
      `<rect x="${fold * 30}" y="0" width="${14 + (fold % 3) * 4}" height="360" fill="#7${fold % 10}6a7${(fold * 3) % 10}"/>`,
  ).join('');
  const [x, y, width] = [at(200, 280), at(110, 150), at(60, 85)];
  return `${folds}<ellipse cx="${x}" cy="${y + 190}" rx="${at(120, 170)}" ry="130" fill="rgb(${at(20, 90)},${at(20, 90)},${at(20, 90)})"/><ellipse cx="${x}" cy="${y}" rx="${width}" ry="${width * 1.3}" fill="rgb(${at(170, 230)},${at(140, 180)},${at(110, 150)})"/><path d="M${x - width} ${y - 20}q${width} ${-at(90, 150)} ${2 * width} 0z" fill="rgb(${at(20, 120)},${at(10, 80)},20)"/><circle cx="${x - 24}" cy="${y - 8}" r="7"/><circle cx="${x + 24}" cy="${y - 8}" r="7"/><path d="M${x - 24} ${y + 40}q24 ${at(-12, 26)} 48 0" stroke="#822" stroke-width="5" fill="none"/>`;
}

/** A sheet of a series of maps: frame and legend are the same, the coast is not. */
function map(seed: number): string {
  const next = numbers(seed);
  const coast = Array.from(
    { length: 24 },
    (_, step) => `${step * 20},${100 + Math.floor(next() * 160)}`,
  ).join(' ');
  const towns = Array.from(
    { length: 16 },
    () =>
      `<circle cx="${20 + Math.floor(next() * 440)}" cy="${20 + Math.floor(next() * 260)}" r="4" fill="#000"/>`,
  ).join('');
  return `<polygon points="0,360 ${coast} 480,360" fill="#e8e0c0"/><polyline points="${coast}" fill="none" stroke="#456" stroke-width="3"/>${towns}<rect x="6" y="6" width="468" height="348" fill="none" stroke="#000" stroke-width="4"/><rect x="340" y="290" width="120" height="54" fill="#fff" stroke="#000"/><circle cx="356" cy="306" r="5"/><rect x="352" y="322" width="60" height="8" fill="#456"/>`;
}

/** A page of a newspaper: its head is the same every day, its columns are not. */
function page(seed: number): string {
  const next = numbers(seed);
  const lines = Array.from({ length: 4 * 42 }, (_, line) => {
    const [column, row] = [Math.floor(line / 42), line % 42];
    let x = 16 + column * 88;
    const words: string[] = [];
    while (x < 16 + column * 88 + 66) {
      const width = 4 + Math.floor(next() * 14);
      words.push(`<rect x="${x}" y="${90 + row * 9}" width="${width}" height="5" fill="#222"/>`);
      x += width + 3;
    }
    return words.join('');
  }).join('');
  return `<rect width="380" height="500" fill="#f4f0e4"/><rect x="30" y="16" width="320" height="40" fill="#111"/><rect x="16" y="66" width="348" height="3"/>${lines}`;
}

/** A chart of a series: its axes are the same, its bars are not. */
function chart(seed: number): string {
  const next = numbers(seed);
  const bars = Array.from({ length: 12 }, (_, bar) => {
    const height = 30 + Math.floor(next() * 240);
    return `<rect x="${50 + bar * 34}" y="${310 - height}" width="24" height="${height}" fill="#268"/>`;
  }).join('');
  return `<rect width="480" height="360" fill="#fff"/>${bars}<path d="M40 10v300h430" stroke="#000" stroke-width="3" fill="none"/>`;
}

const slope = (from: string, to: string) =>
  `<linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient><rect width="480" height="360" fill="url(#g)"/>`;
const blank = (shade: number) =>
  sharp({
    create: {
      width: WIDTH,
      height: HEIGHT,
      channels: 3,
      background: { r: shade, g: shade, b: shade },
    },
  })
    .jpeg()
    .toBuffer();
/** Blank paper: grain, and nothing else. */
const paper = (seed: number) => {
  const next = numbers(seed);
  const grain = Buffer.from(Array.from({ length: 240 * 180 }, () => 215 + Math.floor(next() * 25)));
  return sharp(grain, { raw: { width: 240, height: 180, channels: 1 } })
    .resize(WIDTH, HEIGHT)
    .jpeg()
    .toBuffer();
};
const photograph = (seed: number) => drawn(seed, WIDTH, HEIGHT).jpeg({ quality: 85 }).toBuffer();

/** What is withheld: one of each. */
const WITHHELD: Record<string, Buffer> = {
  'photograph-of-a-storm.jpg': await photograph(1),
  'portrait.jpg': await render(portrait(1)),
  'map.jpg': await render(map(1)),
  'page.jpg': await render(page(1), 380, 500),
  'chart.jpg': await render(chart(1)),
  'slope.jpg': await render(slope('#024', '#e94')),
  'blank.jpg': await blank(250),
  'paper.jpg': await paper(1),
};
const ID = idOf(WITHHELD['photograph-of-a-storm.jpg'] ?? Buffer.alloc(0));
const other = await photograph(2);
const saved = (html: string) =>
  captureOf({ bytes: Buffer.from(html), encoding: 'utf-8', time: '2031-04-03' }, {});
const text = Array.from({ length: 900 }, (_, at) => `word${at}`).join(' ');

// biome-ignore format: a table, an innocent neighbour a row
const INNOCENT: [what: string, path: string, content: string | Buffer | Promise<Buffer>][] = [
  ['another photograph', 'a/2.jpg', other],
  ['a third', 'a/3.jpg', photograph(3)],
  ['a fourth, gray', 'a/4.jpg', sharp(await photograph(4)).grayscale().jpeg().toBuffer()],
  ['a fifth, turned', 'a/5.jpg', sharp(await photograph(5)).rotate(90).jpeg().toBuffer()],
  ['a sixth, small', 'a/6.webp', sharp(await photograph(6)).resize(100).webp().toBuffer()],
  ['a seventh as a sign', 'a/7.png', sharp(await photograph(7)).resize(48).png().toBuffer()],
  ['an eighth with many shapes', 'a/8.jpg', render(shapes(8, WIDTH, HEIGHT, 200))],
  ['the same shapes in other places', 'a/9.jpg', render(shapes(9, HEIGHT, WIDTH, 60))],
  ['another portrait of the studio', 'b/2.jpg', render(portrait(2))],
  ['a third portrait', 'b/3.jpg', render(portrait(3))],
  ['a fourth portrait, smaller', 'b/4.jpg', sharp(await render(portrait(4))).resize(320).jpeg().toBuffer()],
  ['a fifth portrait as a sign', 'b/5.jpg', sharp(await render(portrait(5))).resize(64).jpeg().toBuffer()],
  ['the empty studio', 'b/6.jpg', render(portrait(1).slice(0, portrait(1).indexOf('<ellipse')))],
  ['another sheet of the maps', 'c/2.jpg', render(map(2))],
  ['a third sheet', 'c/3.png', sharp(await render(map(3))).png().toBuffer()],
  ['a fourth sheet', 'c/4.jpg', render(map(4))],
  ['another page of the newspaper', 'd/2.jpg', render(page(2), 380, 500)],
  ['a third page', 'd/3.jpg', render(page(3), 380, 500)],
  ['a fourth page, small', 'd/4.webp', sharp(await render(page(4), 380, 500)).resize(243).webp().toBuffer()],
  ['a cutting of another page', 'd/5.jpg', sharp(await render(page(5), 380, 500)).extract({ left: 10, top: 80, width: 180, height: 300 }).jpeg().toBuffer()],
  ['another chart', 'e/2.jpg', render(chart(2))],
  ['a third chart', 'e/3.jpg', render(chart(3))],
  ['another slope of colours', 'f/2.jpg', render(slope('#eee', '#012').replace('x2="1"', 'x2="0.2"'))],
  ['one colour', 'f/3.jpg', blank(120)],
  ['a blank page', 'f/4.jpg', blank(244)],
  ['a dark page', 'f/5.png', sharp(await blank(10)).png().toBuffer()],
  ['other blank paper', 'f/6.jpg', paper(2)],
  ['a third blank paper', 'f/7.jpg', paper(3)],
  ['a sign of a letter', 'f/8.png', sharp(Buffer.from(svg('<rect x="6" y="6" width="20" height="4"/><rect x="14" y="6" width="4" height="20"/>', 32, 32))).png().toBuffer()],
  ['a drawing', 'f/9.svg', svg('<circle cx="50" cy="50" r="30"/>', 100, 100)],
  ['a zip of other pictures', 'g/a.zip', zipOf(new Map([['b.jpg', other]]))],
  ['a PDF with another picture', 'g/a.pdf', pdfOfJpeg(other, WIDTH, HEIGHT)],
  ['a sound with another cover', 'g/a.mp3', mp3Of(other)],
  ['a picture with a preview of its own', 'g/p.jpg', withPreview(other, await sharp(other).resize(160).jpeg().toBuffer())],
  ['a capture with another picture', `${OF}/storm.warc.gz`, saved(`<img src="data:image/jpeg;base64,${other.toString('base64')}">`)],
  ['a long text', 'g/a.txt', text],
  ['numbers', 'g/a.json', JSON.stringify(Array.from({ length: 900 }, (_, at) => at % 250))],
  ['digests', 'g/sums.txt', Array.from({ length: 40 }, (_, at) => at.toString(16).padStart(64, '0')).join('\n')],
  ['the page that says it is withheld', `media/${ID}/index.html`, `<link rel="canonical" href="https://isles.example/media/${ID}/">`],
  ['its line in the ledger', 'ledger.txt', `/2031/04/02/storm/ ${ID} file sha256`],
  ['its place in its article', `${OF}/index.html`, `<p id="${ID}">Withheld.</p>`],
  ['its place in the data of its article', `${OF}/index.json`, JSON.stringify({ media: [{ id: ID }] })],
  ['a link to its place', 'h/index.html', `<a href="/${OF}/#${ID}">Storm</a>`],
  ['another id', 'h/a.json', '{"id":"m-aaaaaaaaaaaa"}'],
  ['a short name of a file', 'h/b.html', '<p>See portrait.jpg and map.jpg.</p>'],
  ['a longer name of a file', 'h/c.html', '<p>aphotograph-of-a-storm.jpg, photograph-of-a-storm.png</p>'],
];

test('what only looks like a withheld picture is published', async (t) => {
  const names = Object.keys(WITHHELD);
  const content = Object.fromEntries(
    names.map((name) => [`articles/2031/04/02/${name}`, WITHHELD[name] ?? '']),
  );
  const site: Record<string, string | Buffer> = {};
  for (const [, path, bytes] of INNOCENT) {
    assert.ok(!(path in site), path);
    site[path] = await bytes;
  }
  const article = articleWith(names.map((name) => hidden(name)));
  // Each is found where it is, or the test would say nothing.
  for (const name of names)
    site[`found/${name}`] = await sharp(WITHHELD[name])
      .resize(400)
      .jpeg({ quality: 60 })
      .toBuffer();
  const { disclosures } = await mediaDisclosuresOf(t, [article], content, site);
  const found = disclosures.map(({ path }) => path);
  const named = INNOCENT.filter(([, path]) => found.includes(path)).map(([what]) => what);
  assert.deepEqual(named, []);
  assert.ok(INNOCENT.length >= 30);
  // Blank paper cannot be told from blank paper, but by its bytes.
  assert.deepEqual(
    found.filter((path) => path.startsWith('found/')),
    names
      .filter((name) => !['blank.jpg', 'paper.jpg'].includes(name))
      .map((name) => `found/${name}`)
      .toSorted(),
  );
});
