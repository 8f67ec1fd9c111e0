import type { Certainty } from '../../../domain/withholding/judgement.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { alignmentOf } from './alignment.ts';
import { FeatureIndex } from './feature-index.ts';
import { type Features, featuresOf } from './features.ts';
import { type GrayPicture, halvings, longestSide, shrunk, turned } from './gray-picture.ts';
import { isSameOverall, type Overall, overallOf } from './overall.ts';
import type { Print } from './print.ts';

/** A withheld picture that another shows, or may show: whole or in part, or as a part of it. */
export interface Likeness {
  medium: number;
  certainty: Exclude<Certainty, 'none'>;
}

/** The longest side of a picture that is looked at, in points. */
export const LOOKED_AT = 640;
/** The longest side of the smallest size in which it is compared. */
const SMALLEST = 100;

/** A picture whose longest side has fewer points is too small for its features: it is compared as a whole. */
const SMALL = 120;
/** So is one with fewer features than this. */
const FEW = 60;

/** How many parts show something, and which share of these the same, for a picture to be the withheld one. */
const CERTAIN: Agreement = { parts: 14, share: 0.8 };
const LIKELY: Agreement = { parts: 8, share: 0.68 };

const reaches = ({ parts, share }: Agreement, least: Agreement) =>
  parts >= least.parts && share >= least.share;

/** A withheld picture in one of the ways in which it is looked for. */
interface Group {
  medium: number;
  features: Features;
  /** The picture in sizes that halve. */
  sizes: GrayPicture[];
}

/** Withheld pictures that are looked for in others. */
export class PictureFinder {
  readonly #groups: Group[];
  readonly #index: FeatureIndex;
  readonly #overall: { medium: number; overall: Overall; isPlain: boolean }[];

  constructor(prints: readonly Print[]) {
    this.#groups = prints.flatMap((print) =>
      print.ways.map((way) => ({
        medium: print.medium,
        features: way.features,
        sizes: halvings(turned(print.picture, way)),
      })),
    );
    this.#index = new FeatureIndex(prints.flatMap(({ ways }) => ways.map((way) => way.features)));
    this.#overall = prints.map(({ medium, picture, ways }) => ({
      medium,
      overall: overallOf(picture),
      isPlain: (ways[0]?.features.count ?? 0) < FEW,
    }));
  }

  /** The withheld pictures that a picture shows, or may show. */
  in(whole: GrayPicture): Likeness[] {
    const found = new Map<number, Likeness>();
    const overall = overallOf(whole);
    const isSmall = longestSide(whole) < SMALL;
    for (const { medium, overall: other, isPlain } of this.#overall)
      if ((isSmall || isPlain) && isSameOverall(overall, other))
        found.set(medium, { medium, certainty: 'likely' });
    const scale = LOOKED_AT / longestSide(whole);
    const picture = scale < 1 ? shrunk(whole, scale) : whole;
    const features = featuresOf(picture, 0.5, SMALLEST);
    const sizes = halvings(picture);
    for (const [number, matches] of this.#index.matches(features)) {
      const group = this.#groups[number];
      if (!group || found.get(group.medium)?.certainty === 'certain') continue;
      const { medium } = group;
      const [{ width, height } = whole] = group.sizes;
      const alignment = alignmentOf(features, group.features, matches, [width, height]);
      const agreement = alignment && agreementOf(sizes, group.sizes, alignment);
      if (agreement && reaches(agreement, CERTAIN))
        found.set(medium, { medium, certainty: 'certain' });
      else if (agreement && reaches(agreement, LIKELY))
        found.set(medium, { medium, certainty: 'likely' });
    }
    return [...found.values()];
  }
}
