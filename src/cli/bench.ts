import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { inWords as buildingInWords } from '../bench/building/report.ts';
import { benchBuilding, type Material } from '../bench/building.ts';
import { command, Refusal } from '../errors/refusal.mjs';

const HELP = `npm run bench

Builds an archive of invented entries four times and measures it: from nothing, unchanged, with one article changed and
with one record changed. Times are of this machine and of this run: compare builds of one run.

  --entries N    how many entries to invent (2700, if it is left out)
  --content DIR  the entries of another archive in place of invented ones; DIR is left as it is
  --vs           the same entries with Hugo and Eleventy and bare templates, in the same rounds, where they are installed:
                 hugo on the path, eleventy there or in the folder that ELEVENTY names
  --runs N       all of that N times, in turn with the others (1, if it is left out): ratios are then medians
  --json FILE    write the figures to FILE besides
  --import DIR…  measure instead how much of saved pages an import finds: each DIR is a corpus of pages whose texts are
                 known, read where it lies; --json has every page, with what it lost
  --search       measure search in Chromium instead, beside Pagefind with its own interface over the same articles;
                 ARCHIVE_CONTENT=DIR measures that of another archive; then both are asked queries of an invented archive
                 of which it is known what each should find
  --media N      measure instead how the files of N invented pictures of 12 megapixels are made (50 take some minutes),
                 beside @11ty/eleventy-img with the same settings, where the folder that ELEVENTY names has it
  --help         this text

  npm run bench -- --entries 20000 --vs
  npm run bench -- --content ../wire --json wire.json
  npm run bench -- --import ../readability ../article-extraction-benchmark --json import.json`;

const OPTIONS = {
  entries: { type: 'string' },
  content: { type: 'string' },
  vs: { type: 'boolean' },
  runs: { type: 'string' },
  json: { type: 'string' },
  import: { type: 'string', multiple: true },
  search: { type: 'boolean' },
  media: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const ENTRIES = 2700;
const FOLDER = resolve('.cache/bench');

const usage = (message: string) =>
  new Refusal(`${message}\nRun npm run bench -- --help for examples.`, 2);

// npm runs a script in the project's folder, wherever it was called from.
const here = process.env['npm_lifecycle_event'] === 'bench' ? process.env['INIT_CWD'] : undefined;
const given = (path: string) => resolve(here ?? '.', path);

/** Reads the command line. @throws Refusal with exit code 2 where an option is wrong */
function readArguments() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [unexpected] = positionals;
    if (values.import) values.import.push(...positionals);
    else if (unexpected !== undefined) throw new Error(`Unexpected argument '${unexpected}'`);
    return values;
  } catch (error) {
    throw usage((error as Error).message.split('. ')[0] ?? '');
  }
}

function materialOf({ entries, content }: { entries?: string; content?: string }): Material {
  if (entries !== undefined && content !== undefined)
    throw usage('--entries invents entries and --content takes those that are there: give one.');
  if (content === undefined) {
    if (!/^[1-9]\d{0,6}$/.test(entries ?? `${ENTRIES}`))
      throw usage(`--entries is a whole number from 1 to 9999999; “${entries}” is none.`);
    return { invented: Number(entries ?? ENTRIES) };
  }
  const folder = given(content);
  if (!existsSync(join(folder, 'articles')))
    throw usage(`--content is the folder of an archive; there is no articles/ in “${content}”.`);
  if (folder === FOLDER || folder === join(FOLDER, 'content'))
    throw usage(`“${content}” is where the benchmark writes: copy it elsewhere first.`);
  return { folder };
}

/** The file for the results. It is checked before an hour of building, not after. */
function figuresFile(json: string): string {
  const file = given(json);
  try {
    closeSync(openSync(file, 'a'));
    return file;
  } catch {
    throw usage(`--json is a file to write; “${json}” cannot be written.`);
  }
}

const writeFigures = (file: string, report: unknown) =>
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);

/** Measures an import of the corpora in some folders, and prints it. */
async function importing(folders: readonly string[]) {
  // It loads what reads other people's formats; building needs none of it.
  const { benchImporting, corpusIn, layoutsInWords } = await import('../bench/importing.ts');
  const { inWords } = await import('../bench/importing/report.ts');
  const corpora = folders.map((folder) => {
    const corpus = corpusIn(folder);
    if (!corpus) throw usage(`“${folder}” holds none of:\n${layoutsInWords}`);
    return corpus;
  });
  const report = [];
  for (const corpus of corpora)
    report.push(await benchImporting(corpus, (line) => console.error(line)));
  console.log(inWords(report));
  return report;
}

/** Measures the files of media, and prints it. */
async function media(count: string) {
  if (!/^[1-9]\d{0,4}$/.test(count))
    throw usage(`--media is a whole number from 1 to 99999; “${count}” is none.`);
  // It loads what decodes pictures.
  const { benchMedia } = await import('../bench/media.ts');
  const { inWords } = await import('../bench/media/report.ts');
  const report = await benchMedia(Number(count), FOLDER, (line) => console.error(line));
  console.log(inWords(report));
  return report;
}

await command(async () => {
  const {
    help,
    search,
    media: pictures,
    import: folders,
    vs = false,
    runs,
    json,
    ...material
  } = readArguments();
  if (help) {
    console.log(HELP);
    return 0;
  }
  if (search) {
    if (
      vs ||
      runs ||
      json !== undefined ||
      pictures !== undefined ||
      Object.keys(material).length > 0
    )
      throw usage('--search takes no other option.');
    // Loaded only here, since it needs a browser.
    const { benchSearch } = await import('../bench/search.ts');
    return benchSearch(FOLDER);
  }
  if (pictures !== undefined) {
    if (vs || runs || search || folders || Object.keys(material).length > 0)
      throw usage('--media takes no other option than --json.');
    const file = json === undefined ? undefined : figuresFile(json);
    const report = await media(pictures);
    if (file !== undefined) writeFigures(file, report);
    return 0;
  }
  if (folders) {
    if (vs || runs || Object.keys(material).length > 0)
      throw usage('--import takes no other option than --json.');
    const file = json === undefined ? undefined : figuresFile(json);
    const report = await importing(folders.map(given));
    if (file !== undefined) writeFigures(file, report);
    return 0;
  }
  if (!/^[1-9]\d?$/.test(runs ?? '1'))
    throw usage(`--runs is a whole number from 1 to 99; “${runs}” is none.`);
  const measured = materialOf(material);
  const file = json === undefined ? undefined : figuresFile(json);
  const report = await benchBuilding(measured, FOLDER, vs, Number(runs ?? '1'), (line) =>
    console.error(line),
  );
  console.log(buildingInWords(report));
  if (file !== undefined) writeFigures(file, report);
  return 0;
});
