/** Pictures that a page shows by a script: how they are named is put into their elements, before all else of it is taken away. */

const PICTURES = 'img, amp-img';
const NAMED = ['src', 'srcset', 'alt', 'width', 'height', 'class', 'title'];

/** How SingleFile names data that several pictures share, in a style; and in the picture. */
const SHARED = /--sf-img-(\d{1,5}):\s{0,2}url\(\s?["']?(data:[^"'()\s]{1,4000})/gu;
const SHARED_BY = /var\(--sf-img-(\d{1,5})\)/u;

function sharedData(document: Document): Map<string, string> {
  const shared = new Map<string, string>();
  for (const style of document.querySelectorAll('style'))
    for (const [, number = '', data = ''] of (style.textContent ?? '').matchAll(SHARED))
      shared.set(number, data);
  return shared;
}

/** Puts what is for those who run no scripts in place of what stands in for it. */
function showForAll(noscript: Element): void {
  const [inside] = noscript.querySelectorAll('img');
  if (!inside) return;
  const before = noscript.previousElementSibling;
  const standIn = before?.matches('img') ? before : before?.querySelector('img');
  if (!standIn) {
    noscript.before(inside);
    return;
  }
  for (const name of ['src', 'srcset']) {
    const value = inside.getAttribute(name);
    if (value && !standIn.hasAttribute(`data-${name}`)) standIn.setAttribute(`data-${name}`, value);
  }
  if (!standIn.hasAttribute('alt') && inside.hasAttribute('alt'))
    standIn.setAttribute('alt', inside.getAttribute('alt') ?? '');
}

/** Writes the addresses of all pictures of a page where their elements are. */
export function nameLazyPictures(document: Document): void {
  const shared = sharedData(document);
  for (const noscript of document.body.querySelectorAll('noscript')) showForAll(noscript);
  for (const picture of document.body.querySelectorAll('amp-img')) {
    const img = document.createElement('img');
    for (const name of NAMED) {
      const value = picture.getAttribute(name);
      if (value !== null) img.setAttribute(name, value);
    }
    picture.replaceWith(img);
  }
  for (const source of document.body.querySelectorAll('picture > source')) {
    const img = source.parentElement?.querySelector(PICTURES);
    const set = source.getAttribute('srcset') ?? source.getAttribute('data-srcset');
    if (!img || !set) continue;
    const there = img.getAttribute('data-lazy-srcset');
    img.setAttribute('data-lazy-srcset', there ? `${there}, ${set}` : set);
  }
  if (shared.size === 0) return;
  for (const img of document.body.querySelectorAll('img[style*="--sf-img-"]')) {
    const [, number = ''] = SHARED_BY.exec(img.getAttribute('style') ?? '') ?? [];
    const data = shared.get(number);
    if (data) img.setAttribute('data-src', data);
  }
}
