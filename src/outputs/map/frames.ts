import { type Located, mapOfArticle, mapOfPlace, mapOfPlaces } from './place-map.ts';

/** The names of the frames that the pages of an archive show: of its places, of all of them together, and of its articles. */
export function framesOf(
  places: readonly Located[],
  articles: readonly Parameters<typeof mapOfArticle>[0][],
): Set<string> {
  const known = new Map(places.map((place) => [place.id, place]));
  const parts = Map.groupBy(places, ({ data }) => data.partOf);
  const maps = [
    mapOfPlaces(places.map((place) => ({ ...place, articles: 0 }))),
    ...places.map((place) => mapOfPlace(place, parts.get(place.id) ?? [])),
    ...articles.map((article) => mapOfArticle(article, (id) => known.get(id))),
  ];
  return new Set(maps.flatMap((map) => map?.frame ?? []));
}
