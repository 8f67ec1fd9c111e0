import { createHash } from 'node:crypto';
import { unwatchFile, watchFile } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { reportFile, standingReport } from '../content/reading/standing-report.ts';

const etag = (report: string) => `"${createHash('sha256').update(report).digest('hex')}"`;
const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * A page that shows the report of problems, until these are mended. It polls the server, since the server's own messages
 * do not reach a page that is still being loaded.
 */
const reportPage = (report: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Something is wrong with the archive</title>
<style>
:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 60rem; margin: 3rem auto; padding: 0 1.25rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border-inline-start: 4px solid #b3261e; padding-inline-start: 1rem; }
</style>
</head>
<body>
<main>
<h1>Something is wrong with the archive</h1>
<p>As the build would say it. The page comes back by itself when it is mended.</p>
<pre>${escaped(report)}</pre>
</main>
<script type="module">
setInterval(async () => {
  const asked = { method: 'HEAD', headers: { Accept: 'text/html' } };
  const answer = await fetch(location.href, asked).catch(() => undefined);
  if (answer && answer.headers.get('ETag') !== ${JSON.stringify(etag(report))}) location.reload();
}, 500);
</script>
</body>
</html>
`;

/** On the development server, shows the archive's problems in place of every page. */
export function reportsFaults(): AstroIntegration {
  return {
    name: 'cuttings-reports-faults',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const file = reportFile();
        // The server’s own watcher passes over the folder of caches.
        watchFile(file, { interval: 150 }, () =>
          server.hot.send({ type: 'full-reload', path: '*' }),
        );
        server.httpServer?.once('close', () => unwatchFile(file));
        server.middlewares.use((request, response, next) => {
          const report = standingReport();
          if (report === '' || !request.headers.accept?.includes('text/html')) return next();
          response.writeHead(500, {
            'Content-Type': 'text/html; charset=utf-8',
            ETag: etag(report),
          });
          response.end(reportPage(report));
        });
      },
    },
  };
}
