import { join } from 'node:path';
import { installedVersion, type Peer } from './peer.ts';

const CONFIG = `baseURL = "https://archive.example/"
title = "Archive"
buildFuture = true
disableKinds = ["RSS", "sitemap"]
[taxonomies]
  person = "people"
  place = "places"
`;

const page = (body: string) => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
<h1>{{ .Title }}</h1>
${body}
</body>
</html>
`;

const ARTICLE = page(`<p>{{ .Date.Format "2006-01-02" }}</p>
<ul>{{ range .Params.people }}<li>{{ . }}</li>{{ end }}</ul>
<ul>{{ range .Params.places }}<li>{{ . }}</li>{{ end }}</ul>
{{ .Content }}`);

// Hugo makes these lists of names by itself.
const LIST = page(
  '<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>',
);

/** Hugo, with its site below `folder`; undefined where it is not installed. */
export function findHugo(folder: string): Peer | undefined {
  const version = installedVersion('hugo', ['version']);
  if (version === undefined) return undefined;
  const cwd = join(folder, 'hugo');
  return {
    name: 'Hugo',
    version,
    program: 'hugo',
    args: ['--quiet'],
    cwd,
    env: process.env,
    out: join(cwd, 'public'),
    site: {
      'config.toml': CONFIG,
      'layouts/_default/single.html': ARTICLE,
      'layouts/_default/list.html': LIST,
    },
    // Two braces would begin a shortcode.
    written: ({ id: _, body, ...fields }) =>
      `${JSON.stringify(fields)}\n${body.replaceAll('{{', '{ {')}`,
  };
}
