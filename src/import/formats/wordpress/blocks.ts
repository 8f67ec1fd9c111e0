import { autop } from './autop.ts';
import { isForSome, isHiddenBlock } from './restriction.ts';

/** The blocks of WordPress’s editor: `<!-- wp:paragraph {"align":"left"} -->…<!-- /wp:paragraph -->`. */

interface Comment {
  kind: 'open' | 'close' | 'void';
  name: string;
  settings: string;
}

const NAME = /^[a-z][\w/-]{0,100}/u;

/** What a comment says of a block; nothing where it is another. */
function commentOf(text: string): Comment | undefined {
  const said = text.trim();
  const isClose = said.startsWith('/wp:');
  if (!isClose && !said.startsWith('wp:')) return undefined;
  const [name] = NAME.exec(said.slice(isClose ? 4 : 3)) ?? [];
  if (name === undefined) return undefined;
  const rest = said.slice((isClose ? 4 : 3) + name.length);
  const isVoid = rest.endsWith('/');
  return {
    kind: isClose ? 'close' : isVoid ? 'void' : 'open',
    name: name.replace(/^core\//u, '').replace(/\/$/u, ''),
    settings: (isVoid ? rest.slice(0, -1) : rest).trim(),
  };
}

const LONGEST = 300;

/** Blocks that only divide, or that something else here reads. */
const SILENT = /^(?:more|nextpage|spacer|separator|footnotes)$/u;

/**
 * The text of a post as HTML, whether its blocks were written by the editor of blocks or not.
 *
 * @param footnotes what stands in the place of the block of footnotes, or at the end
 */
export function unblocked(text: string, footnotes: string): { html: string; notes: string[] } {
  const notes: string[] = [];
  const out: string[] = [];
  const open: string[] = [];
  // What is for some readers ends at its own end, whatever else ends in it.
  let hidden: { name: string; depth: number } | undefined;
  let forSome = 0;
  let hasFootnotes = false;
  let filled: string[] = [];
  const words = (piece: string) => {
    if (hidden) return;
    const isFree = open.length === 0 || open.at(-1) === 'freeform';
    out.push(isFree ? autop(piece) : piece);
  };
  let from = 0;
  for (let at = text.indexOf('<!--'); at >= 0; ) {
    const end = text.indexOf('-->', at);
    if (end < 0) break;
    const comment = commentOf(text.slice(at + 4, end));
    const next = text.indexOf('<!--', end);
    if (!comment) {
      at = next;
      continue;
    }
    words(text.slice(from, at));
    from = end + 3;
    at = next;
    const { kind, name, settings } = comment;
    if (hidden) {
      if (name === hidden.name) hidden.depth += kind === 'open' ? 1 : kind === 'close' ? -1 : 0;
      if (hidden.depth === 0) hidden = undefined;
    } else if (kind === 'close') open.pop();
    else if (name.endsWith('paywall')) {
      forSome++;
      from = text.length;
      break;
    } else if (isHiddenBlock(settings) || (kind === 'open' && isForSome(name))) {
      forSome++;
      if (kind === 'open') hidden = { name, depth: 1 };
    } else if (kind === 'open') open.push(name);
    else if (name === 'footnotes') {
      hasFootnotes = true;
      out.push(footnotes);
    } else if (!SILENT.test(name)) filled.push(`${name} ${settings}`.trim());
  }
  words(text.slice(from));
  if (!hasFootnotes) out.push(footnotes);
  if (forSome > 0)
    notes.push(
      `${forSome === 1 ? 'one block' : `${forSome} blocks`} for some readers only left out`,
    );
  filled = [...new Set(filled)].map((one) =>
    one.length > LONGEST ? `${one.slice(0, LONGEST)}…` : one,
  );
  if (filled.length > 0)
    notes.push(`blocks that its site fills in left out: ${filled.slice(0, 20).join(', ')}`);
  return { html: out.join('\n\n'), notes };
}
