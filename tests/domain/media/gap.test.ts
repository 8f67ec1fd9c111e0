import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FETCHED_REFUSED,
  isOfOwnNetwork,
  publishedGap,
  REFUSED,
  WORDLESS,
} from '../../../src/domain/media/gap.ts';

test('an address of the networks of a machine is not published; its name there is', () => {
  const own = [
    'localhost:8199',
    'cms',
    'cms.local',
    'a.cms.internal.',
    'nas.home.arpa',
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.9',
    '192.168.1.7:80',
    '169.254.1.1',
    '100.64.0.1',
    '0x7f.1',
    '[::1]',
    '[fd00::1]',
    '[fe80::1]',
    '[::ffff:10.0.0.1]',
  ];
  for (const host of own) {
    const url = `http://${host}/login.jpg`;
    assert.ok(isOfOwnNetwork(url), host);
    assert.deepEqual(publishedGap({ url, name: 'login.jpg', reason: 'It is gone.' }), {
      name: 'login.jpg',
      reason: 'It is gone.',
    });
  }
  const others = [
    'gazette.example',
    'localhost.example',
    '11.1.2.3',
    '172.32.0.9',
    '100.128.0.1',
    '[2a00::1]',
    '10.example',
  ];
  for (const host of others) {
    const url = `https://${host}/a.jpg`;
    assert.deepEqual(publishedGap({ url, reason: 'It is gone.' }), { url, reason: 'It is gone.' });
  }
});

test('readers are told why nothing is shown, and no rule of a build', () => {
  const told = (reason: string) => publishedGap({ reason }).reason;
  assert.equal(
    told(
      `${REFUSED}The file of a medium is of a kind that browsers show, and nothing else besides.`,
    ),
    'Its file is in a form that cannot be shown here.',
  );
  assert.equal(
    told(
      `W${FETCHED_REFUSED.slice(1)} The file of a medium is of a kind that browsers show (HTML).`,
    ),
    'What is at its address is in a form that cannot be shown here.',
  );
  assert.equal(
    told(WORDLESS),
    'It is not shown yet, since it has no description for those who do not see it.',
  );
  assert.equal(told('Its file cannot be read (EACCES).'), 'Its file could not be read.');
  // What an archivist writes, and what a server says, is told as it is.
  assert.equal(told('The print was lost in the flood.'), 'The print was lost in the flood.');
});
