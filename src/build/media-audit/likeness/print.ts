import { type Features, featuresOf } from './features.ts';
import { type GrayPicture, longestSide, shrunk, type Turned, turned } from './gray-picture.ts';

/** A withheld picture, as it is looked for. */
export interface Print {
  /** Number of the medium that it is of. */
  medium: number;
  picture: GrayPicture;
  /** Its features as it is, as in a mirror, and as a negative. */
  ways: (Turned & { features: Features })[];
}

/** The longest side of a withheld picture as it is looked for, in points: so a tile of a large scan is found too. */
export const PRINT_SIZE = 1280;
/** The longest side of its smallest size. */
const SMALLEST = 56;

const WAYS: readonly Turned[] = [false, true].flatMap((isMirrored) =>
  [false, true].map((isNegative) => ({ isMirrored, isNegative })),
);

/** A picture as it is looked for. */
export function printOf(whole: GrayPicture, medium: number): Print {
  const scale = PRINT_SIZE / longestSide(whole);
  const picture = scale < 1 ? shrunk(whole, scale) : whole;
  const ways = WAYS.map((way) => ({
    ...way,
    features: featuresOf(turned(picture, way), Math.SQRT1_2, SMALLEST),
  }));
  return { medium, picture, ways };
}
