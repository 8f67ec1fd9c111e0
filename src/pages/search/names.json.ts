import type { APIRoute } from 'astro';
import { records } from '../../content/queries/articles.ts';
import { KINDS, spellings } from '../../domain/authorities/authority.ts';
import type { SpeltName } from '../../domain/data/name-list.ts';

/** Every record with its spellings, for the search index and for anyone who wants them. */
export const GET: APIRoute = () => {
  const all = KINDS.flatMap(records);
  const named: SpeltName[] = all.map(({ kind, id, data }) => ({
    kind,
    id,
    name: data.name,
    spellings: spellings(data),
    description: data.description,
  }));
  return Response.json(named);
};
