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
  pagefind: 'the search of words, in search/',
  'world-atlas': 'the outlines of the maps, made from Natural Earth, which is in the public domain',
});

const BUNDLED = 'code in _astro/';

const require = createRequire(import.meta.url);
const LICENCE = /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i;
// The licences of what a bundled package has bundled itself: that is not what the package puts into a site.
const OF_OTHERS = /\n# Licenses of bundled dependencies\n[\s\S]*$/;

/** The folder of the package that a module is of; nothing where it is the project's own. */
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
 * The folder of a package that is declared. It is searched for, since a package may not let its package.json be
 * resolved.
 */
function declaredFolder(name: string): string {
  const found = require.resolve.paths(name)?.find((folder) => existsSync(join(folder, name)));
  if (!found) throw new Error(`${name} is shipped in a site, and is not installed.`);
  return join(found, name);
}

/** The licence that lies with a package, or in a folder of that name with those of what it needs. */
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

/** The notices of all that a site holds of others, by the names of the packages. */
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

/** Writes the notices beside the scripts, from the modules that the bundler has put into these. */
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
