import assert from 'node:assert/strict';
import { test } from 'node:test';
import { headerLines, parameterOf } from '../../../src/import/formats/header-lines.ts';
import { partsOfMessage, readMessage } from '../../../src/import/formats/mime.ts';
import { ImportFault } from '../../../src/import/source-document.ts';

const lines = (...parts: string[]) => Buffer.from(parts.join('\r\n'), 'latin1');

test('header lines are unfolded, the first of a name counts, and no line of another kind is one', () => {
  const found = headerLines(
    'Subject: the ferry\r\n of Quern\r\nX: 1\r\nx: 2\r\n: none\r\n\r\nY: 3',
  );
  assert.deepEqual(
    [...found],
    [
      ['subject', 'the ferry of Quern'],
      ['x', '1'],
    ],
  );
  assert.equal(
    parameterOf('multipart/related; a="x;boundary=no"; Boundary="b;1"', 'boundary'),
    'b;1',
  );
  assert.equal(parameterOf('text/html;charset=utf-8', 'charset'), 'utf-8');
});

test('the parts of a message have their transfer encodings undone', async () => {
  const message = lines(
    'Content-Type: multipart/related; boundary="b"',
    '',
    'This is a message in parts.',
    '--b',
    'Content-Type: text/html; charset=iso-8859-1',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>F=E4hre =',
    'ab</p>',
    '--b',
    'Content-Type: multipart/alternative; boundary=b2',
    '',
    '--b2',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('lamp').toString('base64'),
    '--b2--',
    '--b--',
    'After it.',
  );
  const parts = partsOfMessage(message);
  const texts = await Promise.all(
    parts.map(async ({ bytes }) =>
      Buffer.from(await bytes())
        .toString('latin1')
        .trim(),
    ),
  );
  assert.deepEqual(texts, ['<p>Fähre ab</p>', 'lamp']);
  assert.match(parts[0]?.headers.get('content-type') ?? '', /8859/);
});

test('a message that breaks off gives what it has, and one that is nested without end is refused', async () => {
  const [part] = partsOfMessage(
    lines('Content-Type: multipart/mixed; boundary=b', '', '--b', '', 'half'),
  );
  assert.equal(
    Buffer.from((await part?.bytes()) ?? [])
      .toString()
      .trim(),
    'half',
  );
  const nested = Array.from({ length: 200 }, (_, depth) =>
    [`Content-Type: multipart/mixed; boundary=b${depth}-`, '', `--b${depth}-`].join('\n'),
  ).join('\n');
  assert.throws(() => partsOfMessage(Buffer.from(nested)), ImportFault);
  await assert.rejects(readMessage(Buffer.from(nested)), ImportFault);
});
