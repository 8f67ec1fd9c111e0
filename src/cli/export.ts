import { existsSync, mkdirSync, readdirSync, rmdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { plainSite, refuseOutdated } from '../build/outdated-site.ts';
import { isWithin, refusePlace } from '../build/site-fault.ts';
import { whole } from '../build/stage.ts';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { exportForOpenSearch } from '../exporting/opensearch/export.ts';
import { filesIn } from '../fixity/site-paths.ts';
import { withLock } from '../lock/lock.ts';
import { trueName } from '../lock/lock-place.ts';
import { finishing } from '../lock/unfinished.ts';
import { addressOf } from '../offline/pack.ts';
import { readArguments } from './arguments.ts';
import { warnOfAddress } from './site/address-warning.ts';
import { refuseSettings } from './site/refuse-settings.ts';
import { siteObjection } from './site/site-objection.ts';

const HELP = `npm run export -- --opensearch DIR    writes what the built site publishes for a search engine into a new folder:
                                      definitions of indexes, and their documents as newline-delimited JSON
--dist DIR takes another site in place of dist. docs/opensearch.md tells how an engine takes them.`;

const isEmpty = (folder: string) => {
  try {
    return readdirSync(folder).length === 0;
  } catch {
    return false;
  }
};

/** Why nothing can be written into a folder; undefined where it can. */
function objection(folder: string, dist: string): string | undefined {
  if (isWithin(folder, dist) || isWithin(dist, folder))
    return `${shownPath(folder)} holds the site that is to be exported, or lies in it: name another folder.`;
  if (existsSync(folder) && !isEmpty(folder))
    return `${shownPath(folder)} is there already: remove it, or name a folder that is not.`;
  return siteObjection(dist);
}

await command(async () => {
  const { values } = readArguments(
    {
      options: {
        help: { type: 'boolean', short: 'h' },
        dist: { type: 'string', default: 'dist' },
        opensearch: { type: 'string' },
      },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  if (!values.opensearch) throw new Refusal(`Name a folder.\n${HELP}`, 2);
  refuseSettings('exported');
  const [folder, dist] = [trueName(values.opensearch), resolve(values.dist)];
  refusePlace(folder, contentRoot());
  const isApart = !isWithin(folder, dist) && !isWithin(dist, folder);
  await withLock(isApart ? [folder, dist] : [dist], 'npm run export', async () => {
    const against = objection(folder, dist);
    if (against) throw new Refusal(against);
    refuseOutdated(contentRoot(), plainSite(dist));
    mkdirSync(dirname(folder), { recursive: true });
    if (existsSync(folder)) rmdirSync(folder);
    const paths = filesIn(dist).toSorted();
    await finishing(folder, (unfinished) => {
      const { articles, paragraphs, names, files } = exportForOpenSearch(
        dist,
        paths,
        addressOf(dist),
        unfinished,
      );
      console.log(
        `Exported ${whole(articles)} articles, ${whole(paragraphs)} paragraphs and ${whole(names)} names into ${shownPath(folder)}: ${whole(files)} files of documents. docs/opensearch.md tells how an engine takes them.`,
      );
    });
    warnOfAddress(dist);
  });
});
