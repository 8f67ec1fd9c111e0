import { parentPort, workerData } from 'node:worker_threads';
import { writeOutputs } from './outputs-writing.ts';

await writeOutputs(workerData, (message) => parentPort?.postMessage(message));
