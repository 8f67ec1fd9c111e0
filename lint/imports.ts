import {
  appendFileSync,
  cpSync,
  globSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertToTsx } from '@astrojs/astro2tsx';
import { cruise } from 'dependency-cruiser';
import { RULES } from './rooms.ts';

/** An import that a rule refuses. */
export interface RefusedImport {
  rule: string;
  /** The file that imports, the one that it imports, and the way back where that is a cycle. */
  files: string[];
}

/** Folders whose imports are looked at; the rules are about what lies there. */
const FOLDERS = ['src', 'tests', 'lint'];
const NO_CODE = /[\\/]tests[\\/]fixtures$/;

/** Files that dependency-cruiser cannot read, by their extensions: what of them it can, and as which kind of module. */
const READ_AS: [extension: string, kind: string, code: (text: string) => string][] = [
  ['.astro', '.tsx', componentCode],
  ['.mdx', '.ts', (text) => (text.match(/^import\s[^'"]*(['"])[^'"\n]+\1/gm) ?? []).join('\n')],
];

function componentCode(text: string): string {
  const { code, scripts } = convertToTsx(text);
  return [code, ...scripts.map(({ content }) => content)].join('\n');
}

/** What a module starts by its address, a worker or another process, as what it imports. */
const startedIn = (text: string): string =>
  [...text.matchAll(/new URL\(('\.[^']+\.(?:ts|mjs)'), import\.meta\.url\)/g)]
    .map(([, path]) => `\nimport ${path};`)
    .join('');

/** Copies the code below `folder` to where each file of it is a module that dependency-cruiser can read. */
function copyModules(folder: string, to: string): void {
  for (const name of FOLDERS)
    cpSync(join(folder, name), join(to, name), {
      recursive: true,
      filter: (path) => !NO_CODE.test(path),
    });
  for (const path of globSync('**/*.{ts,mjs}', { cwd: to })) {
    const started = startedIn(readFileSync(join(to, path), 'utf8'));
    if (started) appendFileSync(join(to, path), started);
  }
  for (const [extension, kind, codeOf] of READ_AS)
    for (const path of globSync(`**/*${extension}`, { cwd: to })) {
      const file = join(to, path);
      writeFileSync(`${file}${kind}`, codeOf(readFileSync(file, 'utf8')));
      rmSync(file);
    }
}

/** The name of the file that a module of the copy was made from. */
function sourceOf(module: string): string {
  const made = READ_AS.find(([extension, kind]) => module.endsWith(`${extension}${kind}`));
  return made ? module.slice(0, -made[1].length) : module;
}

/** The imports below `folder` that a rule refuses: those of types too, and those that a component or its script makes. */
export async function refusedImports(folder: string): Promise<RefusedImport[]> {
  const copy = mkdtempSync(join(tmpdir(), 'cuttings-imports-'));
  try {
    copyModules(folder, copy);
    const { output } = await cruise(
      FOLDERS,
      {
        baseDir: copy,
        validate: true,
        ruleSet: { forbidden: RULES },
        tsPreCompilationDeps: true,
        skipAnalysisNotInRules: true,
      },
      { extensions: ['.ts', '.tsx'] },
    );
    if (typeof output === 'string') throw new Error(output);
    return output.summary.violations.map(({ rule, from, to, cycle }) => ({
      rule: rule.name,
      files: [from, ...(cycle?.map(({ name }) => name) ?? [to])].map(sourceOf),
    }));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const refused = await refusedImports('.');
  for (const { rule, files } of refused) {
    console.log(
      `${files.join(' → ')}\n  ${rule}: ${RULES.find(({ name }) => name === rule)?.comment}\n`,
    );
  }
  process.exitCode = refused.length > 0 ? 1 : 0;
}
