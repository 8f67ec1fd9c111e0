import { because, type Fault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { shownPath } from '../files/archive-path.ts';
import { problemWith } from '../files/problem-place.ts';
import { readText } from '../files/text-file.ts';
import { didYouMean } from '../files/validate.ts';
import { readYaml } from '../files/yaml.ts';
import type { RecordFile, Records } from '../reading/record.ts';

/** What is wrong between a record and the others: its id, and the ids that it refers to. */
export function crossFaults(record: RecordFile, records: Records): Problem[] {
  const problems: Problem[] = [];
  // Read again for the place of a fault: there are few.
  const problemAtField = (path: PropertyKey[], fault: Fault) => {
    const { text } = readText(record.path);
    return readYaml(record.path, text, 0, text.length).problem(path, fault);
  };
  const [first] = records.named(record.id);
  if (first && first.kind !== record.kind) {
    const fault = because(
      'record/id',
      `An id names one record of the archive; ${shownPath(first.path)} has this one too.`,
      'Rename one of the two files, and the id in the articles that mean it.',
    );
    problems.push(problemWith(record.path, record.id, fault));
  }
  const refers = (path: PropertyKey[], id: string) => {
    if (records.knows(record.kind, id) && id !== record.id) return;
    const others = records.ids(record.kind).filter((other) => other !== record.id);
    const fault = because(
      'record/reference',
      `This is the id of another record in ${record.kind}/.`,
      id === record.id
        ? 'Write the id of another, or take this one out.'
        : `${didYouMean(id, others)}Correct the id, or add ${record.kind}/${id}.yaml.`,
    );
    problems.push(problemAtField(path, fault));
  };
  record.data.formerly.forEach((id, index) => {
    const fault = formerlyFault(id, record, records);
    if (fault) problems.push(problemAtField(['formerly', index], fault));
  });
  for (const [index, id] of record.data.distinctFrom.entries()) refers(['distinctFrom', index], id);
  if (record.data.partOf === undefined) return problems;
  refers(['partOf'], record.data.partOf);
  const circle = circleOf(record, records);
  // Each place of a circle would report it; only the one with the first id does.
  if (circle.length > 1 && circle.every((id) => record.id <= id)) {
    const fault = because(
      'place/part-of',
      'A place is not part of itself, however far up.',
      `Correct partOf in one of the places: ${[...circle, record.id].join(' → ')}.`,
    );
    problems.push(problemAtField(['partOf'], fault));
  }
  return problems;
}

/** What is wrong with an id that a record says it had before. */
function formerlyFault(id: string, record: RecordFile, records: Records): Fault | undefined {
  if (records.knows(record.kind, id)) {
    const fix =
      id === record.id
        ? 'Take it out: it is the id that this record has.'
        : `If the two are one, remove ${record.kind}/${id}.yaml; if not, take the id out.`;
    return because(
      'record/formerly',
      `An id under formerly is no present one; ${record.kind}/${id}.yaml is there.`,
      fix,
    );
  }
  const other = records.all.find(
    (one) => one.kind === record.kind && one.id < record.id && one.data.formerly.includes(id),
  );
  return (
    other &&
    because(
      'record/formerly',
      `An old id leads to one record; ${shownPath(other.path)} claims it too.`,
      'Take it out of one of the two.',
    )
  );
}

/** The places from this one up to itself again; empty where the way up ends. */
function circleOf(record: RecordFile, records: Records): string[] {
  const passed = new Set([record.id]);
  let whole = record.data.partOf;
  while (whole !== undefined && !passed.has(whole)) {
    passed.add(whole);
    whole = records.get('places', whole)?.data.partOf;
  }
  return whole === record.id ? [...passed] : [];
}
