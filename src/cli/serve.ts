import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { siteBase } from '../address.ts';
import { shownPath } from '../loaders/content.ts';
import { holding } from '../lock/lock.ts';
import { halfwaySentence, isHalfway } from '../placement/workplace.ts';
import { serve } from '../serve/server.ts';
import { readPort } from './port.mjs';
import { command, Refusal } from './refusal.mjs';
import { root } from './setup.mjs';

await command(async () => {
  const port = readPort(process.env.PORT);
  const dist = join(root, 'dist');
  if (!existsSync(dist))
    throw new Refusal('There is no dist/ to serve: run `npm run build` first.');
  await holding([dist], 'npm run serve', () => {
    if (isHalfway(dist)) throw new Refusal(halfwaySentence(shownPath(dist)));
  });

  const served = await serve(dist, { port, base: siteBase() });
  console.log(`The archive is at ${served.url} (Ctrl-C stops it).`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void served.close());
  }
});
