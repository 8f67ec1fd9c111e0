import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { inspectFile } from '../../../../src/content/media/inspection/inspection.ts';
import { publishedRule } from '../../../../src/content/media/inspection/media-fault.ts';
import type { FaultCode } from '../../../../src/domain/fault-code.ts';
import { drawn, pdf } from '../../../support/pdf.ts';
import { gif, picture, png, pngChunk, svg, tiff } from '../../../support/pictures.ts';
import {
  box,
  element,
  flac,
  id3,
  mp3,
  mp4,
  ogg,
  oggFlac,
  oggPage,
  opusHead,
  wav,
  webm,
} from '../../../support/recordings.ts';
import { scratchFolder } from '../../../support/scratch.ts';
import { zipOf } from '../../../support/zip.ts';

/** Broken and hostile files, each refused in its own words; none takes long, or much memory. */

const MOST_SECONDS = 5;
const MOST_MEGABYTES = 300;

const latin = (text: string) => Buffer.from(text, 'latin1');
const jpeg = () => picture().jpeg().toBuffer();
const cut = (bytes: Buffer, count: number) => bytes.subarray(0, bytes.length - count);
const zip = (name: string) => zipOf(new Map([[name, 'A boat.']]));
const heic = box('ftyp', 'heic', [0, 0, 0, 0], 'mif1heic');
const page = drawn([[50, 700, 12, 'The storm']]);
const HTML = '<!doctype html><title>Storm</title><script>alert(1)</script>';
/** An object of a PDF that holds packed data. */
const stream = (data: Buffer, dictionary: string) =>
  `<< /Length ${data.length} ${dictionary} >>\nstream\n${data.toString('latin1')}\nendstream`;
const nested = (levels: number) =>
  Array.from(
    { length: levels },
    (_, level) => `<g id="g${level + 1}">${`<use href="#g${level}"/>`.repeat(10)}</g>`,
  ).join('');
/** The header of a progressive JPEG of a size, with a scan of nothing. */
const jpegOf = (width: number, height: number, marker = 0xc0) =>
  Buffer.from([
    0xff,
    0xd8,
    0xff,
    marker,
    0,
    11,
    8,
    height >> 8,
    height & 255,
    width >> 8,
    width & 255,
    1,
    1,
    0x11,
    0,
    0xff,
    0xda,
    0,
    8,
    1,
    1,
    0,
    0,
    63,
    0,
    1,
    2,
    3,
    0xff,
    0xd9,
  ]);
const vorbis = (rate: number) =>
  Buffer.concat([
    latin('\u0001vorbis'),
    Buffer.alloc(5),
    Buffer.from([rate & 255, rate >> 8, 0, 0]),
    Buffer.alloc(20),
  ]);

type Refused = [
  what: string,
  name: string,
  bytes: () => Buffer | Promise<Buffer>,
  code: FaultCode,
  words: string | RegExp,
];

// biome-ignore format: a table, a file a row
const REFUSED: Refused[] = [
  // What is no medium of the archive.
  ['an empty file', 'boat.jpg', () => Buffer.alloc(0), 'media/type', 'this one is empty'],
  ['a text', 'boat.jpg', () => latin('A boat, by Ada Varga.\n'), 'media/type', 'this is text'],
  ['a page of the web', 'boat.jpg', () => latin(HTML), 'media/type', 'this is a page of the web (HTML)'],
  ['a HEIC', 'boat.heic', () => heic, 'media/type', /a HEIC picture, which browsers do not show. Save it as a JPEG/],
  ['a HEIC that is named as a JPEG', 'boat.jpg', () => heic, 'media/type', 'a HEIC picture'],
  ['a BMP', 'boat.bmp', () => latin('BM\0\0\0\0'), 'media/type', 'a BMP picture'],
  ['a ZIP', 'boat.jpg', () => zip('a.txt'), 'media/type', 'this is a ZIP file'],
  ['a program for Windows', 'boat.png', () => latin('MZ\u0090\0'), 'media/type', 'this is a program'],
  ['a program for Linux', 'boat.png', () => latin('\u007fELF\u0002'), 'media/type', 'this is a program'],
  ['a script', 'boat.gif', () => latin('#!/bin/sh\nrm boat\n'), 'media/type', 'this is a program'],
  ['bytes without meaning', 'boat.jpg', () => Buffer.from([7, 1, 0, 250, 3, 9]), 'media/type', 'a kind that is not known'],
  ['a QuickTime film', 'storm.mov', () => box('ftyp', 'qt  '), 'media/type', /a QuickTime film. Save it as MP4/],
  ['an AVI', 'storm.avi', () => latin('RIFF\0\0\0\0AVI LIST'), 'media/type', 'an AVI film'],
  ['a document of Word', 'report.docx', () => zip('word/document.xml'), 'media/type', /that is one \(docx, odt, epub\).*save the document as a PDF/],
  // Endings.
  ['a PNG that is named as a JPEG', 'boat.jpg', () => picture().png().toBuffer(), 'media/ending', /ends in .jpg and is a PNG. Rename it to end in .png/],
  ['an MP3 that is named as a film', 'storm.mp4', () => mp3(), 'media/ending', 'ends in .mp4 and is an MP3'],
  ['a picture with an ending of another kind', 'boat.html', jpeg, 'media/ending', 'ends in .html and is a JPEG'],
  ['a film that is named as a WebM', 'storm.webm', () => mp4(), 'media/ending', 'ends in .webm and is an MP4'],
  // Damage.
  ['a JPEG that is cut off', 'boat.jpg', async () => cut(await jpeg(), 900), 'media/damaged', 'this JPEG ends before its picture does'],
  ['a JPEG that is cut off and closed', 'boat.jpg', async () => Buffer.concat([cut(await jpeg(), 2500), Buffer.from([0xff, 0xd9])]), 'media/damaged', 'this JPEG cannot be decoded'],
  ['a JPEG of its first bytes', 'boat.jpg', () => Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'media/damaged', 'this JPEG ends before its picture does'],
  ['a JPEG without a picture', 'boat.jpg', () => Buffer.from([0xff, 0xd8, 0xff, 0xd9]), 'media/damaged', 'this JPEG has no picture in it'],
  ['a PNG that moves', 'boat.png', () => png(2, 2, 6, pngChunk('acTL', Buffer.alloc(8))), 'media/type', 'this PNG moves (APNG)'],
  ['a PNG that is cut off', 'boat.png', async () => cut(await picture().png().toBuffer(), 40), 'media/damaged', 'this PNG ends before its picture does'],
  ['a PNG of fewer lines than it says', 'boat.png', () => png(100, 100, 500), 'media/damaged', 'this PNG cannot be decoded'],
  ['a PNG whose data were changed', 'boat.png', async () => { const whole = await picture().png().toBuffer(); whole.fill(0, 200, 300); return whole; }, 'media/damaged', 'this PNG cannot be decoded'],
  ['a GIF that is cut off', 'boat.gif', () => cut(gif(2), 6), 'media/damaged', 'this GIF ends before its content does'],
  ['a GIF without a picture', 'boat.gif', () => gif(0), 'media/damaged', 'this GIF has no picture in it'],
  ['a WebP that is cut off', 'boat.webp', async () => cut(await picture().webp().toBuffer(), 100), 'media/damaged', 'this WebP is shorter than it says'],
  ['an AVIF that is cut off', 'boat.avif', async () => cut(await picture().avif({ effort: 0 }).toBuffer(), 100), 'media/damaged', 'it ends before its content does'],
  ['a TIFF that is cut off', 'page.tif', () => cut(tiff([{ width: 30, height: 40 }]), 50), 'media/damaged', 'this TIFF ends before its picture does'],
  ['a TIFF whose pages lead in a ring', 'page.tif', () => tiff([{ width: 30, height: 40 }, { width: 30, height: 40 }], (place, at) => (at === 1 ? 8 : place)), 'media/damaged', 'follow each other in a ring'],
  ['a TIFF that leads beyond itself', 'page.tif', () => tiff([{ width: 30, height: 40 }], () => 9_999_999), 'media/damaged', 'this TIFF ends before its content does'],
  ['an SVG that is not closed', 'map.svg', () => latin('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><g>'), 'media/damaged', 'this SVG is no well-formed XML'],
  ['an SVG without a size', 'map.svg', () => svg('<path d="M0 0"/>', 'width="100%"'), 'media/damaged', /has neither width and height nor a viewBox. Add viewBox/],
  ['an SVG in another encoding', 'map.svg', () => latin('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>\u00e9t\u00e9</title></svg>'), 'media/damaged', 'in another encoding than UTF-8'],
  ['a PDF that is cut off', 'report.pdf', () => cut(pdf([page]), 60), 'media/damaged', 'this PDF ends before its content does'],
  ['a PDF whose list is elsewhere', 'report.pdf', () => latin(pdf([page]).toString('latin1').replace(/startxref\n\d+/, 'startxref\n33')), 'media/damaged', 'is not where it says'],
  ['a PDF whose text cannot be unpacked', 'report.pdf', () => pdf([page], { objects: [stream(latin('\u0078\u009c not packed at all'), '/Filter /FlateDecode')] }), 'media/damaged', 'a part of this PDF cannot be unpacked'],
  ['an MP3 that is cut off', 'harbour.mp3', () => cut(mp3(), 100), 'media/damaged', 'this MP3 ends in the middle of its sound'],
  ['an MP3 of notes alone', 'harbour.mp3', () => id3('Harbour'), 'media/damaged', 'this MP3 has no sound in it'],
  ['a WAV that is cut off', 'harbour.wav', () => cut(wav(), 100), 'media/damaged', 'this WAV is shorter than it says'],
  ['a FLAC that is cut off', 'harbour.flac', () => cut(flac(), 5), 'media/damaged', 'this FLAC ends in the middle of its sound'],
  ['an Ogg that is cut off', 'harbour.ogg', () => cut(ogg(), 5), 'media/damaged', 'this Ogg ends before its content does'],
  ['an Ogg whose page was changed', 'harbour.ogg', () => { const whole = Buffer.from(ogg()); whole[whole.length - 3] = 9; return whole; }, 'media/damaged', 'a page of this Ogg is not as it was written'],
  ['an MP4 that is cut off', 'storm.mp4', () => cut(mp4(), 40), 'media/damaged', 'it ends before its content does'],
  ['an MP4 of its first half', 'storm.mp4', () => mp4({ cut: 500 }), 'media/damaged', 'it ends before its content does'],
  ['an MP4 without its content', 'storm.mp4', () => box('ftyp', 'isom'), 'media/damaged', 'this film ends before its content does'],
  ['a WebM that is cut off', 'storm.webm', () => cut(webm(), 4), 'media/damaged', 'this WebM ends before its content does'],
  ['a FLAC in Ogg', 'harbour.ogg', () => ogg(oggFlac), 'media/type', 'this Ogg holds FLAC'],
  // What tells of device and owner, and cannot be parted from the rest.
  ['a WebM with subtitles', 'storm.webm', () => webm({ more: element(0x1654ae6b, element(0xae, Buffer.concat([element(0xd7, [3]), element(0x83, [17]), element(0x86, 'S_TEXT/WEBVTT')]))) }), 'media/telling', 'neither film nor sound'],
  ['an MP4 of more samples than bytes', 'storm.mp4', () => latin(mp4().toString('latin1').replaceAll('stsz\0\0\0\0\0\0\0\u0064\0\0\0\u0001', 'stsz\0\0\0\0\0\0\0\u0001\u00ff\u00ff\u00ff\u00ff')), 'media/telling', 'more samples than it has bytes'],
  // Bombs.
  ['a PNG of 50,000 x 50,000 pixels', 'boat.png', () => png(50_000, 50_000, 1000), 'media/large', 'at most 400 megapixels, this one has 50,000 x 50,000'],
  ['a JPEG of 60,000 x 60,000 pixels', 'boat.jpg', () => jpegOf(60_000, 60_000), 'media/large', 'at most 400 megapixels, this one has 60,000 x 60,000'],
  ['a JPEG in several runs, of 200 megapixels', 'boat.jpg', () => jpegOf(20_000, 10_000, 0xc2), 'media/large', 'that must be unpacked as a whole has at most 100 megapixels'],
  ['a JPEG of very many runs', 'boat.jpg', () => Buffer.concat([jpegOf(900, 900, 0xc2).subarray(0, 15), ...Array.from({ length: 200 }, () => jpegOf(1, 1).subarray(15, 28)), Buffer.from([0xff, 0xd9])]), 'media/large', 'a JPEG has at most 100 scans'],
  ['a GIF of 65,535 x 65,535 pixels', 'boat.gif', () => gif(1, 65_535, 65_535), 'media/large', 'this one has 65,535 x 65,535'],
  ['a GIF of 2,000 pictures', 'boat.gif', () => gif(2000), 'media/large', 'a GIF has at most 1,000 pictures'],
  ['a GIF whose pictures are too many together', 'boat.gif', () => gif(100, 5000, 5000), 'media/large', 'at most 400 megapixels together, these have 425'],
  ['a TIFF of 3,000 pages', 'page.tif', () => tiff(Array.from({ length: 3000 }, () => ({ width: 1, height: 1 }))), 'media/large', 'a TIFF has at most 2,000 pages'],
  ['a TIFF whose pages are in very many strips together', 'page.tif', () => tiff(Array.from({ length: 14 }, (_, page) => ({ width: 4, height: 4, bytes: page === 13 ? 160_000 : 16, fields: [[324, 1, 150_000, 8]] as const }))), 'media/large', 'a TIFF has at most 2,000,000 strips or tiles'],
  ['a TIFF of a page of 40,000 x 40,000 pixels', 'page.tif', () => tiff([{ width: 40_000, height: 40_000, bytes: 90 }]), 'media/large', 'this one has 40,000 x 40,000'],
  ['a PNG with a text that unpacks to very much', 'boat.png', () => png(2, 2, 6, pngChunk('zTXt', Buffer.concat([latin('Comment\0\0'), deflateSync(Buffer.alloc(40_000_000))]))), 'media/large', 'packed in a PNG have at most 16 MB'],
  ['a PNG whose texts unpack to very much together', 'boat.png', () => png(2, 2, 6, ...Array.from({ length: 5 }, () => pngChunk('zTXt', Buffer.concat([latin('Comment\0\0'), deflateSync(Buffer.alloc(4_000_000))])))), 'media/large', 'packed in a PNG have at most 16 MB'],
  ['an SVG that draws itself thousands of millions of times', 'map.svg', () => svg(`<g id="g0"><path d="M0 0"/></g>${nested(9)}`), 'media/large', 'an SVG draws at most 200,000 elements'],
  ['an SVG that draws very much again', 'map.svg', () => svg(`<path id="a" d="M0 0"/>${'<use href="#a"/>'.repeat(20_001)}`), 'media/large', 'draws at most 20,000 parts again'],
  ['an SVG whose filter counts without end', 'map.svg', () => svg('<filter id="f"><feTurbulence baseFrequency="0.05" numOctaves="100000000"/></filter><path d="M0 0" filter="url(#f)"/>'), 'media/large', 'numOctaves of <feTurbulence> is at most 10'],
  ['an SVG whose filter looks far around each point', 'map.svg', () => svg('<filter id="f"><feMorphology radius="500"/></filter>'), 'media/large', 'radius of <feMorphology> is at most 20'],
  ['an SVG of very many filters', 'map.svg', () => svg(`<filter id="f"><feGaussianBlur stdDeviation="2"/></filter>${'<path d="M0 0" filter="url(#f)"/>'.repeat(200)}`), 'media/large', 'at most 200,000 elements'],
  ['an SVG whose patterns hold each other', 'map.svg', () => svg(`${Array.from({ length: 12 }, (_, at) => `<pattern id="p${at}">${`<path d="M0 0" fill="url(#p${at + 1})"/>`.repeat(4)}</pattern>`).join('')}<path d="M0 0" fill="url(#p0)"/>`), 'media/large', 'at most 200,000 elements'],
  ['an SVG that nests very deep', 'map.svg', () => svg(`${'<g>'.repeat(500)}${'</g>'.repeat(500)}`), 'media/large', 'an SVG nests at most 200 deep'],
  ['an SVG of several megabytes', 'map.svg', () => svg(`<path d="${'M0 0'.repeat(1_100_000)}"/>`), 'media/large', 'an SVG has at most 4 MB'],
  ['a PDF that unpacks to very much', 'report.pdf', () => pdf([page], { objects: [stream(deflateSync(Buffer.alloc(70_000_000)), '/Filter /FlateDecode')] }), 'media/large', 'a stream of a PDF unpacks to at most 64 MB'],
  ['a PDF that unpacks to very much below the key of a picture', 'report.pdf', () => pdf([page], { objects: [stream(deflateSync(Buffer.alloc(70_000_000)), '/Decode [0 1] /Filter /FlateDecode')] }), 'media/large', 'a stream of a PDF unpacks to at most 64 MB'],
  ['a PDF with a picture of 900 megapixels', 'report.pdf', () => pdf([`${page} /P Do`], { page: '/Resources << /XObject << /P 100 0 R >> >>', objects: [stream(deflateSync(Buffer.alloc(9)), '/Subtype /Image /Width 30000 /Height 30000 /Filter /FlateDecode')] }), 'media/telling', 'A picture of the PDF has more than 400 megapixels'],
  ['a PDF that packs what is packed', 'report.pdf', () => pdf([page], { objects: [stream(deflateSync(deflateSync(latin('storm'))), '/Filter [/FlateDecode /FlateDecode]')] }), 'media/large', 'this one packs what is packed'],
  ['a PDF of 3,000 pages', 'report.pdf', () => pdf(Array.from({ length: 3000 }, () => '')), 'media/large', 'a PDF has at most 2,000 pages'],
  // What runs, or leads elsewhere.
  ['an SVG with a script', 'map.svg', () => svg('<script>alert(1)</script>'), 'media/active', 'this SVG has an element <script>'],
  ['an SVG with an attribute that runs', 'map.svg', () => svg('<path d="M0 0" onclick="alert(1)"/>'), 'media/active', 'an attribute onclick (of <path>)'],
  ['an SVG that runs as it is loaded', 'map.svg', () => svg('', 'viewBox="0 0 1 1" onload="alert(1)"'), 'media/active', 'an attribute onload (of <svg>)'],
  ['an SVG with HTML in it', 'map.svg', () => svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'), 'media/active', 'an element <foreignObject>'],
  ['an SVG with HTML that asks for what browsers know', 'map.svg', () => svg('<foreignObject requiredExtensions="http://www.w3.org/1999/xhtml"><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'), 'media/active', 'an element <foreignObject>'],
  ['an SVG whose style is parted within an address', 'map.svg', () => svg('<style>rect{filter:ur<![CDATA[l(https://a.example/f.svg#f)]]>}</style>'), 'media/active', 'an address outside its file (in <style>)'],
  ['an SVG whose style is parted by an element of a program', 'map.svg', () => svg('<style>rect{filter:ur<x:y xmlns:x="urn:x"/>l(https://a.example/f.svg#f)}</style>'), 'media/active', 'an element <x:y> in <style>'],
  ['an SVG with a style within what is of a program', 'map.svg', () => svg('<x:y xmlns:x="urn:x"><style>rect{fill:red}</style></x:y>'), 'media/active', 'an element <style> within one of another language'],
  ['an SVG with a picture of another host', 'map.svg', () => svg('<image href="https://maps.example/a.png"/>'), 'media/active', 'an element <image>'],
  ['an SVG that uses a drawing of another host', 'map.svg', () => svg('<use xlink:href="https://maps.example/a.svg#b"/>'), 'media/active', 'a reference that leaves its file (xlink:href of <use>)'],
  ['an SVG with a link that runs', 'map.svg', () => svg('<a href="javascript:alert(1)"><text>x</text></a>'), 'media/active', 'an element <a>'],
  ['an SVG with a style of another host', 'map.svg', () => svg('<style>@import "https://maps.example/a.css";</style>'), 'media/active', 'a rule with @ that could load something (in <style>)'],
  ['an SVG with a font of another host', 'map.svg', () => svg('<style>@font-face { src: url(https://maps.example/a.woff) }</style>'), 'media/active', 'a rule with @'],
  ['an SVG that fills with what another host has', 'map.svg', () => svg('<path d="M0 0" fill="url(https://maps.example/a.svg#b)"/>'), 'media/active', 'an address outside its file (fill of <path>)'],
  ['an SVG that hides an address behind an escape', 'map.svg', () => svg('<path style="fill:u\\72l(//maps.example)"/>'), 'media/active', 'a backslash (style of <path>)'],
  ['an SVG that makes a link move', 'map.svg', () => svg('<path id="a"><animate attributeName="href" to="javascript:alert(1)"/></path>'), 'media/active', 'an element <animate>'],
  ['an SVG with entities', 'map.svg', () => Buffer.concat([latin('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'), svg('<title>&a;</title>')]), 'media/active', 'this SVG has a document type'],
  ['an SVG with a style sheet beside it', 'map.svg', () => Buffer.concat([latin('<?xml version="1.0"?><?xml-stylesheet href="https://maps.example/a.css"?>'), svg('')]), 'media/active', 'an instruction <?xml-stylesheet … ?>'],
  ['an SVG that draws a part in itself', 'map.svg', () => svg('<g id="a"><use href="#a"/></g>'), 'media/active', 'draws a part of itself in itself'],
  ['an SVG with HTML beside its drawing', 'map.svg', () => svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'), 'media/active', 'an element <h:script>'],
  ['an SVG whose entities hold each other', 'map.svg', () => Buffer.concat([latin('<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'), svg('<title>&b;</title>')]), 'media/active', 'this SVG has a document type'],
  ['a PDF with a script', 'report.pdf', () => pdf([page], { catalogue: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' }), 'media/active', 'this PDF has a script'],
  ['a PDF with a script whose name is escaped', 'report.pdf', () => pdf([page], { catalogue: '/OpenAction << /S /J#61vaScript >>' }), 'media/active', 'this PDF has a script'],
  ...['/LZWDecode', '[/ASCIIHexDecode /FlateDecode]', '/FlateDecode /DecodeParms << /Predictor 12 /Columns 5 >>'].map((filter): Refused => [`a PDF that packs objects by ${filter}`, 'report.pdf', () => pdf([page], { objects: [stream(latin('00'), `/Type /ObjStm /N 1 /First 6 /Filter ${filter}`)] }), 'media/active', 'in a way that cannot be looked through']),
  ['a PDF with a script in a packed object', 'report.pdf', () => pdf([page], { objects: [stream(deflateSync(latin('200 0 << /S /JavaScript >>')), '/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode')] }), 'media/active', 'this PDF has a script'],
  ['a PDF that starts a program', 'report.pdf', () => pdf([page], { catalogue: '/OpenAction << /S /Launch /F (calc.exe) >>' }), 'media/active', 'an action that starts a program'],
  ['a PDF with files in it', 'report.pdf', () => pdf([page], { catalogue: '/Names << /EmbeddedFiles 100 0 R >>', objects: ['<< /Names [] >>'] }), 'media/active', 'other files in it'],
  ['a PDF that is a form of another kind (XFA)', 'report.pdf', () => pdf([page], { catalogue: '/AcroForm << /XFA [] >>' }), 'media/active', 'a form that is a program (XFA)'],
  ['a PDF whose data lie elsewhere', 'report.pdf', () => pdf([page], { objects: [stream(Buffer.alloc(0), '/F (https://reports.example/a)')] }), 'media/active', 'a part of this PDF lies in another file'],
  ['a PDF that is locked', 'report.pdf', () => pdf([page], { trailer: '/Encrypt 100 0 R', objects: ['<< /Filter /Standard /V 1 /R 2 /O (a) /U (b) /P -4 >>'] }), 'media/active', 'this PDF is locked (encrypted)'],
  ['an MP4 whose data lie elsewhere', 'storm.mp4', () => mp4({ reference: 0 }), 'media/active', 'the data of this film lie in another file'],
  ['an MP4 that is locked', 'storm.mp4', () => mp4({ video: 'encv' }), 'media/active', 'this film is locked (encrypted)'],
  ['a WebM with files in it', 'storm.webm', () => webm({ more: element(0x1941a469, [0]) }), 'media/active', 'this WebM has other files in it'],
  // What browsers do not play.
  ['an MP4 of HEVC', 'storm.mp4', () => mp4({ video: 'hvc1' }), 'media/type', /kept as HEVC \(H.265\), which not all browsers play. Save it as MP4 with H.264/],
  ['an MP4 with the sound of a cinema', 'storm.mp4', () => mp4({ audio: 'ac-3' }), 'media/type', 'kept as Dolby Digital'],
  ['a Matroska film', 'storm.webm', () => webm({ kind: 'matroska' }), 'media/type', 'a Matroska film'],
  ['a WebM of another codec', 'storm.webm', () => webm({ video: 'V_MPEG4/ISO/AVC' }), 'media/type', 'kept as V_MPEG4/ISO/AVC'],
  ['a WebM of sound alone', 'storm.webm', () => webm({ video: '' }), 'media/type', 'this WebM has sound alone'],
  ['an Ogg of a film', 'storm.ogg', () => ogg(latin('\u0080theora-------------------------')), 'media/type', /a film \(Theora\).*Save it as WebM or MP4/],
  ['an Ogg of speech', 'harbour.ogg', () => ogg(latin('Speex   1.2')), 'media/type', 'speech as Speex'],
  ['an Ogg that never moves', 'harbour.ogg', () => oggPage(vorbis(44_100), 2, 0, 0), 'media/damaged', 'this Ogg has no sound in it'],
  ['a WAV of ADPCM', 'harbour.wav', () => wav(1, 2), 'media/type', 'another sound than PCM'],
  // Two things in one file.
  ['a JPEG that is a ZIP too', 'boat.jpg', async () => Buffer.concat([await jpeg(), await zip('a.txt')]), 'media/type', 'this JPEG is a ZIP file too'],
  ['a JPEG with a page of the web behind it', 'boat.jpg', async () => Buffer.concat([await jpeg(), latin(HTML)]), 'media/type', 'after the end of this JPEG stands something of another kind'],
  ['a GIF with a page of the web behind it', 'boat.gif', () => Buffer.concat([gif(1), latin(`\n<script>1</script>`)]), 'media/type', 'after the end of this GIF stands something of another kind'],
  ['a JPEG with something large behind it', 'boat.jpg', async () => Buffer.concat([await jpeg(), Buffer.alloc(90_000, 7)]), 'media/type', /after the end of this JPEG stand 90,000 bytes of something else/],
  ['a PNG with a program behind it', 'boat.png', async () => Buffer.concat([await picture().png().toBuffer(), latin('\u007fELF\u0002')]), 'media/type', 'after the end of this PNG stands something of another kind'],
  ['a PDF behind a page of the web', 'report.pdf', () => Buffer.concat([latin(HTML), pdf([page])]), 'media/type', 'this PDF begins after something else'],
  ['a PDF that is a ZIP too', 'report.pdf', async () => Buffer.concat([pdf([page]), await zip('a.txt')]), 'media/type', 'this PDF is a ZIP file too'],
  ['an MP3 with a page of the web behind it', 'harbour.mp3', () => Buffer.concat([mp3(), latin(HTML)]), 'media/type', 'after the end of this MP3 stands something of another kind'],
  ['an Ogg with something behind it', 'harbour.ogg', () => Buffer.concat([ogg(opusHead), latin(HTML)]), 'media/type', 'after the end of this Ogg stands something of another kind'],
];

suite('broken and hostile files', () => {
  test('are at least sixty, each refused in words of its own', () => {
    assert.ok(REFUSED.length >= 60, `${REFUSED.length}`);
    assert.equal(new Set(REFUSED.map(([what]) => what)).size, REFUSED.length);
  });

  for (const [what, name, bytes, code, words] of REFUSED)
    test(what, async (t) => {
      const path = join(scratchFolder(t), name);
      writeFileSync(path, await bytes());
      const before = process.memoryUsage().rss;
      const begun = process.cpuUsage();
      const found = await inspectFile(path);
      const { user, system } = process.cpuUsage(begun);
      assert.ok('fault' in found, 'it was accepted');
      const said = `${found.fault.rule} ${found.fault.fix}`;
      assert.equal(found.fault.code, code, said);
      if (typeof words === 'string') assert.ok(said.includes(words), said);
      else assert.match(said, words);
      assert.ok((user + system) / 1_000_000 < MOST_SECONDS);
      assert.ok((process.memoryUsage().rss - before) / 1024 / 1024 < MOST_MEGABYTES);
    });
});

suite('what is no file', () => {
  test('is not read: a link, a folder', async (t) => {
    const folder = scratchFolder(t);
    writeFileSync(join(folder, 'boat.jpg'), await jpeg());
    symlinkSync(join(folder, 'boat.jpg'), join(folder, 'link.jpg'));
    mkdirSync(join(folder, 'folder.jpg'));
    await assert.rejects(inspectFile(join(folder, 'link.jpg')), { code: 'ELOOP' });
    await assert.rejects(inspectFile(join(folder, 'folder.jpg')), { code: 'EISDIR' });
    await assert.rejects(inspectFile(join(folder, 'none.jpg')), { code: 'ENOENT' });
  });

  test('a film that is too large is refused by its size alone', async (t) => {
    const path = join(scratchFolder(t), 'storm.mp4');
    writeFileSync(path, mp4());
    truncateSync(path, 3 * 1024 ** 3);
    const found = await inspectFile(path);
    assert.ok('fault' in found);
    assert.match(found.fault.rule, /an MP4 has at most 2,048 MB, this one has 3,072/);
  });
});

test('of a file that others gave, the rule is told without its words', async (t) => {
  for (const inside of [
    '<see_evil.example/>',
    '<g see_evil.example="1"/>',
    '</see_evil.example>',
  ]) {
    const path = join(scratchFolder(t), 'map.svg');
    writeFileSync(path, svg(inside));
    const found = await inspectFile(path);
    assert.ok('fault' in found);
    assert.match(found.fault.rule, /this SVG/);
    assert.doesNotMatch(publishedRule(found.fault), /evil|this SVG/);
  }
});
