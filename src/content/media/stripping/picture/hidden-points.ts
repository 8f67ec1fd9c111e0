/**
 * Gives the wholly transparent points of a picture one colour: programs that rub out keep the colours that were there.
 *
 * @param points red, green, blue and alpha, a byte each; they are changed
 * @returns whether they had several colours
 */
export function clearHiddenPoints(points: Uint8Array): boolean {
  let first: number | undefined;
  let isMixed = false;
  for (let at = 0; at < points.length; at += 4) {
    if (points[at + 3] !== 0) continue;
    const colour = ((points[at] ?? 0) << 16) | ((points[at + 1] ?? 0) << 8) | (points[at + 2] ?? 0);
    first ??= colour;
    isMixed ||= colour !== first;
    points.fill(0, at, at + 3);
  }
  return isMixed;
}
