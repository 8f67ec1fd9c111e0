import type { Viewer } from 'openseadragon';
import OpenSeadragon from 'openseadragon';
import type { Box } from '../../domain/media/box.ts';
import { make } from '../dom.ts';

/** A part of a scan that holds a paragraph of the text. */
export interface LinkedRegion {
  page: number;
  box: Box;
  /** Address of the paragraph. */
  href: string;
  /** Its opening words. */
  words: string;
  lang: string | undefined;
}

/** Parts of a page that are marked at most: a page of a newspaper may have a common word in each of its lines. */
const MOST_MARKED = 400;

/** Up to which part of its height a region begins at the top of a page. */
const AT_TOP = 0.05;

const place = (viewer: Viewer, { x, y, width, height }: Box, element: HTMLElement) =>
  viewer.addOverlay({
    element,
    location: viewer.viewport.imageToViewportRectangle(x, y, width, height),
    rotationMode: OpenSeadragon.OverlayRotationMode.EXACT,
  });

/** Marks words on the page that is shown. */
export function markWords(viewer: Viewer, boxes: readonly Box[]): void {
  for (const box of boxes.slice(0, MOST_MARKED))
    place(viewer, box, make('div', { class: 'scan-mark' }));
}

/** Outlines the part that a link leads to. @returns what takes the outline away */
export function outlinePart(viewer: Viewer, box: Box): () => void {
  const outline = make('div', { class: 'scan-part' });
  place(viewer, box, outline);
  return () => viewer.removeOverlay(outline);
}

/**
 * Outlines the regions of the page that is shown. Each is a link to its paragraph, whose sign takes clicks: the rest of
 * a region can be dragged like the scan around it.
 */
export function outlineRegions(viewer: Viewer, regions: readonly LinkedRegion[]): void {
  for (const { box, href, words, lang } of regions) {
    const sign = make('span', { class: 'scan-region-sign', 'aria-hidden': 'true' }, '¶');
    // The viewer would take it for the beginning of a drag.
    for (const name of ['pointerdown', 'pointerup'])
      sign.addEventListener(name, (event) => event.stopPropagation());
    const link = make(
      'a',
      { class: 'scan-region', href },
      sign,
      make('span', { class: 'visually-hidden' }, 'To the paragraph: '),
      make('span', { class: 'visually-hidden', lang }, words),
    );
    // It would take a click for one on the scan, and keep the browser from following the link; so too the key Enter.
    link.addEventListener('click', (event) => event.stopPropagation());
    link.addEventListener('focus', () => {
      const { x, y, width, height } = box;
      const region = viewer.viewport.imageToViewportRectangle(x, y, width, height);
      const { viewport } = viewer;
      if (!viewport.getBounds().containsPoint(region.getTopLeft()))
        viewport.panTo(region.getCenter());
    });
    const height = viewer.world.getItemAt(0)?.getContentSize().y ?? 0;
    link.classList.toggle('at-top', box.y < height * AT_TOP);
    place(viewer, box, link);
  }
}
