import { KINDS } from '../archive/authority.ts';
import { type Figure, figureSchema } from '../archive/figure.ts';
import { site } from '../site.ts';
import type { Cabinet } from './cabinet.ts';
import { suggestFigures } from './claim/figure.ts';
import type { Entry } from './entry.ts';
import { listedFields, mentioned, recordFor, unique } from './filing.ts';
import type { Suggested } from './suggestion.ts';

const isSound = (figure: Figure) => figureSchema.safeParse(figure).success;

/** Moves what was accepted of the suggestions into the fields; the rest stays for review. */
export function accept(
  entry: Entry,
  accepted: Suggested,
  left: Suggested,
  cabinet: Cabinet,
): Entry {
  const text = entry.paragraphs.join('\n');
  const notes = [...entry.notes];
  const records = unique([
    ...entry.records,
    ...KINDS.flatMap((kind) =>
      accepted[kind].map(
        ({ name, id, aliases }) =>
          (id ? cabinet.get(kind, id) : undefined) ??
          recordFor(kind, name, text, cabinet, notes, aliases),
      ),
    ),
  ]);
  const { dateline } = entry.data;
  const before = new Set([
    ...KINDS.flatMap((kind) => entry.data[kind] ?? []),
    ...(entry.data.about ?? []),
  ]);
  const named = records.filter(
    ({ id }) =>
      id !== dateline ||
      before.has(id) ||
      KINDS.some((kind) =>
        accepted[kind].some(
          (one) => one.id === id || cabinet.find(kind, one.name).some((found) => found.id === id),
        ),
      ),
  );
  const { listed, others } = mentioned(named, entry.paragraphs);
  const about = others.filter((id) => before.has(id));
  const { people: _, places: __, organisations: ___, about: ____, ...rest } = entry.data;
  const spellings = named.flatMap(({ kind, id, spellings }) =>
    spellings.map((spelling) => ({ kind, id, spelling })),
  );
  // A name that was accepted may be where a count was made, or who counted.
  const placed =
    accepted.figures.length === 0
      ? new Map<string, Figure>()
      : new Map(
          suggestFigures(entry.paragraphs, entry.data.lang ?? site.lang, entry.date, spellings).map(
            (figure) => [figure.id, figure],
          ),
        );
  const figures = accepted.figures.map((figure) => {
    const known = placed.get(figure.id);
    return {
      ...figure,
      place: figure.place === 'unknown' ? (known?.place ?? 'unknown') : figure.place,
      countedBy:
        figure.countedBy === 'unknown' ? (known?.countedBy ?? 'unknown') : figure.countedBy,
    };
  });
  const [sound, unsound] = [figures.filter(isSound), figures.filter((figure) => !isSound(figure))];
  for (const { asStated } of unsound)
    notes.push(
      `“${asStated}” is a total, and since when is not known: add its period to accept it`,
    );
  return {
    ...entry,
    data: {
      ...rest,
      ...listedFields(listed),
      ...(about.length > 0 && { about }),
      ...(sound.length + (rest.figures?.length ?? 0) > 0 && {
        figures: [...(rest.figures ?? []), ...sound],
      }),
    },
    records,
    suggested: { ...left, figures: [...left.figures, ...unsound] },
    notes,
  };
}
