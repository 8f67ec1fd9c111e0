import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installedVersion, type Peer } from './peer.ts';

const CONFIG = `export default (config) => {
  config.addGlobalData('layout', 'article.njk');
  return { markdownTemplateEngine: false, dir: { input: 'content', includes: '../layouts', output: 'public' } };
};
`;

const ARTICLE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ title }}</title></head>
<body>
<h1>{{ title }}</h1>
<p>{{ page.date.toISOString().slice(0, 10) }}</p>
<ul>{% for person in people %}<li>{{ person }}</li>{% endfor %}</ul>
<ul>{% for place in places %}<li>{{ place }}</li>{% endfor %}</ul>
{{ content | safe }}
</body>
</html>
`;

/** The program in the folder that the variable ELEVENTY names, as npm installs it there, else the one on the PATH. */
function programOf(folder: string | undefined): string {
  if (!folder) return 'eleventy';
  const places = ['node_modules/.bin/eleventy', 'eleventy'].map((path) => resolve(folder, path));
  return places.find((path) => existsSync(path)) ?? 'eleventy';
}

/** Eleventy, with its site below `folder`; undefined where it is not installed. */
export function findEleventy(folder: string): Peer | undefined {
  const program = programOf(process.env['ELEVENTY']);
  const version = installedVersion(program, ['--version']);
  if (version === undefined) return undefined;
  const cwd = join(folder, 'eleventy');
  return {
    name: 'Eleventy',
    version,
    program,
    args: ['--quiet'],
    cwd,
    env: process.env,
    out: join(cwd, 'public'),
    site: {
      'package.json': '{ "private": true, "type": "module" }\n',
      'eleventy.config.js': CONFIG,
      'layouts/article.njk': ARTICLE,
    },
    written: ({ id: _, body, ...fields }) => `---json\n${JSON.stringify(fields)}\n---\n${body}`,
  };
}
