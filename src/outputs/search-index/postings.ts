import {
  type PostingsFile,
  postingsFile,
  postingsPath,
  RECORDS_IN_POSTINGS,
  type RecordFile,
  type SpeltRecord,
} from '../../domain/search/layout.ts';

/**
 * The files of records with their articles, by their paths below the folder of the release. Several records share one,
 * since hosts count files; each of the files is there, so that a browser that asks for one always gets it.
 */
export function postingsFiles(
  records: readonly (readonly [Pick<SpeltRecord, 'kind' | 'id' | 'formerly'>, RecordFile])[],
) {
  const keyed = records.flatMap(([{ kind, id, formerly = [] }, record]) =>
    [id, ...formerly].map((name) => [`${kind}/${name}`, record] as const),
  );
  const count = Math.ceil(keyed.length / RECORDS_IN_POSTINGS);
  const files = new Map<string, PostingsFile>();
  for (let number = 0; number < count; number++) files.set(postingsPath(number), []);
  for (const [key, record] of keyed) files.get(postingsFile(key, count))?.push([key, record]);
  return { files, count };
}
