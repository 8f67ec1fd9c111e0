import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { KINDS } from '../../domain/authorities/authority.ts';
import { dayParts } from '../../domain/date.ts';
import { freeSlug } from '../../domain/slug.ts';
import { articlePath, indexPath } from '../../domain/url.ts';
import { inventArticle } from './article.ts';
import { days } from './calendar.ts';
import { chanceOf } from './chance.ts';
import { openRegister } from './register.ts';

/**
 * Writes an archive of invented articles and records into a folder. Files are written one by one and not kept in memory.
 * The same number and seed give the same bytes.
 *
 * @param folder is made if it does not exist; other files in it stay
 * @param entries how many articles
 */
export function inventArchive(folder: string, entries: number, seed: number): void {
  const chance = chanceOf(seed);
  for (const kind of KINDS) mkdirSync(join(folder, kind), { recursive: true });
  const register = openRegister(chance, (kind, id, yaml) =>
    writeFileSync(join(folder, kind, `${id}.yaml`), yaml),
  );

  let written = 0;
  let earlier = indexPath('people');
  for (const { day, moments } of days(chance)) {
    const parent = dayParts(day).join('/');
    mkdirSync(join(folder, 'articles', parent), { recursive: true });
    const taken = new Set<string>();
    for (const moment of moments.slice(0, entries - written)) {
      const { slug, mdx } = inventArticle(moment, earlier, register, chance);
      const free = freeSlug(slug, (one) => taken.has(one));
      taken.add(free);
      writeFileSync(join(folder, 'articles', parent, `${free}.mdx`), mdx);
      earlier = articlePath(`${parent}/${free}`);
      written++;
    }
    if (written === entries) return;
  }
}
