import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where the files lie that load others. */
const FOLDER = resolve('.cache/tests');
/** How many files one process takes: each saves what a process needs to begin, and all of them wait for each other. */
const MOST = 12;
/** What a file that shares a process may not touch: what belongs to the whole process, or takes very long. */
const OF_PROCESS =
  /\bprocess\.(?!cwd|execPath|platform|version)|\bmock\b|\bglobalThis\b|\bspawn|\bexecFile|\bWorker\b|\bARCHIVES\b|\bconsole\.|\bperformance\b|\bregisterHooks\b/;
/** A file whose tests are made elsewhere is not known by them. */
const OWN_TESTS = /^(?:test|suite|describe)\(|^for [^\n]{1,200}\n? {0,4}(?:test|suite)\(/m;

const mayShare = (file) => {
  const text = readFileSync(file, 'utf8');
  return !OF_PROCESS.test(text) && OWN_TESTS.test(text);
};

/**
 * Files of tests as the runner takes them, each a process of its own: those of one folder that touch nothing but their own
 * values share one. A file of a group begins with its folder’s name.
 *
 * @param files of tests, in the order in which they run
 * @param isAlone whether a file is never shared
 * @returns what to run, and the files that share a process
 */
export function grouped(files, isAlone) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const shared = files.filter((file) => !isAlone(file) && mayShare(file));
  const groups = [...Map.groupBy(shared, (file) => file.split(sep)[1])].flatMap(([folder, all]) =>
    Array.from({ length: Math.ceil(all.length / MOST) }, (_, index) => ({
      name: join(FOLDER, `${folder.replace(/\W/g, '-')}-${index + 1}.test.mjs`),
      files: all.slice(index * MOST, (index + 1) * MOST),
    })),
  );
  for (const { name, files: loaded } of groups)
    writeFileSync(
      name,
      loaded
        .map((file) => `import ${JSON.stringify(pathToFileURL(resolve(file)).href)};\n`)
        .join(''),
    );
  const own = new Set(shared);
  return {
    run: [...files.filter((file) => !own.has(file)), ...groups.map(({ name }) => name)],
    shared,
  };
}
