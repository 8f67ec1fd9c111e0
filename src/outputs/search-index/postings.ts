import {
  postingsCount,
  postingsNumber,
  type RecordFile,
  type SpeltRecord,
} from '../../domain/search/layout.ts';
import { type PostingsFile, postingsOf } from '../../domain/search/postings.ts';

/**
 * The files of records with their articles. Several records share one, since hosts count files; each of the files is
 * there, so that a browser that asks for one always gets it.
 */
export function postingsFiles(
  records: readonly (readonly [Pick<SpeltRecord, 'kind' | 'id' | 'formerly'>, RecordFile])[],
): PostingsFile[] {
  const keyed = records.flatMap(([{ kind, id, formerly = [] }, record]) =>
    [id, ...formerly].map((name) => [`${kind}/${name}`, record] as const),
  );
  const count = postingsCount(keyed.length);
  const files: (typeof keyed)[] = Array.from({ length: count }, () => []);
  for (const one of keyed) files[postingsNumber(one[0], count)]?.push(one);
  return files.map(postingsOf);
}
