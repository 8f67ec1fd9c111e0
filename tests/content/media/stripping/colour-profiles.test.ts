import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { strippedProfile } from '../../../../src/content/media/stripping/picture/colour-profile.ts';
import { UnsoundFile } from '../../../../src/content/media/stripping/unsound.ts';
import { elements, profileOf, steps, type Telling } from '../../../support/colour-profiles.ts';
import { numbersUnder, SECRETS, toldIn } from '../../../support/files-with-secrets.ts';
import { landscape } from '../../../support/media.ts';

const PLAIN = { isTelling: false };
const TELLING = { isTelling: true };
const values = (telling: Telling): [string, Buffer][] => [
  ['A2B0', steps('mAB ', telling)],
  ['B2A0', steps('mBA ', telling)],
  ['D2B0', elements(telling)],
];

/** The points of a picture, in sRGB, of which a profile says how they look. */
async function seenWith(profile: Buffer): Promise<Buffer> {
  const jpeg = await landscape(40, 30).jpeg().toBuffer();
  const segment = Buffer.concat([
    Buffer.from([0xff, 0xe2, 0, 0]),
    Buffer.from('ICC_PROFILE\u0000\u0001\u0001', 'latin1'),
    profile,
  ]);
  segment.writeUInt16BE(segment.length - 2, 2);
  const whole = Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
  return await sharp(whole).toColourspace('srgb').raw().toBuffer();
}

test('steps and elements of a profile keep their numbers, and nothing that lies between and behind them', async () => {
  const telling = profileOf(values(TELLING), 'Lab ');
  assert.deepEqual(toldIn(telling), [...SECRETS]);
  const profile = strippedProfile(telling);
  assert.deepEqual(toldIn(profile), []);
  for (const [tag, value] of values(PLAIN))
    assert.deepEqual(numbersUnder(profile, tag), value, tag);
});

test('a picture has the same colours by steps and by elements that are written anew', async () => {
  const unprofiled = await landscape(40, 30).raw().toBuffer();
  for (const [tag, value] of values(TELLING)) {
    if (tag === 'B2A0') continue;
    const telling = profileOf(
      [[tag, value], ...values(TELLING).slice(1, 2)],
      tag === 'A2B0' ? 'Lab ' : 'XYZ ',
    );
    const seen = await seenWith(telling);
    assert.notDeepEqual(seen, unprofiled, tag);
    assert.deepEqual(await seenWith(strippedProfile(telling)), seen, tag);
  }
});

test('a profile with steps or elements that are cut off, of no known kind or within each other is refused', () => {
  const [[, chain], , [, list]] = values(PLAIN) as [
    [string, Buffer],
    [string, Buffer],
    [string, Buffer],
  ];
  const withName = (value: Buffer, from: string, to: string) => {
    const other = Buffer.from(value);
    other.write(to, other.indexOf(from), 'latin1');
    return other;
  };
  const many = Buffer.from(list);
  many.writeUInt32BE(4_000_000_000, 12);
  for (const value of [
    chain.subarray(0, chain.length - 8),
    withName(chain, 'para', 'note'),
    list.subarray(0, list.length - 8),
    withName(list, 'matf', 'note'),
    withName(list, 'curf', 'note'),
    withName(list, 'samf', 'note'),
    many,
  ])
    assert.throws(
      () => strippedProfile(profileOf([['A2B0', value]], 'Lab ')),
      (error) => error instanceof UnsoundFile || error instanceof RangeError,
    );
});
