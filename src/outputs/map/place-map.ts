import type { Article } from '../../domain/article/article.ts';
import type { Place } from '../../domain/authorities/authority.ts';
import { countryWidth } from './country.ts';
import { type Coordinates, frameName, frameOf, frameSize, positionOn } from './frame.ts';
import { type Dot, labelled } from './label.ts';

/** What maps need of a place. */
export interface Located {
  id: string;
  data: Pick<Place, 'name' | 'coordinates' | 'partOf'>;
}

/** A point to be shown: a place, and the radius of its dot in units of the map. */
interface Point {
  id: string;
  name: string;
  coordinates: Coordinates;
  r: number;
}

/** The dot of the place that a map is of, and those of others. */
const MAIN = 6;
const OTHER = 3.5;

const pointOf = ({ id, data: { name, coordinates } }: Located, r: number): Point[] =>
  coordinates ? [{ id, name, coordinates, r }] : [];

/** How many dots are named at most; with more, names would cover the map. */
const MOST_NAMED = 12;
/** How many dots are shown at most; more would cover the map and make pages large. */
const MOST_SHOWN = 300;

function mapOf(all: readonly Point[], least: number) {
  if (all.length === 0) return undefined;
  // The frame is that of all places, so that it does not depend on how many are shown.
  const frame = frameOf(
    all.map(({ coordinates }) => coordinates),
    least,
  );
  const spots = new Map<string, Dot & { id: string }>();
  for (const { id, name, coordinates, r } of all.slice(0, MOST_SHOWN)) {
    const [x, y] = positionOn(frame, coordinates);
    // Two places at one spot are one dot, with the name of the first.
    const spot = `${Math.round(x / 2)} ${Math.round(y / 2)}`;
    if (!spots.has(spot)) spots.set(spot, { id, x, y, r, name });
  }
  const dots = [...spots.values()];
  const size = frameSize(frame);
  const named = labelled(dots.slice(0, MOST_NAMED), size);
  const rest = dots.slice(MOST_NAMED).map((dot) => ({ ...dot, label: undefined }));
  return {
    frame: frameName(frame),
    size,
    dots: [...named, ...rest],
    /** How many places it shows, and how many there are; undefined where it shows all. */
    shownOf: all.length > MOST_SHOWN ? ([MOST_SHOWN, all.length] as const) : undefined,
  };
}

/** A map as pages show it: the name of its frame, and the dots on it. */
export type PlaceMap = NonNullable<ReturnType<typeof mapOf>>;

const AROUND = 8;

/**
 * The map of a place with the places in it. A place that lies in no other may be a country: then the map is as wide as
 * that country.
 */
export function mapOfPlace(place: Located, parts: readonly Located[]): PlaceMap | undefined {
  const [main] = pointOf(place, MAIN);
  if (!main) return undefined;
  const least = place.data.partOf ? AROUND : countryWidth(main.coordinates) * 1.5;
  return mapOf([main, ...parts.flatMap((part) => pointOf(part, OTHER))], least);
}

/** The map of all places. The more articles name a place, the larger its dot; the most named come first. */
export function mapOfPlaces(
  places: readonly (Located & { articles: number })[],
): PlaceMap | undefined {
  const sorted = places.toSorted((a, b) => b.articles - a.articles);
  const most = Math.max(1, sorted[0]?.articles ?? 1);
  const points = sorted.flatMap((place) =>
    pointOf(place, Math.round((2.5 + 5.5 * Math.sqrt(place.articles / most)) * 10) / 10),
  );
  return mapOf(points, AROUND);
}

/**
 * Where an article took place: the places of its figures, those that it is about, and where it was filed from; where
 * none of these has coordinates, those that it mentions.
 */
export function mapOfArticle(
  { figures, about, dateline, places }: Pick<Article, 'figures' | 'about' | 'dateline' | 'places'>,
  placeOf: (id: string) => Located | undefined,
): PlaceMap | undefined {
  const pointsOf = (ids: readonly string[]) =>
    [...new Set(ids)].flatMap((id) => {
      const place = placeOf(id);
      return place ? pointOf(place, MAIN) : [];
    });
  const told = pointsOf([
    ...figures.map(({ place }) => place),
    ...about,
    ...(dateline ? [dateline] : []),
  ]);
  return mapOf(told.length > 0 ? told : pointsOf(places), AROUND);
}
