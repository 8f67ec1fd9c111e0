import assert from 'node:assert/strict';
import { test } from 'node:test';
import { webVtt } from '../../../src/outputs/media-words/webvtt.ts';

test('captions are written anew, and what is said in them is no markup', () => {
  assert.equal(
    webVtt([
      { from: 0, to: 1.5, text: 'The bell & the <b>buoy</b>' },
      {
        from: 3725.0004,
        to: 3726.25,
        speaker: 'The pilot & crew',
        text: 'First line\n\nsecond line',
      },
    ]),
    [
      'WEBVTT',
      '',
      '00:00:00.000 --> 00:00:01.500',
      'The bell &amp; the &lt;b&gt;buoy&lt;/b&gt;',
      '',
      '01:02:05.000 --> 01:02:06.250',
      '<v The pilot &amp; crew>First line\nsecond line',
      '',
    ].join('\n'),
  );
  assert.equal(webVtt([]), 'WEBVTT\n');
});
