import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { ViteUserConfig } from 'astro';
import { LICENCES_PATH } from '../domain/url.ts';

/**
 * What a built site contains of other people's work besides the bundled code: the package, and what is taken from it.
 */
const DECLARED = Object.entries({
  'dejavu-fonts-ttf': 'the letters in share.png',
  'world-atlas': 'the outlines of the maps, made from Natural Earth, which is in the public domain',
});

const BUNDLED = 'code in _astro/';

const require = createRequire(import.meta.url);
const LICENCE = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i;
// The licences of dependencies that a package has bundled itself. They are not part of a site.
const OF_OTHERS = /\n# Licenses of bundled dependencies\n[\s\S]*$/;

/** The folder of the package that a module belongs to; undefined for the project's own modules. */
export function packageFolder(module: string): string | undefined {
  // A bundler adds a few lines of its own.
  const [, bundler] = /^\0(vite|rolldown)\//.exec(module) ?? [];
  if (bundler) return dirname(require.resolve(`${bundler}/package.json`));
  const parts = module.replace(/^\0/, '').split(/[/\\]/);
  const at = parts.lastIndexOf('node_modules');
  if (at < 0) return undefined;
  return parts.slice(0, at + (parts[at + 1]?.startsWith('@') ? 3 : 2)).join(sep);
}

/**
 * The folder of a declared package. It is searched for, since a package may not allow its package.json to be resolved.
 */
function declaredFolder(name: string): string {
  const found = require.resolve.paths(name)?.find((folder) => existsSync(join(folder, name)));
  if (!found) throw new Error(`${name} is shipped in a site, and is not installed.`);
  return join(found, name);
}

/** The licence file of a package, which may be in a folder of that name; undefined where there is none. */
function licenceIn(folder: string): string | undefined {
  const found = readdirSync(folder, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .find(({ name }) => LICENCE.test(name));
  const path = found && join(folder, found.name);
  return path && found.isDirectory() ? licenceIn(path) : path;
}

/**
 * The notice of a package: name, version, what it is in the site, and its licence, word for word.
 *
 * @throws where the package has no licence with it: it cannot be shipped then
 */
export function noticeOf(folder: string, what: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = licenceIn(folder);
  if (!file)
    throw new Error(
      `${name} reaches readers’ browsers, and has no licence with it to be shipped: take another package.`,
    );
  const text = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').replace(OF_OTHERS, '').trim();
  return `${name} ${version}${license ? ` (${license})` : ''}: ${what}\n\n${text}\n`;
}

/** The notices of all packages that are part of a site, sorted by name. @param modules that were bundled */
export function noticesText(modules: Iterable<string>): string {
  const bundled = new Set([...modules].map(packageFolder).filter((folder) => folder !== undefined));
  const notices = [
    ...[...bundled].map((folder) => noticeOf(folder, BUNDLED)),
    ...DECLARED.map(([name, what]) => noticeOf(declaredFolder(name), what)),
  ];
  const rule = `\n${'-'.repeat(72)}\n\n`;
  return [
    'What this site holds of others, and under which licences.\n',
    ...new Set(notices.toSorted()),
  ].join(rule);
}

/** A plugin that writes the notices, from the modules that were bundled into the scripts. */
export function writesNotices(): NonNullable<ViteUserConfig['plugins']>[number] {
  return {
    name: 'cuttings-notices',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? Object.keys(part.modules) : [],
      );
      const fileName = LICENCES_PATH.slice(1);
      this.emitFile({ type: 'asset', fileName, source: noticesText(modules) });
    },
  };
}
