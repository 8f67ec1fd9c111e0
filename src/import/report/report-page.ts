import { nextSteps } from './next-step.ts';
import type { Mode } from './report.ts';
import type { ReportedItem } from './reported-item.ts';
import { passedOverInWords, sumOf, type Tally } from './tally.ts';

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

const number = (count: number) => count.toLocaleString('en');

/** How many pictures and other files came with the articles, and how many did not. */
function filesLine({ files, missing }: Tally, mode: Mode): string {
  if (files + missing === 0 || mode === 'check') return '';
  const [came, are] = mode === 'dry-run' ? ['would come in', 'would be'] : ['came in', 'are'];
  return `<p>Pictures and other files: ${number(files)} ${came}, ${number(missing)} ${are} missing.</p>\n`;
}

const stepsList = (steps: readonly string[]): string =>
  steps.length === 0
    ? ''
    : `<h2>What to do next</h2>\n<ul>${steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ul>\n`;

/** The page down to its list of items. */
export function pageHead(title: string, mode: Mode, sources: ReadonlyMap<string, Tally>): string {
  const total = sumOf(sources.values());
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
${filesLine(total, mode)}${stepsList(nextSteps(total, mode))}<h2>Items</h2>
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

/** Each of an article’s media: where it is, what it lacks, or why it is missing. */
function mediaLines(media: ReportedItem['media']): string[] {
  if (!media) return [];
  const { filed, gaps, captioned, uncredited } = media;
  return [
    ...filed.map(({ file, from }) =>
      escaped(
        [
          from === undefined ? `with ${file}` : `with ${file}, which was ${from}`,
          ...(captioned.includes(file) ? ['its caption stands for the alternative text'] : []),
          ...(uncredited.includes(file) ? ['nobody is credited'] : []),
        ].join('; '),
      ),
    ),
    ...gaps.map(
      ({ url, name, reason }) =>
        `missing: ${escaped(url ?? name ?? 'a picture')}. ${escaped(reason)}`,
    ),
  ];
}

/** An item as a row; nothing where there is nothing to be known of it. */
export function itemRow(item: ReportedItem): string {
  const { origin, outcome, title, url, entry, identifier } = item;
  const { reason, notes = [], duplicateOf, diff, media } = item;
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
  const shown = title ?? (entry === undefined ? (url ?? identifier) : undefined);
  const name = shown === undefined ? '' : `<br><bdi>${escaped(shown)}</bdi>`;
  const file = entry === undefined ? '' : `<br><code>${escaped(entry)}</code>`;
  const change = diff === undefined ? '' : `<pre>${escaped(diff)}</pre>`;
  return `<tr><th scope="row"><bdi>${escaped(origin)}</bdi>${name}${file}</th><td>${NAMES.get(outcome) ?? ''}</td><td>${list}${change}</td></tr>\n`;
}
