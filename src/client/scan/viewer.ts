import OpenSeadragon, { type Viewer } from 'openseadragon';

/** By what a press of a button or a tap zooms. */
export const STEP = 1.6;
/** How far beyond its own pixels a scan is enlarged: a letter of a coarse scan is still to be read. */
const LARGEST = 4;

/**
 * Keeps the viewer from putting a style sheet into the page, which the page’s policy forbids: it looks whether one is
 * there. What it would say (no outline on what has the focus) is not wanted either. An element of no known namespace
 * is a style sheet to a selector, and to nothing else.
 */
function holdStyles(): void {
  const held = document.createElementNS('urn:held', 'style');
  held.setAttribute('data-openseadragon-mobile-css', '');
  document.head.append(held);
}

/** Makes the viewer in an element that stands in the page: it measures where it is. It brings neither buttons nor keys. */
export function makeViewer(element: HTMLElement): Viewer {
  holdStyles();
  const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const viewer = OpenSeadragon({
    element,
    // WebGL is slower where it is drawn without a graphics chip, and stops where its memory runs out.
    drawer: 'canvas',
    showNavigationControl: false,
    keyboardNavEnabled: false,
    animationTime: isStill ? 0 : 0.8,
    blendTime: 0,
    visibilityRatio: 0.5,
    constrainDuringPan: true,
    minZoomImageRatio: 0.8,
    maxZoomPixelRatio: LARGEST,
    zoomPerClick: STEP,
    gestureSettingsTouch: { clickToZoom: false, dblClickToZoom: true, pinchToZoom: true },
  });
  viewer.canvas.setAttribute('role', 'group');
  viewer.canvas.setAttribute('aria-label', 'Scan: arrow keys move it, plus and minus zoom');
  return viewer;
}
