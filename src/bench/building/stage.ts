import { foldSpace } from '../../domain/article/paragraph.ts';

/** What a build says of one of its stages. Stages may overlap in time. */
export interface Stage {
  name: string;
  /** How many things it had to do with. */
  count: number;
  /** What these are: “articles”. */
  things: string;
  seconds: number;
}

const STAGE = /^(\p{L}[^:]*): (\d[\d.,'’ ]*) (\p{L}[^:,]*), (\d+(?:\.\d+)?) ?s\.?$/u;

/** The stages that the output of a build tells of, a line each: `reading: 2,700 articles, 3.1 s`. */
export function stagesOf(output: string): Stage[] {
  return output.split('\n').flatMap((line) => {
    const [, name = '', count = '', things = '', seconds] = STAGE.exec(foldSpace(line)) ?? [];
    if (seconds === undefined) return [];
    return [{ name, count: Number(count.replace(/\D/g, '')), things, seconds: Number(seconds) }];
  });
}
