import type { AstroIntegration } from 'astro';

/** Under which name a page is told how many reloads had been asked for when it was. */
const METRIC = 'reloads';

/** Asks, once the page can hear of changes, whether it missed one; then it is out of date, and loads again. */
const SCRIPT = `{
  const [page] = performance.getEntriesByType('navigation');
  const mine = page?.serverTiming?.find(({ name }) => name === '${METRIC}')?.description;
  const compare = async () => {
    const answer = await fetch(location.href, { method: 'HEAD', headers: { Accept: 'text/x-reloads' } }).catch(() => undefined);
    const now = answer?.headers.get('X-Reloads');
    if (mine && now && now !== mine) location.reload();
  };
  import.meta.hot?.on('vite:ws:connect', compare);
  void compare();
}`;

/**
 * On the development server, makes a page load again if a reload was asked for while it was still being loaded. A page
 * cannot hear of changes before it is connected, and would otherwise show what was there before the last of two quick
 * edits.
 */
export function catchesMissedReloads(): AstroIntegration {
  return {
    name: 'cuttings-catches-missed-reloads',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', SCRIPT);
      },
      'astro:server:setup': ({ server }) => {
        let reloads = 0;
        const { ws } = server;
        const send = ws.send.bind(ws) as (...sent: unknown[]) => void;
        ws.send = (...sent: unknown[]) => {
          const [message] = sent;
          if (message instanceof Object && 'type' in message && message.type === 'full-reload')
            reloads++;
          send(...sent);
        };
        server.middlewares.use((request, response, next) => {
          const accept = request.headers.accept ?? '';
          if (accept === 'text/x-reloads') {
            response.writeHead(204, { 'X-Reloads': `${reloads}`, 'Cache-Control': 'no-store' });
            response.end();
            return;
          }
          if (accept.includes('text/html'))
            response.setHeader('Server-Timing', `${METRIC};desc="${reloads}"`);
          next();
        });
      },
    },
  };
}
