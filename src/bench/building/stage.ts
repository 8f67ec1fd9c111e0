import { foldSpace } from '../../domain/article/paragraph.ts';

/** What a build prints about a stage. Stages may overlap in time. */
export interface Stage {
  name: string;
  /** How many things it worked on. */
  count: number;
  /** What these are: “articles”. */
  things: string;
  seconds: number;
}

const STAGE = /^(\p{L}[^:]*): (\d[\d.,'’ ]*) (\p{L}[^:,]*), (\d+(?:\.\d+)?) ?s\.?$/u;

/** Reads the stages in the output of a build. Each is a line such as `reading: 2,700 articles, 3.1 s`. */
export function stagesOf(output: string): Stage[] {
  return output.split('\n').flatMap((line) => {
    const [, name = '', count = '', things = '', seconds] = STAGE.exec(foldSpace(line)) ?? [];
    if (seconds === undefined) return [];
    return [{ name, count: Number(count.replace(/\D/g, '')), things, seconds: Number(seconds) }];
  });
}
