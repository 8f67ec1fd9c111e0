const words = (list: string) => list.trim().split(/\s+/);

/** The properties of CSS by which browsers draw. What a style says besides is read by the program alone that wrote it. */
const KNOWN = new Set(
  words(`
  alignment-baseline all appearance aspect-ratio background background-blend-mode background-clip background-color
  background-image background-origin background-position background-repeat background-size baseline-shift baseline-source
  block-size bottom box-shadow box-sizing clear clip clip-path clip-rule color color-adjust color-interpolation
  color-interpolation-filters color-rendering color-scheme columns contain content-visibility cursor cx cy d direction
  display dominant-baseline enable-background fill fill-opacity fill-rule filter float flood-color flood-opacity
  forced-color-adjust glyph-orientation-horizontal glyph-orientation-vertical height hyphens image-rendering inline-size
  inset isolation kerning left letter-spacing lighting-color line-break line-height marker marker-end marker-mid
  marker-start mask mask-border mask-clip mask-composite mask-image mask-mode mask-origin mask-position mask-repeat
  mask-size mask-type max-height max-width min-height min-width mix-blend-mode object-fit object-position offset
  offset-anchor offset-distance offset-path offset-position offset-rotate opacity outline outline-color outline-offset
  outline-style outline-width overflow overflow-wrap overflow-x overflow-y paint-order perspective perspective-origin
  pointer-events position print-color-adjust r right rotate rx ry scale shape-rendering solid-color solid-opacity
  stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-opacity stroke-width tab-size text-align text-align-last text-anchor text-combine-upright text-decoration
  text-decoration-color text-decoration-line text-decoration-skip-ink text-decoration-style text-decoration-thickness
  text-indent text-orientation text-overflow text-rendering text-shadow text-size-adjust text-transform
  text-underline-offset text-underline-position text-wrap top transform transform-box transform-origin transform-style
  translate unicode-bidi user-select vector-effect vertical-align visibility white-space white-space-collapse width
  word-break word-spacing word-wrap writing-mode x y z-index zoom
  `),
);
/** Those that come in families: “font-variant-caps”, “border-top-width”. */
const FAMILIES =
  /^(?:font|border|margin|padding|text-emphasis|-webkit|-moz|-ms)(?:-[a-z]{1,20}){0,5}$/;
/** Those that say words: the names of fonts. */
const SAYING = /^(?:font|text-emphasis)/;
const ADDRESS = /url\(\s{0,10}(["'])#[^"')]{1,200}\1\s{0,10}\)/gi;

/**
 * Whether readers draw by what a style says. What they do not know is words that nobody sees.
 *
 * @param name of the property, in small letters
 */
export const isKnown = (name: string, value: string): boolean =>
  (KNOWN.has(name) || FAMILIES.test(name)) &&
  (SAYING.test(name) || !/["']/.test(value.replace(ADDRESS, '')));
