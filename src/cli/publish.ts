import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { plainSite, refuseOutdated, type SiteContents } from '../build/outdated-site.ts';
import { isOfSources, isWithin } from '../build/site-fault.ts';
import { Stage, whole } from '../build/stage.ts';
import { isWithheldSince } from '../build/withheld-since.ts';
import { contentRoot, shownPath } from '../content/files/archive-path.ts';
import { lastPublished } from '../content/ledger/head.ts';
import { isSampleSeal } from '../content/ledger/sample.ts';
import { shownWords } from '../domain/problem.ts';
import { command, Refusal } from '../errors/refusal.mjs';
import { checkSite, SITE_MANIFEST } from '../fixity/copy.ts';
import { withLock } from '../lock/lock.ts';
import { trueName } from '../lock/lock-place.ts';
import { isPacked, PackedReading } from '../packing/packed-reading.ts';
import { halfwaySentence, isHalfway } from '../placement/workplace.ts';
import { localFolder, PlaceFault, storeAt } from '../publication/place.ts';
import { type Plan, planOf } from '../publication/plan.ts';
import {
  type BuiltSite,
  builtSite,
  destinationAt,
  type FoundDestination,
  isPublished,
  publish,
} from '../publication/publication.ts';
import { readArguments } from './arguments.ts';
import { warnOfAddress } from './site/address-warning.ts';
import { refuseSettings } from './site/refuse-settings.ts';

const HELP = `npm run publish -- PLACE              sends what has changed of the built site, and removes what is old
npm run publish -- --dry-run PLACE    only says what that would be
npm run publish -- --all PLACE        sends every file, where somebody else has changed files there

PLACE is one of
  s3://BUCKET/FOLDER          an S3-compatible store; keys are asked of the environment: AWS_ACCESS_KEY_ID,
                              AWS_SECRET_ACCESS_KEY, AWS_REGION, and AWS_ENDPOINT_URL where it is not Amazon’s
  rclone:REMOTE:PATH          any store that rclone knows
  rsync:USER@HOST:FOLDER      a folder of another machine, by rsync
  rsync:FOLDER                a folder of this one
--dist DIR takes another site in place of dist, such as one that npm run pack -- --for-host DIR has packed. docs/publish.md tells more.`;

/** Why a site cannot be published; undefined where it can. */
function objection(dist: string): string | undefined {
  const make = isPacked(dist) ? `npm run pack -- --for-host ${shownPath(dist)}` : 'npm run build';
  if (isHalfway(dist)) return halfwaySentence(shownPath(dist), make);
  if (!existsSync(join(dist, SITE_MANIFEST)))
    return `There is no built site in ${shownPath(dist)}: run npm run build first.`;
  const [first] = checkSite(dist).differences;
  return (
    first &&
    `${shownPath(dist)} is not as it was built: ${shownWords(first.path)} ${first.how}. Remove it if it is there, and run ${make}.`
  );
}

/** What readers get of a packed site. */
function packedContents({ folder, contents }: BuiltSite): SiteContents {
  const packed = new PackedReading(folder);
  return {
    folder,
    read: (path) => packed.read(path),
    below: (at) => [...contents.keys()].filter((path) => path.startsWith(at)),
  };
}

/** Refuses to replace a site by one that does not know what was sealed there. @throws Refusal */
function refuseLedger(site: BuiltSite, there: FoundDestination): void {
  const last = lastPublished(there.ledger ?? '');
  if (last === undefined || isSampleSeal(last)) return;
  const file = join(site.folder, 'ledger.txt');
  const known = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (known.split(/[\s+]+/).includes(last)) return;
  throw new Refusal(
    'The site that is published there has a ledger that this one does not go on from: it is of another archive, or newer. Get the newest content and run npm run build, or name another place.',
  );
}

const files = (count: number) => `${whole(count)} file${count === 1 ? '' : 's'}`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** How many paths of a kind a dry run shows. */
const SHOWN = 20;

function show(what: string, paths: readonly string[]): void {
  for (const path of paths.slice(0, SHOWN)) console.log(`${what} ${shownWords(path)}`);
  if (paths.length > SHOWN) console.log(`${what} ${whole(paths.length - SHOWN)} more`);
}

function showPlan({ steps, fresh, removed }: Plan): void {
  const due = steps.flatMap(({ paths }) => paths);
  show(
    'new',
    due.filter((path) => fresh.has(path)),
  );
  show(
    'changed',
    due.filter((path) => !fresh.has(path)),
  );
  show('removed', removed);
}

/** What a plan comes to, in a sentence. */
function planSentence(plan: Plan, bytes: number): string {
  const count = plan.steps.reduce((sum, { paths }) => sum + paths.length, 0);
  const sent = `${files(count)} to send, ${megabytes(bytes)} (${whole(plan.fresh.size)} new, ${whole(count - plan.fresh.size)} changed)`;
  const stays =
    plan.staying.size > 0
      ? `; ${whole(plan.staying.size)} that open pages may ask for still stay a day`
      : '';
  return `${sent}; ${files(plan.removed.length)} to remove${stays}.`;
}

await command(async () => {
  const { values, positionals } = readArguments(
    {
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        'dry-run': { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        dist: { type: 'string', default: 'dist' },
      },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [place, ...more] = positionals;
  if (place === undefined || more.length > 0) throw new Refusal(`Name one place.\n${HELP}`, 2);
  refuseSettings('published');
  const [content, dist] = [contentRoot(), resolve(values.dist)];
  const local = localFolder(place);
  if (
    local !== undefined &&
    (isOfSources(trueName(local), content) || isWithin(trueName(local), dist))
  )
    throw new Refusal(
      `${shownPath(trueName(local))} holds, or is in, the archive, the project or the site itself: name another place.`,
      2,
    );
  const store = (() => {
    try {
      return storeAt(place);
    } catch (error) {
      throw error instanceof PlaceFault ? new Refusal(error.message, 2) : error;
    }
  })();
  await withLock([dist], 'npm run publish', async () => {
    const start = performance.now();
    const against = objection(dist);
    if (against) throw new Refusal(against);
    const site = builtSite(dist);
    refuseOutdated(content, isPacked(dist) ? packedContents(site) : plainSite(dist));
    const there = await destinationAt(store);
    refuseLedger(site, there);
    const plan = planOf(site, there, {
      now: new Date(),
      isUrgent: isWithheldSince(content, site.contents, there.contents),
      isAnew: values.all,
    });
    warnOfAddress(dist);
    if (isPublished(site, there, plan)) {
      console.log(
        `Nothing has changed since this site was last published to ${shownWords(place)}.`,
      );
      return;
    }
    const due = plan.steps.flatMap(({ paths }) => paths);
    const bytes = due.reduce((sum, path) => sum + statSync(join(dist, path)).size, 0);
    if (values['dry-run']) {
      showPlan(plan);
      console.log(`${planSentence(plan, bytes)} Nothing was sent.`);
      return;
    }
    console.log(planSentence(plan, bytes));
    await publish(site, there, plan, store, (name, all) => {
      const stage = new Stage(name, 'file', 'files');
      return { at: (done) => stage.at(done, all), end: () => stage.end(all) };
    });
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`Published to ${shownWords(place)} in ${seconds} s.`);
  });
});
