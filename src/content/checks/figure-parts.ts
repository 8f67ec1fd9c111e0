import { because, type Fault } from '../../domain/fault.ts';
import type { Figure } from '../../domain/figures/figure.ts';
import { ceilingOf, floorOf } from '../../domain/figures/series.ts';
import type { Path } from '../../domain/schema-fault.ts';
import { didYouMean } from '../files/validate.ts';

/**
 * The ids of the figures that contain this one, upwards through `partOf`. If the chain is a circle, the last id is its
 * own.
 */
function wholesOf({ id, partOf }: Figure, figures: readonly Figure[]): string[] {
  const wholes: string[] = [];
  let above = partOf;
  while (above !== undefined && !wholes.includes(above)) {
    wholes.push(above);
    if (above === id) break;
    const next: string = above;
    above = figures.find((other) => other.id === next)?.partOf;
  }
  return wholes;
}

/** What is wrong between a figure and the one of its article that it is a part of; nothing where all is well. */
export function partFault(
  figure: Figure,
  figures: readonly Figure[],
  isSound: (...path: Path) => boolean,
): Fault | undefined {
  const { id, partOf } = figure;
  const isSoundIn = (one: Figure, ...fields: (keyof Figure)[]) =>
    fields.every((field) => isSound('figures', figures.indexOf(one), field));
  if (partOf === undefined || !isSoundIn(figure, 'partOf')) return undefined;
  const whole = figures.find((other) => other.id === partOf && other.id !== id);
  const fault = (rule: string, fix: string) => because('figure/parts', rule, fix);
  if (!whole) {
    // The figure that is meant may be one whose id has a fault.
    if (figures.some((one) => !isSoundIn(one, 'id'))) return undefined;
    const ids = figures.map((other) => other.id).filter((other) => other !== id);
    return fault(
      'A figure is part of another figure of its article.',
      `${didYouMean(partOf, ids)}Write the id of the figure that it is a part of.`,
    );
  }
  // Each figure of a circle would report it; only one does.
  const ring = wholesOf(figure, figures);
  if (ring.at(-1) === id && ring.every((other) => id <= other))
    return fault('No figure is a part of its own part.', 'Take partOf out of one of the two.');
  if (ring.at(-1) === id) return undefined;
  const areSound = (...fields: (keyof Figure)[]) =>
    isSoundIn(figure, ...fields) && isSoundIn(whole, ...fields);
  if (areSound('measure') && whole.measure !== figure.measure)
    return fault(
      'A part counts what its whole counts.',
      `${whole.id} counts ${whole.measure}, this one ${figure.measure}: take partOf out.`,
    );
  const [least, most] = [floorOf(figure), ceilingOf(whole)];
  if (!areSound('low', 'best', 'high', 'qualifier')) return undefined;
  if (least !== undefined && most !== undefined && least > most)
    return fault(
      'A part is not above its whole.',
      `This one is ${least} or more, ${whole.id} is ${most} or fewer: correct a number, or take partOf out.`,
    );
  return undefined;
}
