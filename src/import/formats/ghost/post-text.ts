import { ImportFault } from '../../source-document.ts';
import { at, textAt } from '../dump/value.ts';
import type { Left } from './card.ts';
import { lexicalHtml } from './lexical.ts';
import { mobiledocHtml } from './mobiledoc.ts';

/** The text of a Ghost post as HTML, whichever of its editors wrote it. */

const BEGINS = '<!--kg-gated-block:begin';
const ENDS = '<!--kg-gated-block:end-->';

/** HTML without the parts that only members see. */
function withoutGated(html: string, left: Left): string {
  let shown = '';
  let from = 0;
  for (let begin = html.indexOf(BEGINS); begin >= 0; begin = html.indexOf(BEGINS, from)) {
    shown += html.slice(from, begin);
    const close = html.indexOf('-->', begin);
    const end = html.indexOf(ENDS, begin);
    const isPublic = close >= 0 && /\snonMember:true\b/u.test(html.slice(begin, close));
    if (!isPublic) left.forSome++;
    else shown += html.slice(close + 3, end < 0 ? undefined : end);
    from = end < 0 ? html.length : end + ENDS.length;
  }
  return shown + html.slice(from);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ImportFault('Its text is no sound document of Ghost’s editor. Export it again.');
  }
}

/** What stands for the address of the site in its database. */
const SITE = /__GHOST_URL__/gu;
/** An address without what stands for that of the site: whole where the site is known, else a path. */
export const siteless = (text: string, address: string | undefined): string =>
  text.replace(SITE, address && URL.canParse(address) ? new URL(address).origin : '');

const INTERNAL = /__GHOST_URL__(\/[^\s"'<>]*)/gu;
const MOST_TOLD = 200;

/**
 * The text of a post as HTML, and what is left out of it.
 *
 * @param address the post’s own address, where it is known
 */
export function ghostHtml(
  post: object,
  address: string | undefined,
): { html: string; notes: string[] } {
  const left: Left = { notes: [], forSome: 0 };
  const text = (name: string) => textAt(post, name)?.trim() || undefined;
  const lexical = text('lexical');
  const mobiledoc = text('mobiledoc');
  const written =
    text('html') ??
    (lexical && lexicalHtml(at(parsed(lexical), 'root'), left)) ??
    (mobiledoc && mobiledocHtml(parsed(mobiledoc), left)) ??
    '';
  const html = withoutGated(written, left);
  const site = address && URL.canParse(address) ? new URL(address).origin : undefined;
  const inside = site ? [] : [...new Set([...html.matchAll(INTERNAL)].map(([, path]) => path))];
  if (inside.length > 0)
    left.notes.push(
      `${inside.length === 1 ? 'one address' : `${inside.length} addresses`} within its site left out, since its export does not name the site’s own: ${inside.slice(0, MOST_TOLD).join(', ')}${inside.length > MOST_TOLD ? ', …' : ''}`,
    );
  if (left.forSome > 0)
    left.notes.push(
      `${left.forSome === 1 ? 'one part' : `${left.forSome} parts`} for some readers only left out`,
    );
  return { html: siteless(html, site), notes: left.notes };
}
