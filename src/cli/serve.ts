import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { shownPath } from '../content/files/archive-path.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { readPort } from '../hosting/port.mjs';
import { serve } from '../hosting/serve/server.ts';
import { withLock } from '../lock/lock.ts';
import { halfwaySentence, isHalfway } from '../placement/workplace.ts';
import { root } from '../setup/setup.mjs';
import { siteBase } from '../site-address.ts';
import { readArguments } from './arguments.ts';
import { refuseSettings } from './site/refuse-settings.ts';

const HELP = `npm run serve              serves dist/ on this machine, at port 4321
PORT=4400 npm run serve    serves it at another port`;

await command(async () => {
  const { values } = readArguments({ options: { help: { type: 'boolean', short: 'h' } } }, HELP);
  if (values.help) {
    console.log(HELP);
    return;
  }
  const port = readPort(process.env.PORT);
  refuseSettings('served');
  const dist = join(root, 'dist');
  if (!existsSync(dist))
    throw new Refusal('There is no dist/ to serve: run `npm run build` first.');
  await withLock([dist], 'npm run serve', () => {
    if (isHalfway(dist)) throw new Refusal(halfwaySentence(shownPath(dist)));
  });

  const served = await serve(dist, { port, base: siteBase() });
  console.log(`The archive is at ${served.url} (Ctrl-C stops it).`);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => void served.close());
  }
});
