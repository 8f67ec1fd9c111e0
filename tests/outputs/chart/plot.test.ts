import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type ChartClaim,
  type ChartSeries,
  drawnClaims,
} from '../../../src/outputs/chart/chart.ts';
import { description } from '../../../src/outputs/chart/description.ts';
import { frameOf } from '../../../src/outputs/chart/frame.ts';
import { dashOf, MOST_SERIES, markerPath } from '../../../src/outputs/chart/marker.ts';
import { plotsOf } from '../../../src/outputs/chart/plot.ts';

const SIZE = { width: 720, height: 320 };
const claim = (day: string, bounds: Pick<ChartClaim, 'low' | 'best' | 'high'>): ChartClaim => ({
  day,
  ...bounds,
  href: '#f-a',
  label: `said on ${day}`,
});
const drawn = (...runs: ChartClaim[][]) => {
  const series: ChartSeries[] = [{ name: 'Board', runs }];
  const claims = drawnClaims(series);
  const frame = frameOf(claims, SIZE, 'en-GB');
  const [plot] = plotsOf(series, frame, claims.length);
  assert.ok(plot);
  return { frame, plot };
};
/** The lines down or up in a path, each from one height to another. */
const verticals = (path: string) =>
  [...path.matchAll(/M[\d.]+,([\d.]+)V([\d.]+)/g)].map(([, from, to]) => [
    Number(from),
    Number(to),
  ]);

test('an open end has an arrow away from it, and a hollow mark', () => {
  const up = drawn([claim('2031-04-02', { low: 30 })]).plot;
  const [[from = 0, to = 0] = []] = verticals(up.arrows);
  assert.ok(to < from, 'upwards');
  assert.ok(up.marks[0]?.isOpen);
  const down = drawn([claim('2031-04-02', { high: 30 })]).plot;
  const [[start = 0, end = 0] = []] = verticals(down.arrows);
  assert.ok(end > start, 'downwards');
  assert.ok(down.marks[0]?.isOpen);
});

test('a number that was named is a full mark without an arrow', () => {
  const { plot } = drawn([claim('2031-04-02', { low: 12, best: 12, high: 12 })]);
  assert.deepEqual([plot.arrows, plot.bars, plot.marks[0]?.isOpen], ['', '', false]);
});

test('a range is a bar from end to end', () => {
  const { frame, plot } = drawn([claim('2031-04-02', { low: 10, high: 20 })]);
  const [[from = 0, to = 0] = []] = verticals(plot.bars);
  assert.ok(Math.abs(from - frame.y(10)) < 0.1 && Math.abs(to - frame.y(20)) < 0.1);
  assert.equal(plot.arrows, '');
});

test('claims of a run are joined, runs are not', () => {
  const days = ['2031-04-02', '2031-04-05', '2031-04-09'];
  const [a, b, c] = days.map((day, index) => claim(day, { best: index })) as [
    ChartClaim,
    ChartClaim,
    ChartClaim,
  ];
  assert.equal(drawn([a, b, c]).plot.lines.match(/M/g)?.length, 1);
  assert.equal(drawn([a, b], [c]).plot.lines.match(/M/g)?.length, 1);
  assert.equal(drawn([a], [b], [c]).plot.lines, '');
});

test('the count begins at zero, and the claims lie within the frame', () => {
  const bounds = fc
    .record({ low: fc.nat(1e7), high: fc.nat(1e7) })
    .map(({ low, high }) => ({ low: Math.min(low, high), high: Math.max(low, high) }));
  const day = fc.nat(20_000).map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(fc.array(fc.tuple(day, bounds), { minLength: 1, maxLength: 40 }), (all) => {
      const { frame, plot } = drawn(
        all.map(([when, ends]) => claim(when, ends)).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
      );
      assert.equal(frame.counts[0]?.label, '0');
      assert.ok(frame.days.length > 0);
      for (const { at } of frame.days) assert.ok(at >= frame.left && at <= frame.width);
      for (const { x, y } of plot.marks) {
        assert.ok(x >= frame.left && x <= frame.right, `x ${x}`);
        assert.ok(y >= frame.top && y <= frame.bottom, `y ${y}`);
      }
    }),
  );
});

test('one day has one tick, and days are never named one over the other', () => {
  const { frame } = drawn([claim('2031-04-02', { best: 1 })], [claim('2031-04-02', { best: 3 })]);
  assert.deepEqual(
    frame.days.map(({ label }) => label),
    ['2 Apr 2031'],
  );
  const close = drawn([
    claim('2031-04-02', { best: 1 }),
    claim('2031-04-03', { best: 1 }),
    claim('2032-04-03', { best: 1 }),
  ]).frame;
  const gaps = close.days.slice(1).map(({ at }, index) => at - (close.days[index]?.at ?? 0));
  assert.ok(
    gaps.every((gap) => gap > 60),
    gaps.join(),
  );
});

test('claims of one day by two counters do not hide each other', () => {
  const series = ['Board', 'Relief'].map((name) => ({
    name,
    runs: [[claim('2031-04-02', { best: 12 })]],
  }));
  const frame = frameOf(drawnClaims(series), SIZE, 'en');
  const [one, other] = plotsOf(series, frame, 2).map(({ marks }) => marks[0]?.x ?? 0);
  assert.ok(Math.abs((one ?? 0) - (other ?? 0)) >= 5);
});

test('the series of a drawing are told apart without colour', () => {
  const all = Array.from({ length: MOST_SERIES }, (_, index) => index);
  assert.ok(MOST_SERIES >= 6);
  assert.equal(new Set(all.map((index) => markerPath(index, 64))).size, MOST_SERIES);
  assert.equal(new Set(all.map(dashOf)).size, MOST_SERIES);
});

test('2,000 claims are a light drawing with its ends marked', () => {
  const run = Array.from({ length: 2000 }, (_, index) =>
    claim(new Date(index * 86_400_000).toISOString().slice(0, 10), { low: index }),
  );
  const { plot } = drawn(run);
  assert.ok(JSON.stringify(plot).length < 40_000);
  assert.ok(plot.marks.some(({ label }) => label === run[0]?.label));
  assert.ok(plot.marks.some(({ label }) => label === run.at(-1)?.label));
  assert.ok(plot.marks.length < 10);
});

test('who does not see it is told what it shows', () => {
  const runs = [[claim('2031-04-02', { best: 1 }), claim('2031-05-02', { best: 2 })]];
  const text = description([{ name: 'Board', runs }], 'en-GB');
  assert.equal(
    text,
    '2 claims, 2 April 2031 to 2 May 2031. Board: said on 2031-04-02; at last, said on 2031-05-02.',
  );
});
