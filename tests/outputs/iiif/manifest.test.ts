import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Traverse } from '@iiif/parser';
import { presentation3StrictUpgrade } from '@iiif/parser/strict';
import type { ScannedPage } from '../../../src/outputs/iiif/canvas.ts';
import { type ScanRecord, scanManifest } from '../../../src/outputs/iiif/manifest.ts';
import { iiifRights } from '../../../src/outputs/iiif/rights.ts';

const FOLDER = 'https://isles.example/media/m-abcdefghijkl/';

const page = (number: number, more: Partial<ScannedPage> = {}): ScannedPage => ({
  width: 2000,
  height: 2800,
  image: { address: `${FOLDER}pages/${number}/full/max/0/default.jpg`, width: 2000, height: 2800 },
  service: `${FOLDER}pages/${number}`,
  regions: [],
  ...more,
});

const scan = (more: Partial<ScanRecord> = {}): ScanRecord => ({
  address: `${FOLDER}manifest.json`,
  folder: FOLDER,
  label: 'Front page of the Ferry News',
  caption: 'The page as it was printed.',
  lang: 'en',
  siteLang: 'en',
  fields: [{ name: 'Source', value: 'Library of Port Gull' }],
  credit: 'Photograph: Ada Varga',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  archive: { address: 'https://isles.example/', name: 'The Isles', lang: 'en' },
  homepages: [{ address: FOLDER, name: 'Front page', lang: 'en' }],
  thumbnail: { address: `${FOLDER}320.jpg`, width: 320, height: 448 },
  file: undefined,
  isRightToLeft: false,
  pages: [page(1)],
  ...more,
});

/** What the parser finds wrong with a manifest; it repairs what it can, and says so. */
function complaints(record: ScanRecord): string[] {
  const state = { warnings: [] as string[] };
  presentation3StrictUpgrade(structuredClone(scanManifest(record)) as never, state);
  return state.warnings;
}

const region = {
  box: { x: 120, y: 340, width: 800, height: 600 },
  paragraph: 'https://isles.example/2031/04/02/a/#p-2xcbj7mb',
  words: 'The ferry came at noon.',
};

describe('the manifest of a scan', () => {
  test('is one of IIIF Presentation 3 to a parser that is not ours', () => {
    const full = scan({
      pages: [
        page(1, { regions: [region], words: `${FOLDER}pages/1.words.json` }),
        page(2),
        page(3, { image: undefined, service: undefined }),
      ],
      file: { address: `${FOLDER}file.pdf`, type: 'application/pdf', name: 'The PDF' },
      isRightToLeft: true,
    });
    assert.deepEqual(complaints(full), []);
    // It does complain of what is wrong.
    assert.notDeepEqual(complaints({ ...full, label: 5 as never }), []);
  });

  test('has a canvas for each page, with its picture and its image service', () => {
    const found: [string, unknown][] = [];
    const traverse = new Traverse({
      canvas: [(canvas) => void found.push([canvas.type, [canvas.width, canvas.height]])],
      contentResource: [
        (resource) => {
          const { id, service } = resource as { id: string; service?: { id: string }[] };
          if (service) found.push([id, service[0]?.id]);
        },
      ],
    });
    traverse.traverseManifest(scanManifest(scan({ pages: [page(1), page(2)] })) as never);
    assert.deepEqual(
      found.filter(([type]) => type === 'Canvas'),
      [
        ['Canvas', [2000, 2800]],
        ['Canvas', [2000, 2800]],
      ],
    );
    assert.deepEqual(
      found.filter(([type]) => type !== 'Canvas'),
      [1, 2].map((number) => [
        `${FOLDER}pages/${number}/full/max/0/default.jpg`,
        `${FOLDER}pages/${number}`,
      ]),
    );
  });

  test('ties a region to its paragraph', () => {
    const { items } = scanManifest(scan({ pages: [page(1, { regions: [region] })] }));
    const [annotation] = items[0]?.annotations?.[0]?.items ?? [];
    assert.equal(annotation?.target, `${FOLDER}canvas/1#xywh=120,340,800,600`);
    assert.equal(annotation?.motivation, 'linking');
    assert.deepEqual(
      annotation?.body.map((body) => ('id' in body ? body.id : body.value)),
      [region.paragraph, region.words],
    );
  });

  test('pages of a text from right to left are turned that way', () => {
    const pages = [page(1), page(2)];
    const direction = (isRightToLeft: boolean) =>
      scanManifest(scan({ pages, isRightToLeft })).viewingDirection;
    assert.deepEqual([direction(true), direction(false)], ['right-to-left', 'left-to-right']);
    assert.equal(scanManifest(scan()).viewingDirection, undefined);
  });

  test('names as rights only what the standard knows; the credit is always there', () => {
    const of = (licence: string | undefined) => {
      const { rights, requiredStatement } = scanManifest(scan({ licence })) as {
        rights?: string;
        requiredStatement: { value: Record<string, string[]> };
      };
      assert.deepEqual(requiredStatement.value, { none: ['Photograph: Ada Varga'] });
      return rights;
    };
    assert.equal(of(undefined), undefined);
    assert.equal(of('https://library.example/terms'), undefined);
    assert.equal(
      of('https://creativecommons.org/licenses/by-sa/4.0'),
      'http://creativecommons.org/licenses/by-sa/4.0/',
    );
  });
});

test('the rights of IIIF are those of Creative Commons and RightsStatements.org', () => {
  const known = {
    'https://creativecommons.org/publicdomain/zero/1.0/':
      'http://creativecommons.org/publicdomain/zero/1.0/',
    'https://creativecommons.org/licenses/by/3.0/de/':
      'http://creativecommons.org/licenses/by/3.0/de/',
    'https://rightsstatements.org/page/InC/1.0/?language=en':
      'http://rightsstatements.org/vocab/InC/1.0/',
    'http://rightsstatements.org/vocab/NoC-US/1.0/':
      'http://rightsstatements.org/vocab/NoC-US/1.0/',
  };
  for (const [licence, rights] of Object.entries(known)) assert.equal(iiifRights(licence), rights);
  for (const other of [
    'https://creativecommons.org/',
    'https://example.org/creativecommons.org/licenses/by/4.0/',
    'https://rightsstatements.org/',
    '',
  ])
    assert.equal(iiifRights(other), undefined, other);
});
