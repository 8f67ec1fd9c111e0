import { Refusal } from '../../errors/refusal.mjs';
import { runChild } from '../../setup/child.mjs';
import { secondsOfEnded } from '../processor.ts';
import { watchMemory } from './memory.ts';
import { type Output, outputOf } from './output.ts';
import { type Stage, stagesOf } from './stage.ts';

/** A program that builds a site. */
export interface Builder {
  name: string;
  program: string;
  args: string[];
  /** The folder that it runs in. */
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** The folder that it builds into. */
  out: string;
}

/** What a build took, and what it wrote. */
export interface Build extends Output {
  /** Elapsed time. */
  seconds: number;
  /** Time of processors, of all its processes together; left out where it could not be measured. */
  processorSeconds?: number;
  /** The most memory that its processes used at one time; left out where it could not be measured. */
  peakBytes?: number;
  /** The stages that the build itself prints; empty where it prints none. */
  stages: Stage[];
}

/**
 * Builds a site once and measures it.
 *
 * @throws Refusal where the program fails, with all that it printed, and where it is interrupted
 */
export async function measureBuild(builder: Builder): Promise<Build> {
  const { name, program, args, cwd, env, out } = builder;
  const before = secondsOfEnded();
  const start = performance.now();
  const memoryWatched = watchMemory();
  const { code, output, interrupted } = await runChild(program, args, { cwd, env, captured: true });
  const seconds = (performance.now() - start) / 1000;
  const after = secondsOfEnded();
  const peakBytes = memoryWatched();
  if (interrupted) throw new Refusal('The benchmark was interrupted.', 130);
  if (code !== 0) throw new Refusal(`${output.trimEnd()}\n\n${name} did not build.`);
  return {
    seconds,
    ...(before !== undefined && after !== undefined && { processorSeconds: after - before }),
    ...(peakBytes !== undefined && { peakBytes }),
    ...outputOf(out),
    stages: stagesOf(output),
  };
}
