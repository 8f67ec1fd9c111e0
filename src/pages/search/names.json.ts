import type { APIRoute } from 'astro';
import { KINDS, spellings } from '../../archive/authority.ts';
import { records } from '../../articles.ts';
import type { SpeltRecord } from '../../search/layout.ts';

/** Every record with its spellings, for the search index and for anyone who wants them. */
export const GET: APIRoute = () => {
  const all = KINDS.flatMap(records);
  const named: SpeltRecord[] = all.map(({ kind, id, data }) => ({
    kind,
    id,
    name: data.name,
    spellings: spellings(data),
    description: data.description,
  }));
  return Response.json(named);
};
