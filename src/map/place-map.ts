import type { Article } from '../archive/article.ts';
import type { Place } from '../archive/authority.ts';
import { type Coordinates, frameName, frameOf, positionOn } from './frame.ts';
import { type Dot, labelled } from './label.ts';
import { countryWidth } from './outline.ts';

/** A place as far as maps show it. */
export type Located = Pick<Place, 'name' | 'coordinates' | 'partOf'>;

/** A point to be shown. */
interface Point {
  name: string;
  coordinates: Coordinates;
  /** Radius of its dot, in units of the map. */
  r: number;
}

/** The dot of the place that a map is of, and those of others. */
const MAIN = 6;
const OTHER = 3.5;

const pointOf = ({ name, coordinates }: Located, r: number): Point[] =>
  coordinates ? [{ name, coordinates, r }] : [];

/** So many dots are named at most; more make a map of words. */
const MOST_NAMED = 12;

function mapOf(points: readonly Point[], least: number) {
  if (points.length === 0) return undefined;
  const frame = frameOf(
    points.map(({ coordinates }) => coordinates),
    least,
  );
  const spots = new Map<string, Dot>();
  for (const { name, coordinates, r } of points) {
    const [x, y] = positionOn(frame, coordinates);
    // Two places at one spot are one dot, of the first’s name.
    const spot = `${Math.round(x / 2)} ${Math.round(y / 2)}`;
    if (!spots.has(spot)) spots.set(spot, { x, y, r, name });
  }
  const dots = [...spots.values()];
  const named = labelled(dots.slice(0, MOST_NAMED));
  const rest = dots.slice(MOST_NAMED).map((dot) => ({ ...dot, label: undefined }));
  return { frame: frameName(frame), dots: [...named, ...rest] };
}

/** A map as pages show it: the name of its frame, and the dots on it. */
export type PlaceMap = NonNullable<ReturnType<typeof mapOf>>;

const AROUND = 8;

/** The map of a place with those that lie in it. Of one that lies in no other, which may be a country, as much is shown as the country is wide. */
export function mapOfPlace(place: Located, parts: readonly Located[]): PlaceMap | undefined {
  const [main] = pointOf(place, MAIN);
  if (!main) return undefined;
  const least = place.partOf ? AROUND : countryWidth(main.coordinates) * 1.5;
  return mapOf([main, ...parts.flatMap((part) => pointOf(part, OTHER))], least);
}

/** The map of all places, each dot as large as the articles are many that name it; the most named first. */
export function mapOfPlaces(
  places: readonly { data: Located; articles: number }[],
): PlaceMap | undefined {
  const sorted = places.toSorted((a, b) => b.articles - a.articles);
  const most = Math.max(1, sorted[0]?.articles ?? 1);
  const points = sorted.flatMap(({ data, articles }) =>
    pointOf(data, Math.round((2.5 + 5.5 * Math.sqrt(articles / most)) * 10) / 10),
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
