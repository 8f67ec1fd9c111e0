import { parentPort, workerData } from 'node:worker_threads';
import { PageQueue } from './page-queue.ts';
import { makeShare } from './page-share.ts';

parentPort?.postMessage(await makeShare(workerData.input, new PageQueue(workerData.memory)));
