/** What an SVG may hold: elements and attributes of SVG 2 that draw, name and group, and none that runs, loads, links or moves. */

const words = (list: string) => new Set(list.trim().split(/\s+/));

export const ELEMENTS = words(`
  svg g defs symbol use title desc switch style
  path rect circle ellipse line polyline polygon text tspan textPath
  marker linearGradient radialGradient stop pattern clipPath mask filter
  feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
  feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology
  feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
`);

const ATTRIBUTES = words(`
  id class style lang role tabindex type media version baseProfile space href
  x y x1 y1 x2 y2 dx dy cx cy r rx ry fx fy fr d points width height viewBox preserveAspectRatio transform
  transform-origin pathLength rotate textLength lengthAdjust startOffset method side spacing
  gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits patternTransform
  clipPathUnits maskUnits maskContentUnits maskType mask-type markerUnits markerWidth markerHeight refX refY orient
  filterUnits primitiveUnits in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY
  edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent scale
  xChannelSelector yChannelSelector azimuth elevation stdDeviation radius baseFrequency numOctaves seed stitchTiles
  tableValues slope intercept amplitude exponent z pointsAtX pointsAtY pointsAtZ limitingConeAngle
  requiredExtensions requiredFeatures systemLanguage enable-background xml:space xml:lang
  alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
  color-rendering cursor direction display dominant-baseline fill fill-opacity fill-rule filter flood-color flood-opacity
  font font-family font-feature-settings font-size font-size-adjust font-stretch font-style font-variant font-weight
  glyph-orientation-horizontal glyph-orientation-vertical image-rendering isolation kerning letter-spacing lighting-color
  marker marker-end marker-mid marker-start mask mix-blend-mode opacity overflow paint-order pointer-events
  shape-rendering solid-color solid-opacity stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
  stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration
  text-rendering text-transform unicode-bidi vector-effect visibility white-space word-spacing writing-mode
`);

/** Whether an element may have an attribute, by its name without prefix. */
export const isAllowed = (attribute: string): boolean =>
  ATTRIBUTES.has(attribute) || /^(?:aria|data)-[a-z-]{1,50}$/.test(attribute);

/** What a style may say after an @: nothing of these loads or runs. */
const RULES = /@(?!(?:media|supports)\b)/i;
const OUTSIDE = /(?:url|src|image|image-set|cross-fade|element|expression|attr)\s{0,10}\(/i;
const INSIDE = /url\(\s{0,10}(["']?)#[\p{L}\p{N}_.:-]{1,200}\1\s{0,10}\)/giu;

/** Why the value of an attribute or a style may not stand in a drawing; undefined where it may. */
export function valueFault(value: string): string | undefined {
  // An escape could spell any of what is looked for.
  if (value.includes('\\')) return 'a backslash';
  if (RULES.test(value)) return 'a rule with @ that could load something';
  const rest = value.replace(INSIDE, '');
  if (OUTSIDE.test(rest)) return 'an address outside its file';
  return /(?:javascript|vbscript|data)\s{0,10}:/i.test(rest) ? 'an address that runs' : undefined;
}
