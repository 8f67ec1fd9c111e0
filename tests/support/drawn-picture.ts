import sharp, { type Sharp } from 'sharp';

/** Numbers between 0 and 1 that look random and are the same at every run. */
export function numbers(seed: number): () => number {
  let state = (seed * 7919 + 104_729) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Shapes at random within a size, as SVG. */
export function shapes(seed: number, width: number, height: number, count = 60): string {
  const next = numbers(seed);
  for (let skipped = 0; skipped < 5; skipped++) next();
  const whole = (most: number) => Math.floor(next() * most);
  return Array.from({ length: count }, () => {
    const tone = 40 + whole(200);
    const fill = `fill="rgb(${tone + whole(50) - 25},${tone},${tone + whole(60) - 30})" fill-opacity="${(0.5 + next() / 2).toFixed(2)}"`;
    const [x, y, size] = [whole(width), whole(height), 6 + whole(width / 8)];
    if (next() < 0.4) return `<circle cx="${x}" cy="${y}" r="${size / 2}" ${fill}/>`;
    return `<rect x="${x}" y="${y}" width="${size}" height="${6 + whole(height / 6)}" transform="rotate(${whole(90)} ${x} ${y})" ${fill}/>`;
  }).join('');
}

export const svg = (content: string, width: number, height: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="100%" height="100%" fill="#8a929a"/>${content}</svg>`;

/** A picture as a camera might make one: shapes, and grain over them. */
export function drawn(seed: number, width = 640, height = 480): Sharp {
  const next = numbers(seed + 1000);
  const [w, h] = [Math.ceil(width / 6), Math.ceil(height / 6)];
  const grain = Buffer.from(Array.from({ length: w * h * 3 }, () => 96 + Math.floor(next() * 64)));
  return sharp(grain, { raw: { width: w, height: h, channels: 3 } })
    .resize(width, height)
    .composite([
      { input: Buffer.from(svg(shapes(seed, width, height), width, height)), blend: 'hard-light' },
    ]);
}
