import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { headOf } from '../../../../src/import/formats/head.ts';
import { LARGEST, type Source } from '../../../../src/import/formats/source.ts';
import { textOf } from '../../../../src/import/formats/xml/element.ts';
import { elementsOf } from '../../../../src/import/formats/xml/stream.ts';

/** A source that may only be read piece by piece. */
function streamed(pieces: () => Iterable<Buffer>, encoding?: string): Source {
  const [first = Buffer.alloc(0)] = pieces();
  return {
    head: headOf('a.xml', first),
    path: undefined,
    isFound: false,
    encoding,
    stream: async function* () {
      yield* pieces();
    },
    bytes: () => assert.fail('it is read whole'),
    sha256: async () => '',
    size: 0,
    bytesRead: () => 0,
  };
}

async function textsIn(source: Source): Promise<string[]> {
  const texts: string[] = [];
  for await (const element of elementsOf(source, (name) => name === 'p'))
    texts.push(textOf(element));
  return texts;
}

suite('XML is read piece by piece', () => {
  const encoded = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);
  const whole = (declared: string) =>
    `<?xml version="1.0" encoding="${declared}"?><a><p>Gås</p><p>går</p></a>`;

  test('in the encoding that it declares, in UTF-16, or in the one that is named', async () => {
    for (const [bytes, named] of [
      [encoded(whole('ISO-8859-1'), 'latin1')],
      [encoded(`\ufeff${whole('UTF-16')}`, 'utf16le')],
      [encoded(whole('UTF-16'), 'utf16le')],
      [encoded(whole('ISO-8859-1'), 'utf8')],
      [encoded(whole('UTF-8'), 'latin1'), 'iso-8859-1'],
    ] as const)
      for (const size of [7, 1000]) {
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
          bytes.subarray(at * size, (at + 1) * size),
        );
        const source = { ...streamed(() => pieces, named), head: headOf('a.xml', bytes) };
        assert.deepEqual(await textsIn(source), ['Gås', 'går']);
      }
  });

  test('however long it is', async () => {
    const filler = encoded(`<b>${'å'.repeat(1024 * 1024)}</b>`, 'latin1');
    const source = streamed(function* () {
      yield encoded('<?xml version="1.0" encoding="ISO-8859-1"?><a>', 'latin1');
      for (let size = 0; size <= LARGEST; size += filler.length) yield filler;
      yield encoded('<p>går</p></a>', 'latin1');
    });
    assert.deepEqual(await textsIn(source), ['går']);
  });

  test('and refused with the line that is not of its encoding', async () => {
    const bytes = encoded(whole('UTF-8').replace('<p>går', '\n\n<p>går'), 'latin1');
    await assert.rejects(
      textsIn(streamed(() => [bytes])),
      /Line \d is not UTF-8\. Name its encoding/,
    );
  });
});
