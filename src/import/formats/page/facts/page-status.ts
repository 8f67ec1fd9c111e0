import type { Skipped } from '../../skipped.ts';
import { fieldFault } from '../../status.ts';

/** What of WordPress's post classes says more than how a page looks. */
const CLASS = /^status-([a-z-]+)$/;
const WITH_PASSWORD = 'post-password-required';

/** WordPress's own statuses; a theme may name anything else so. */
const STATUSES = new Set(['draft', 'auto-draft', 'private', 'future', 'pending', 'trash']);

/** What a page calls the status of its article; a server's, or an app's, is another. */
const NAMED =
  /^(?:(?:article|content|creative-?work|dc|dcterms|editorial|entry|page|post|pub|publication|publish|workflow)[.:_-]?)?status$/i;

function classFault(element: Element): Skipped | undefined {
  for (const name of element.classList) {
    const word = CLASS.exec(name.toLowerCase())?.[1];
    const fault =
      name.toLowerCase() === WITH_PASSWORD
        ? fieldFault('password', name)
        : word !== undefined && STATUSES.has(word)
          ? fieldFault('status', word)
          : undefined;
    if (fault) return fault;
  }
  return undefined;
}

/** The element with the page's text: its only article, or the one with the most text that is not a teaser. */
function ownArticle(document: Document): Element | undefined {
  const length = (element: Element) => element.textContent?.length ?? 0;
  let own: Element | undefined;
  for (const article of document.querySelectorAll('article'))
    if (!own || length(article) > length(own)) own = article;
  return own;
}

/** Why the markup of a page says that its article is not published: somebody saved a preview, or a page for members. */
export function pageFault(document: Document): Skipped | undefined {
  for (const meta of document.querySelectorAll('meta[name], meta[property], meta[itemprop]')) {
    const name = ['name', 'property', 'itemprop']
      .map((one) => meta.getAttribute(one))
      .find(Boolean);
    const fault =
      NAMED.test(name ?? '') && fieldFault(name ?? '', meta.getAttribute('content') ?? '');
    if (fault) return fault;
  }
  let one: Element | null = ownArticle(document) ?? document.querySelector('main');
  for (; one; one = one.parentElement) {
    const fault = classFault(one);
    if (fault) return fault;
  }
  return classFault(document.body);
}
