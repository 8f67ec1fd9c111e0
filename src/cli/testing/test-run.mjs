import { globSync, mkdirSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { check } from './check.mjs';
import { grouped } from './groups.mjs';

const fileLimit = 8 * 60 * 1000;
/** What takes longest, the longest first: it begins first, so that nobody waits for it alone. */
const LONGEST = [
  'e2e/access',
  'e2e/quiet',
  'build/bundle',
  'safety/growth',
  'safety/expressions',
  'import/kill',
  'cli/import',
  'build/stale',
  'build/reproduction',
  'e2e/dev',
].map((name) => join('tests', `${name}.test.ts`));
/** Folders whose files start browsers, builds and commands, or try very many texts. */
const LONG = ['e2e', 'build', 'cli', 'commands', 'kit', 'import', 'dist'];
/** Those of them whose files look at what is on the disk while others build or serve it. */
const ALONE = LONG.filter((folder) => folder !== 'import');

// content/ belongs to its owner, so tests use archives of their own; a test that names none uses this one.
process.env.ARCHIVE_CONTENT = resolve('tests/fixtures/isles');

// Hundreds of processes load the same modules; compiled once, they start in half the time. Tests leave copies of
// the project in it, so that it is begun anew.
process.env.NODE_COMPILE_CACHE = resolve('.cache/compiled');
rmSync(process.env.NODE_COMPILE_CACHE, { recursive: true, force: true });

// The checks go on beside the tests: they take one processor. They look at no archive: theirs is one without an entry,
// which no build opens.
const checked = resolve('.cache/checked');
mkdirSync(checked, { recursive: true });
const checks = check({ ...process.env, ARCHIVE_CONTENT: checked });
const archives = await buildArchives();
const tests = await runTests();
const parts = [archives, ...(await checks)];

const failedParts = parts.filter((part) => !part.passed);
for (const { name } of failedParts) console.log(`✖ ${name}: see above`);

const passed = parts.length - failedParts.length + tests.passed;
const failed = failedParts.length + tests.failed;
process.exitCode = failed > 0 ? 1 : 0;
console.log(`${passed} passed, ${failed} failed`);

// This is not the runner's global setup, since a failure there would end the run without a count of tests.
async function buildArchives() {
  const name = 'archives build';
  try {
    const { globalSetup } = await import('../../../tests/support/archives.ts');
    await globalSetup();
    console.log(`✔ ${name}`);
    return { name, passed: true };
  } catch (error) {
    console.log(error);
    console.log(`✖ ${name}`);
    return { name, passed: false };
  }
}

// What takes long comes first, so that no processor waits for the last file while the others have nothing left.
function byLength(a, b) {
  const rank = (file) => {
    const [longest, long] = [LONGEST.indexOf(file), LONG.indexOf(file.split(sep)[1])];
    if (longest >= 0) return longest;
    return LONGEST.length + (long < 0 ? LONG.length : long);
  };
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

async function runTests() {
  const tally = { passed: 0, failed: 0 };
  const empty = [];
  const files = globSync('tests/**/*.test.ts').toSorted(byLength);
  const { run: begun, shared } = grouped(
    files,
    (file) => LONGEST.includes(file) || ALONE.includes(file.split(sep)[1]),
  );
  const stream = run({
    files: begun,
    // Each file is a process of its own, which waits for those that it starts about as often as it works.
    concurrency: 3,
    timeout: fileLimit,
  });

  stream.on('test:pass', (test) => {
    if (test.skip !== undefined || test.todo !== undefined || test.details.type === 'suite') return;
    // The runner counts a file without a test as a test that passed, named after the file.
    if (test.nesting === 0 && test.name === relative(process.cwd(), test.file))
      empty.push(test.name);
    else tally.passed += 1;
  });
  stream.on('test:fail', ({ todo, details }) => {
    const ownTests = details.type === 'suite' && details.error.failureType === 'subtestsFailed';
    if (todo === undefined && !ownTests) tally.failed += 1;
  });

  // Where the time of a run goes, so that whoever waits for it can see.
  const seconds = new Map();
  for (const event of ['test:pass', 'test:fail'])
    stream.on(event, ({ file, nesting, details }) => {
      if (nesting > 0 || file === undefined) return;
      const name = relative(process.cwd(), file);
      seconds.set(name, (seconds.get(name) ?? 0) + details.duration_ms / 1000);
    });

  for await (const text of stream.compose(spec)) process.stdout.write(text);

  // A file that shares a process is known by its tests alone.
  empty.push(...shared.filter((file) => !seconds.has(file)));

  const slowest = [...seconds].toSorted(([, a], [, b]) => b - a).slice(0, 20);
  for (const [file, taken] of slowest) console.log(`${taken.toFixed(0).padStart(4)} s ${file}`);

  for (const file of empty) console.log(`✖ ${file} holds no test`);
  tally.failed += empty.length;
  if (tally.passed + tally.failed === 0) {
    console.log('✖ no test ran');
    tally.failed += 1;
  }
  return tally;
}
