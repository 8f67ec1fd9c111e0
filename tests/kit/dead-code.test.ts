import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { root } from '../../src/setup/setup.mjs';
import { copyProject, scratchFolder, write } from '../support/scratch.ts';

interface Found {
  file: string;
  [kind: string]: string | { name: string }[];
}

/** What knip finds in a copy of the project with these files in place of its own: `kind file name`, in order. */
function found(t: TestContext, files: Record<string, string>): string[] {
  const folder = scratchFolder(t);
  const configured = ['package.json', 'knip.ts', 'tsconfig.json', 'astro.config.mjs', 'biome.json'];
  copyProject(folder, ['src', 'tests', 'lint', '.prettierrc.json', ...configured]);
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  write(folder, files);
  const { stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/knip'),
    ['--no-progress', '--no-gitignore', '--reporter=json'],
    { cwd: folder, encoding: 'utf8' },
  );
  assert.match(stdout, /^\{/, stderr);
  const issues: Found[] = JSON.parse(stdout).issues;
  return issues
    .flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, all]) =>
        (Array.isArray(all) ? all : []).map(({ name }) => `${kind} ${file} ${name}`),
      ),
    )
    .toSorted();
}

test('what nothing uses is refused: a file, an export, a type, a package', (t) => {
  const own = readFileSync(join(root, 'src/domain/own.ts'), 'utf8');
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const left = { ...manifest.dependencies, 'left-over': '1.0.0' };
  assert.deepEqual(
    found(t, {
      'src/domain/own.ts': `import 'unheard-of';\n${own}\nexport const lonely = 1;\nexport interface Lonely {}\n`,
      'src/domain/orphan.ts': '',
      'src/components/Orphan.astro': '<p>Nobody shows me.</p>\n',
      'src/styles/orphan.css': 'p {}\n',
      'src/cli/orphan.mjs': '',
      'tests/setup/orphan.ts': '',
      'package.json': JSON.stringify({ ...manifest, dependencies: left }),
    }),
    [
      'dependencies package.json left-over',
      'exports src/domain/own.ts lonely',
      ...[
        'src/cli/orphan.mjs',
        'src/components/Orphan.astro',
        'src/domain/orphan.ts',
        'src/styles/orphan.css',
        'tests/setup/orphan.ts',
      ].map((file) => `files ${file} ${file}`),
      'types src/domain/own.ts Lonely',
      'unlisted src/domain/own.ts unheard-of',
    ],
  );
});
