import type { ReportedItem } from './reported-item.ts';
import { emptyTally, passedOverInWords, type Tally } from './tally.ts';

/** A report as a page that needs nothing else: what became of every source and, below, of every item that is not plainly in. */

const escaped = (text: string) => text.replace(/[<>&"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const STYLE = `
:root { color-scheme: light dark; --line: #8886; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { border-bottom: 1px solid var(--line); padding: .3rem .75rem .3rem 0; text-align: start; vertical-align: top; }
th[scope=col], td.number { white-space: nowrap; }
th[scope=row] { font-weight: normal; min-width: 14rem; overflow-wrap: anywhere; }
td:last-child { min-width: 16rem; overflow-wrap: anywhere; }
tfoot th[scope=row] { font-weight: bold; }
caption { text-align: start; padding-bottom: .5rem; }
td.number, th.number { text-align: end; }
pre { overflow-x: auto; margin: .3rem 0; font-size: .85rem; }
ul { margin: 0; padding-inline-start: 1.2rem; }
`;

const OUTCOMES: readonly (readonly [ReportedItem['outcome'], string])[] = [
  ['imported', 'In'],
  ['missing', 'Not in'],
  ['updated', 'Updated'],
  ['unchanged', 'As before'],
  ['changed', 'Differs'],
  ['recalled', 'In, and kept back by its source now'],
  ['skipped', 'Passed over'],
  ['failed', 'Failed'],
];

function row(name: string, { outcomes, passedOver }: Tally, shown: typeof OUTCOMES): string {
  const counts = shown.map(
    ([outcome]) => `<td class="number">${(outcomes[outcome] ?? 0).toLocaleString('en')}</td>`,
  );
  return `<tr><th scope="row"><bdi>${escaped(name)}</bdi></th>${counts.join('')}<td>${escaped(passedOverInWords(passedOver))}</td></tr>\n`;
}

/** The page down to its list of items. */
export function pageHead(title: string, sources: ReadonlyMap<string, Tally>): string {
  const total = emptyTally();
  for (const { outcomes, passedOver } of sources.values()) {
    for (const [outcome] of OUTCOMES)
      total.outcomes[outcome] = (total.outcomes[outcome] ?? 0) + (outcomes[outcome] ?? 0);
    for (const [as, count] of Object.entries(passedOver) as [keyof typeof passedOver, number][])
      total.passedOver[as] = (total.passedOver[as] ?? 0) + count;
  }
  const shown = OUTCOMES.filter(([outcome]) => (total.outcomes[outcome] ?? 0) > 0);
  const columns = shown.map(([, name]) => `<th scope="col" class="number">${name}</th>`).join('');
  const rows = [...sources].map(([name, counted]) => row(name, counted, shown)).join('');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<div class="wide" role="region" aria-label="Sources" tabindex="0">
<table>
<caption>What became of the items of each source</caption>
<thead><tr><th scope="col">Source</th>${columns}<th scope="col">Passed over because</th></tr></thead>
<tbody>
${rows}</tbody>
<tfoot>${row('All', total, shown)}</tfoot>
</table>
</div>
<h2>Items</h2>
<p>Every item that was passed over, failed or differs, which files came with those that are in, and what was left out of them. An item that is in whole, and brought no picture or other file, is not listed.</p>
<div class="wide" role="region" aria-label="Items" tabindex="0">
<table>
<thead><tr><th scope="col">Item</th><th scope="col">Became</th><th scope="col">What is to be known</th></tr></thead>
<tbody>
`;
}

/** What ends the page. */
export const PAGE_END = '</tbody>\n</table>\n</div>\n</body>\n</html>\n';

const NAMES = new Map(OUTCOMES);

/** Each of an article’s media that is missing or lacks words. */
function mediaLines(media: ReportedItem['media']): string[] {
  if (!media) return [];
  const { filed, gaps, captioned, uncredited } = media;
  return [
    ...filed.map(({ file, from }) =>
      escaped(from === undefined ? `with ${file}` : `with ${file}, which was ${from}`),
    ),
    ...gaps.map(
      ({ url, name, reason }) =>
        `missing: ${escaped(url ?? name ?? 'a picture')}. ${escaped(reason)}`,
    ),
    ...captioned.map((file) => `its caption stands for the alternative text: ${escaped(file)}`),
    ...uncredited.map((file) => `nobody is credited: ${escaped(file)}`),
  ];
}

/** An item as a row; nothing where there is nothing to be known of it. */
export function itemRow(item: ReportedItem): string {
  const { origin, outcome, title, url, reason, notes = [], duplicateOf, diff, media } = item;
  const said = [
    ...(reason === undefined ? [] : [escaped(reason)]),
    ...notes.map(escaped),
    ...mediaLines(media),
    ...(duplicateOf === undefined ? [] : [`likely the same as ${escaped(duplicateOf)}`]),
  ];
  const isPlain = (outcome === 'imported' || outcome === 'unchanged') && said.length === 0;
  if (isPlain || item.as === 'file') return '';
  const list =
    said.length > 1 ? `<ul>${said.map((one) => `<li>${one}</li>`).join('')}</ul>` : said.join('');
  const shown = title ?? url;
  const name = shown === undefined ? '' : `<br><bdi>${escaped(shown)}</bdi>`;
  const change = diff === undefined ? '' : `<pre>${escaped(diff)}</pre>`;
  return `<tr><th scope="row"><bdi>${escaped(origin)}</bdi>${name}</th><td>${NAMES.get(outcome) ?? ''}</td><td>${list}${change}</td></tr>\n`;
}
