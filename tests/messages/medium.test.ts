import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  countedMedia,
  creditWords,
  duration,
  fileSize,
  fileWords,
  kindHeading,
  licenceName,
  mediaHeading,
  mediumTitle,
  publishedWithout,
} from '../../src/messages/medium.ts';

const EN = 'en-GB';

describe('media in words', () => {
  test('a licence has the name by which readers know it', () => {
    for (const [address, name] of [
      ['https://creativecommons.org/licenses/by-sa/4.0/', 'CC BY-SA 4.0'],
      ['http://creativecommons.org/licenses/by/3.0/de/', 'CC BY 3.0'],
      ['https://creativecommons.org/publicdomain/zero/1.0/', 'CC0'],
      ['https://creativecommons.org/publicdomain/mark/1.0/', 'Public domain'],
      ['https://www.rights.example/terms', 'rights.example'],
    ] as const)
      assert.equal(licenceName(address), name);
  });

  test('a camera is spoken of at pictures alone', () => {
    for (const type of ['image/jpeg', 'image/tiff'] as const)
      assert.match(publishedWithout(type), /camera/);
    for (const type of ['application/pdf', 'audio/wav', 'video/mp4', 'image/svg+xml'] as const)
      assert.doesNotMatch(publishedWithout(type), /camera/);
  });

  test('sizes and lengths are as readers say them', () => {
    assert.equal(fileSize(12, EN), '1 kB');
    assert.equal(fileSize(640_400, EN), '640 kB');
    assert.equal(fileSize(3_240_000, EN), '3.2 MB');
    assert.equal(fileSize(32_400_000, EN), '32 MB');
    assert.equal(duration(5), '0:05');
    assert.equal(duration(125.4), '2:05');
    assert.equal(duration(3609), '1:00:09');
    assert.equal(
      fileWords({ type: 'application/pdf', bytes: 2e6, pages: 12, width: 1652, height: 2338 }, EN),
      'PDF, 12 pages, 2 MB',
    );
    assert.equal(
      fileWords({ type: 'image/gif', bytes: 4200, width: 1480, height: 320, frames: 3 }, EN),
      'GIF, 1,480 × 320 pixels, moving, 4 kB',
    );
  });

  test('a medium is named by its caption, else by what is seen, else by what it is', () => {
    assert.equal(
      mediumTitle({ kind: 'photograph', caption: 'The quay.', altText: 'Boats' }, EN),
      'The quay',
    );
    const page = 'Tarnmouth Chronicle, 1911-03-13, p. 1';
    assert.equal(mediumTitle({ kind: 'facsimile', caption: page }, EN), page);
    assert.equal(
      mediumTitle({ kind: 'photograph', caption: 'The quay of Lind & Co.' }, EN),
      'The quay of Lind & Co.',
    );
    assert.equal(mediumTitle({ kind: 'photograph', altText: 'Boats' }, EN), 'Boats');
    assert.equal(mediumTitle({ kind: 'audio' }, EN), 'Sound recording');
    assert.ok(mediumTitle({ kind: 'graphic', caption: 'words '.repeat(200) }, EN).length < 100);
  });

  test('nobody’s credit is told as such, and no field’s name', () => {
    assert.doesNotMatch(creditWords('unknown'), /^unknown$/);
    assert.equal(creditWords('Unknown Sailor'), 'Unknown Sailor');
  });

  test('headings say what stands below them', () => {
    const counts = [
      { kind: 'photograph', count: 2 },
      { kind: 'video', count: 1 },
    ] as const;
    assert.equal(countedMedia(counts, EN), '2 photographs, 1 film');
    assert.equal(kindHeading('audio'), 'Sound recordings');
    assert.equal(mediaHeading(['photograph']), 'A picture');
    assert.equal(mediaHeading(['photograph', 'graphic']), 'Pictures');
    assert.equal(mediaHeading(['document', 'document']), 'Documents');
    assert.notEqual(mediaHeading(['photograph', 'audio']), 'Pictures');
  });
});
