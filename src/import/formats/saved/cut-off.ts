import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';

/** Pages whose file ends before they do: a download or a disk that stopped. Browsers show them as if they were whole. */

export const CUT_OFF = 'its file breaks off: see whether its text is whole';

/** As most pages end, so that few are parsed again. */
const ENDED = /<\/(?:body|html)>$/iu;
/** What is put behind a page, to see where in it its end is. */
const END = 'end of the file';

/** What may stay open at the end of a page (HTML 13.1.2.4), and what many pages forget to close and browsers close for them. */
const MAY_STAY_OPEN = new Set(
  'html head body p li dd dt optgroup option rb rp rt rtc thead tbody tfoot tr td th colgroup caption a b big code em font i nobr s small strike strong tt u'.split(
    ' ',
  ),
);
/** Elements of text: where a page closes them, one that is open at its end is cut. */
const OF_TEXT = [
  ['p', /<\/p[\s>]/iu],
  ['li', /<\/li[\s>]/iu],
  ['dd', /<\/dd[\s>]/iu],
] as const;

/** The names of the elements that are open at the end of a page, the innermost first; nothing where it ends in a tag, comment or script. */
function openAtEnd(html: string): string[] | undefined {
  let end: DefaultTreeAdapterTypes.CommentNode | undefined;
  parse(`${html}<!--${END}-->`, {
    treeAdapter: {
      ...defaultTreeAdapter,
      createCommentNode: (data) => {
        const comment = defaultTreeAdapter.createCommentNode(data);
        if (data === END) end = comment;
        return comment;
      },
    },
  });
  if (!end) return undefined;
  const names: string[] = [];
  for (let node = end.parentNode; node && 'tagName' in node; node = node.parentNode)
    names.push(node.tagName);
  return names;
}

/** Whether a page ends in the middle of itself; for pages that are nested no deeper than pages are. */
export function isCutOff(html: string): boolean {
  const page = html.trimEnd();
  if (ENDED.test(page)) return false;
  const open = page.endsWith('<') ? undefined : openAtEnd(page);
  if (open?.some((name) => !MAY_STAY_OPEN.has(name)) ?? true) return true;
  return (
    !page.endsWith('>') && OF_TEXT.some(([name, end]) => open?.includes(name) && end.test(page))
  );
}
