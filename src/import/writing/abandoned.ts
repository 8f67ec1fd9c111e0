import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Clears away what killed imports left in a folder that has one for each, named by its process. */
export function clearAbandoned(stage: string) {
  let names: string[] = [];
  try {
    names = readdirSync(stage);
  } catch {
    return;
  }
  for (const name of names) {
    if (!isRunning(Number(name))) rmSync(join(stage, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
