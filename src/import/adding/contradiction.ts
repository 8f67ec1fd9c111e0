import { differingFields } from '../../domain/media/of-file.ts';
import { shownWords } from '../../domain/problem.ts';
import type { Said } from '../media/filed-media.ts';
import type { MediumFields } from '../writing/medium-fields.ts';

/** Why an entry cannot say of a file what it is to say, by what another says of it; undefined where nothing speaks against it. */
export function contradiction(
  fields: MediumFields,
  { entry, fields: known }: Said,
): string | undefined {
  if (known.withheld)
    return `${entry} withholds this file since ${known.withheld.date}: no entry shows it. If it may be shown, take withheld out there.`;
  const differing = differingFields(fields, known);
  if (differing.length === 0) return undefined;
  const said = differing.map((field) =>
    known[field] === undefined
      ? `states no ${field}`
      : `has ${field}: ${shownWords(`${known[field]}`)}`,
  );
  return `${entry} shows the same file, and ${said.join(', ')}. What is known of a file is the same in every article: say the same here, or correct it there first.`;
}
