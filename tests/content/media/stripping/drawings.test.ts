import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { inspectFile } from '../../../../src/content/media/inspection/inspection.ts';
import { Renderer } from '../../../../src/content/media/stripping/drawing/same-look.ts';
import { strippedSvg } from '../../../../src/content/media/stripping/drawing/svg.ts';
import { stripped } from '../../../../src/content/media/stripping/stripped-file.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import { scratchFolder } from '../../../support/scratch.ts';

const drawing = (inside: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40" width="60" height="40">${inside}<rect x="2" y="2" width="20" height="10" fill="teal"/></svg>`,
  );
const pixels = (svg: Uint8Array) => sharp(Buffer.from(svg)).raw().toBuffer();

/** What is left of a drawing, which looks as it did. */
async function left(inside: string): Promise<string> {
  const svg = drawing(inside);
  const bytes = await stripped(svg, 'image/svg+xml');
  assert.deepEqual(await pixels(bytes), await pixels(svg));
  return Buffer.from(bytes).toString();
}

const WORDS = '<text x="3" y="30">Ada Owner</text>';

for (const [what, inside] of Object.entries({
  'a layer that is switched off': `<g display="none">${WORDS}</g>`,
  'one that its own style switches off': `<g style="fill:red; display : none">${WORDS}</g>`,
  'one that a class switches off': `<style>.st0{fill:red}.st1,.st2{display:none;}</style><g class="st0 st2">${WORDS}</g>`,
  'one that a later rule for its id switches off': `<style>#a{display:none}.b{display:inline}</style><g id="a" class="b">${WORDS}</g>`,
  'words that are invisible': `<g visibility="hidden">${WORDS}<g visibility="visible"><path d="M30 5h9" stroke="red"/></g></g>`,
  'words that are wholly transparent': `<g opacity="0.0">${WORDS}</g>`,
  'words without a colour': `<text x="3" y="30" fill="none">Ada Owner</text>`,
  'words of a colour that lets all through': `<g style="fill:rgba(9, 9, 9, 0)">${WORDS}</g><g fill="transparent">${WORDS}</g><g fill="#0f00">${WORDS}</g>`,
  'words whose colour lets all through': `<style>.a{fill-opacity:0%}</style><g class="a">${WORDS}</g>`,
  'what a style says that no reader knows': `<style>rect{x-note:"Ada Owner";-x-name:Ada Owner;cursor:"Ada Owner"}</style><g style="-inkscape-label:'Ada Owner'"/>`,
  'a layer that is switched off before a word that readers pass over': `<g style="display:none;display:bogus">${WORDS}</g><g style="visibility:hidden;visibility:seen">${WORDS}</g>`,
  'words less than opaque at all': `<g opacity="-1">${WORDS}</g>`,
  'words of no size': `<g style="font-size:0px">${WORDS}</g><svg width="0" height="9">${WORDS}</svg>`,
  'words drawn on a point': `<g transform="translate(3) scale(0)">${WORDS}</g><g transform="matrix(0 0 0 0 9 9)">${WORDS}</g>`,
  'words of which all is cut away': `<clipPath id="c"/><mask id="m"/><g clip-path="url(#c)">${WORDS}</g><g mask="url(#m)">${WORDS}</g>`,
  'words of which a shape without size leaves nothing': `<clipPath id="c"><rect width="0" height="9"/></clipPath><g clip-path="url(#c)">${WORDS}</g>`,
  'words without a size in a style that says all of their letters': `<text x="3" y="30" style="font:italic 700 0px serif">Ada Owner</text>`,
  'words whose style is wrong after it was right': `<g style="opacity:0;opacity:bogus">${WORDS}</g>`,
  'words of a gradient without colours, or of one that is not there': `<linearGradient id="G"/><g fill="url(#G)">${WORDS}</g><g fill="url(#none) none">${WORDS}</g>`,
  'letters that stand in no text': `<g>Ada Owner<rect x="40" width="2" height="2">Ada Owner</rect></g>`,
  'words that stand in no text': `<g><tspan x="3" y="30">Ada Owner</tspan></g>`,
  'words of a colour that nothing makes': `<g fill="var(--none, rgb(1 2 3 / 0))">${WORDS}</g><g fill="none"><g style="--one: var(--two); fill: var(--one)">${WORDS}</g></g>`,
  'a layer that its own style switches off for good': `<g style="display:none !important">${WORDS}</g><g display="none/**/">${WORDS}</g>`,
  'what is not chosen, since something before it always is': `<switch><path d="M30 5h9v9z"/>${WORDS}</switch>`,
  'words in a used window without size': `<symbol id="s" viewBox="0 0 0 0">${WORDS}</symbol><use href="#s"/>`,
  'a part that nothing uses': `<defs><symbol id="old">${WORDS}</symbol></defs>`,
  'a part that a part uses that nothing uses': `<defs><g id="old">${WORDS}</g><g id="older"><use xlink:href="#old"/></g></defs>`,
}))
  test(`of a drawing ${what} goes`, async () => {
    const text = await left(inside);
    assert.doesNotMatch(text, /Ada Owner/);
    assert.match(text, /teal/);
  });

// Browsers know these. The library that proves how a drawing looks does not, and refuses it then.
for (const [what, inside] of Object.entries({
  'words of a colour that the drawing makes': `<style>:root{--sea:teal}.a{--sea: none}.b{fill: VAR( --sea , red)}</style><g class="a"><g class="b">${WORDS}</g></g>`,
  'words of a colour of another space that lets all through': `<g style="fill:oklch(0.5 0.1 90 / 0)">${WORDS}</g>`,
}))
  test(`of a drawing ${what} is not published`, async () => {
    assert.doesNotMatch(Buffer.from(strippedSvg(drawing(inside))).toString(), /Ada Owner/);
    await assert.rejects(stripped(drawing(inside), 'image/svg+xml'), UnsoundFile);
  });

for (const [what, inside] of Object.entries({
  'a part that stands in a hidden one and is used': `<g display="none"><g id="a">${WORDS}</g></g><use href="#a"/>`,
  'words that are visible again': `<g visibility="hidden"><text x="3" y="30" visibility="visible">Ada Owner</text></g>`,
  'words that are visible as usual': `<g visibility="hidden"><text x="3" y="30" style="visibility:initial">Ada Owner</text></g>`,
  'words whose lines alone are drawn': `<g fill="none" stroke="red">${WORDS}</g>`,
  'words whose lines are drawn where they are used': `<g id="a"><text x="3" y="30" fill="none">Ada Owner</text></g><use href="#a" stroke="red"/>`,
  'words that a rule for their place may paint': `<style>g > text{fill:red}</style><g><text x="3" y="30" fill="none">Ada Owner</text></g>`,
  'words on a path that is not drawn itself': `<path id="p" d="M3 30h50" fill="none"/><text><textPath href="#p">Ada Owner</textPath></text>`,
  'words of a colour that the drawing makes within a group without one': `<g fill="none"><text x="3" y="30" style="--sea: navy; fill: var(--sea)">Ada Owner</text></g>`,
  'words of a colour that is made for dark screens too': `<style>:root{--ink:navy}@media (prefers-color-scheme: dark){:root{--ink:white}}</style><g fill="none"><text x="3" y="30" fill="var(--ink)">Ada Owner</text></g>`,
  'words whose colour goes before all others': `<g fill="none"><text x="3" y="30" style="fill: red !important">Ada Owner</text></g>`,
  'a layer that a stronger rule switches on': `<style>g{display:none}#a{display:inline}</style><g id="a">${WORDS}</g>`,
  'words that cut a picture': `<clipPath id="c"><text x="3" y="30" opacity="0">Ada Owner</text></clipPath><rect width="60" height="40" clip-path="url(#c)"/>`,
  'a pattern of a style sheet': `<style>.a{fill:url(#p)}</style><defs><pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse">${WORDS}<path d="M0 0h5v5z"/></pattern></defs><rect class="a" x="30" width="30" height="40"/>`,
  'what is mirrored, turned or pressed by numbers that stand close': `<g transform="matrix(1 0 0-1 0 60)">${WORDS}</g><g transform="matrix(.7-.7.7.7-10 20)">${WORDS}</g><g transform="matrix(0-1 1 0 0 40)">${WORDS}</g>`,
  'what a style hides that readers pass over': `<g style="opacity:.9;opacity:0 0">${WORDS}</g>`,
  'what a style in another language would hide': `<style type=" text/css">.a{display:inline}</style><g class="a">${WORDS}</g>`,
  'a part of a class whose name has a sign that is no space': `<style>.a{display:none}</style><g class="a\u00a0b">${WORDS}</g>`,
  'words without paint that have an outline': `<g style="outline: 2px solid red"><text x="3" y="30" fill="none">Ada Owner</text></g>`,
  'what shines through a little': `<g opacity="0.04">${WORDS}</g>`,
  'a part whose title a label names': `<defs><text id="t">Ada Owner</text></defs><g aria-labelledby="t"><path d="M30 5h9"/></g>`,
}))
  test(`of a drawing ${what} stays`, async () => {
    assert.match(await left(inside), /Ada Owner/);
  });

test('of what one is chosen by its place, the hidden one is emptied and keeps its place', async () => {
  const inside = `<switch><g display="none" systemLanguage="en">${WORDS}</g><g display="none">${WORDS}</g><rect width="60" height="40" fill="red"/></switch>`;
  const text = await left(inside);
  assert.doesNotMatch(text, /Ada Owner|red/);
  assert.match(
    text,
    /<switch><g display="none" systemLanguage="en"><\/g><g display="none"><\/g><\/switch>/,
  );
});

test('a property of its own making stays where it is asked for, and goes elsewhere', async () => {
  const text = await left(
    '<style>.a{--sea: navy; --owner: "Ada; Owner"; fill: var(--sea)}</style><rect class="a" x="30" width="9" height="9" style="--note: SERIAL-4711"/>',
  );
  assert.match(text, /--sea:navy/);
  assert.doesNotMatch(text, /Owner|4711/);
});

test('a drawing of which it cannot be told what is hidden is refused', async () => {
  for (const inside of [
    `<style>@media print{.a{display:none}}</style><g class="a">${WORDS}</g>`,
    `<style media="print">.a{display:none}</style><g class="a">${WORDS}</g>`,
    `<style>.b .a{visibility:hidden}</style><g class="b"><g class="a">${WORDS}</g></g>`,
    `<style>.a{display:none !important}</style><g class="a">${WORDS}</g>`,
    `<g style="opacity:calc(0)">${WORDS}</g>`,
    `<g style="fill-opacity:min(0, 1)">${WORDS}</g>`,
    `<style>.a{opacity:var(--o)}</style><g class="a">${WORDS}</g>`,
    `<style>@media print{.a{--sea:none}}.a{--sea:navy;fill:var(--sea)}</style><g class="a">${WORDS}</g>`,
    `<defs><g id="a" fill="var(--sea)">${WORDS}</g></defs><use href="#a" style="--sea:transparent"/>`,
    `<g style="--r: 0; fill: rgb(9 9 9 / var(--r))">${WORDS}</g>`,
    `<g style="--a: var(--b); --b: var(--a); fill: var(--a)">${WORDS}</g>`,
    `<g style="--t: scale(0); transform: var(--t)">${WORDS}</g>`,
    `<g style="fill: color-mix(in srgb, transparent, transparent)">${WORDS}</g>`,
    `<style>path:first-child{fill:red}</style><g display="none">${WORDS}</g>`,
    '<metadata>Ada Owner</metadata><style>svg:has(metadata) rect{fill:red}</style>',
    '<style>[data-a]{fill:red}</style><path data-a="1" d="M30 5h9v9z"/>',
    `<style>.a{fill:red} .b{fill:"blue}</style>`,
    `<text x="3" y="30">Low <tspan visibility="hidden">Ada Owner</tspan> water</text>`,
    `<text><textPath href="#none">Ada Owner</textPath></text>`,
    // What only readers reckon.
    `<g style="content-visibility:hidden">${WORDS}</g>`,
    `<g style="scale:0">${WORDS}</g>`,
    `<g style="transform:rotateY(90deg)">${WORDS}</g>`,
    `<g style="clip-path:inset(100%)">${WORDS}</g>`,
    `<g style="filter:opacity(0)">${WORDS}</g>`,
    // What some readers show and others do not.
    `<style type="text/plain">.a{display:none}</style><g class="a">${WORDS}</g>`,
    `<g style="fill:oklch(0.5 0.1 20 / 0%)">${WORDS}</g>`,
  ])
    await assert.rejects(stripped(drawing(inside), 'image/svg+xml'), UnsoundFile, inside);
  // Other conditions are none of hiding.
  const text = await left(
    '<style>@media (prefers-color-scheme: dark){.a > path{fill:red}}</style><g class="a"><path d="M30 5h9v9z"/></g>',
  );
  assert.match(text, /@media \(prefers-color-scheme: dark\)\{\.a &#62; path\{fill:red\}\}/);
});

/** As Illustrator, Inkscape and programs that draw charts write a drawing. */
const OF_PROGRAMS = {
  Illustrator: `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
  <!ENTITY ns_ai "http://ns.adobe.com/AdobeIllustrator/10.0/">
]>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="&ns_ai;" viewBox="0 0 60 40"><switch><foreignObject requiredExtensions="&ns_ai;" width="1" height="1"><i:pgf>Ada Owner</i:pgf></foreignObject><g i:extraneous="self"><path fill="teal" d="M2 2h20v9z"/></g></switch></svg>`,
  Inkscape: `<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" viewBox="0 0 60 40" sodipodi:docname="/home/Ada Owner/map.svg"><sodipodi:namedview inkscape:zoom="1"/><g inkscape:label="Ada Owner"><path fill="teal" d="M2 2h20v9z"/></g></svg>`,
  'a program of charts': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:c="http://creativecommons.org/ns#"><c:Work>Ada Owner</c:Work></r:RDF></metadata><path fill="teal" d="M2 2h20v9z"/></svg>`,
};

for (const [program, text] of Object.entries(OF_PROGRAMS))
  test(`a drawing of ${program} is taken, and what is of the program goes`, async (t) => {
    const path = join(scratchFolder(t), 'map.svg');
    writeFileSync(path, text);
    const found = await inspectFile(path);
    assert.ok('facts' in found, JSON.stringify(found));
    const left = Buffer.from(await stripped(Buffer.from(text), 'image/svg+xml')).toString();
    assert.match(left, /teal/);
    assert.doesNotMatch(left, /Ada Owner|adobe|inkscape|sodipodi|RDF|DOCTYPE/);
  });

test('the document type that programs write names the standard alone, and goes', async (t) => {
  const type =
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN"\n  "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">';
  const bytes = Buffer.concat([
    Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n${type}\n`),
    drawing(''),
  ]);
  const path = join(scratchFolder(t), 'map.svg');
  writeFileSync(path, bytes);
  const found = await inspectFile(path);
  assert.ok('facts' in found, JSON.stringify(found));
  assert.doesNotMatch(Buffer.from(await stripped(bytes, 'image/svg+xml')).toString(), /DOCTYPE/);
});

test('what takes too long to draw ends its process, and the next is drawn by another', async () => {
  const slow = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 8 8"><filter id="f" x="0" y="0" width="1" height="1"><feMorphology operator="dilate" radius="20"/></filter><rect width="8" height="8" fill="red" filter="url(#f)"/></svg>',
  );
  const renderer = new Renderer(0.5);
  const svg = drawing(WORDS);
  const [first, late, last] = await Promise.all(
    [svg, slow, svg].map((one) => renderer.compare({ before: one, after: one })),
  );
  assert.deepEqual([first, last], [{ isSame: true }, { isSame: true }]);
  assert.match(JSON.stringify(late), /takes more than 0.5 seconds/);
});

test('a drawing that is very long and low is compared too', async () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="30000" height="12" viewBox="0 0 30000 12"><rect width="30000" height="6" fill="red"/></svg>',
  );
  assert.match(Buffer.from(await stripped(svg, 'image/svg+xml')).toString(), /fill="red"/);
});
