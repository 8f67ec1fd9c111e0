import { MARK } from './block.ts';
import { namedFurniture } from './surroundings/furniture.ts';

/**
 * Takes the pictures of an article out of its page: their captions stay, and an entry has no pictures yet.
 *
 * @param around the element that holds the article
 * @returns how many there were, without those of the parts around its text
 */
export function takePictures(around: Element | null): number {
  let count = 0;
  const named = new Map<Element, boolean>();
  for (const picture of around?.querySelectorAll('img') ?? []) {
    let isOfArticle = true;
    for (let one = picture.parentElement; one && one !== around; one = one.parentElement) {
      if (!named.has(one)) named.set(one, namedFurniture(one) !== undefined);
      if (named.get(one) && !one.hasAttribute(MARK)) isOfArticle = false;
    }
    if (isOfArticle) count++;
    picture.remove();
  }
  return count;
}
