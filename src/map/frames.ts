import { type Located, mapOfArticle, mapOfPlace, mapOfPlaces } from './place-map.ts';

/**
 * The names of the frames that the pages of an archive show: of its places, of all of them together, and of its articles.
 *
 * @param places by their ids
 */
export function framesOf(
  places: ReadonlyMap<string, Located>,
  articles: readonly Parameters<typeof mapOfArticle>[0][],
): Set<string> {
  const parts = Map.groupBy(places.values(), ({ partOf }) => partOf);
  const maps = [
    mapOfPlaces([...places.values()].map((data) => ({ data, articles: 0 }))),
    ...[...places].map(([id, data]) => mapOfPlace(data, parts.get(id) ?? [])),
    ...articles.map((article) => mapOfArticle(article, (id) => places.get(id))),
  ];
  return new Set(maps.flatMap((map) => map?.frame ?? []));
}
