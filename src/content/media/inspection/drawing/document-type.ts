/** The document type that programs write into every drawing: it names the standard. */
const USUAL =
  /^\s{0,20}svg(?:\s{1,20}PUBLIC\s{1,20}"-\/\/W3C\/\/DTD SVG [\w. ]{1,40}\/\/EN"\s{1,20}"https?:\/\/www\.w3\.org\/[\w./-]{1,100}")?\s{0,20}$/;
/** A short name for a plain text, such as the address of a namespace. */
const ENTITY =
  /^<!ENTITY\s{1,20}([A-Za-z][\w.-]{0,60})\s{1,20}(?:"([^"&%<]{0,300})"|'([^'&%<]{0,300})')\s{0,20}>/;
const MOST_ENTITIES = 100;

/**
 * The short names that a document type gives to plain texts, as Illustrator writes them for its namespaces.
 *
 * @returns undefined where it defines something else, or leads out of its file
 */
export function entitiesOf(type: string): Map<string, string> | undefined {
  const open = type.indexOf('[');
  if (!USUAL.test(open < 0 ? type : type.slice(0, open))) return undefined;
  const found = new Map<string, string>();
  if (open < 0) return found;
  const close = type.lastIndexOf(']');
  if (close < open || type.slice(close + 1).trim() !== '') return undefined;
  for (let rest = type.slice(open + 1, close).trim(); rest !== ''; ) {
    const [whole = '', name = '', one, other] = ENTITY.exec(rest) ?? [];
    if (whole === '' || found.size >= MOST_ENTITIES) return undefined;
    // Of two of a name the first counts.
    if (!found.has(name)) found.set(name, one ?? other ?? '');
    rest = rest.slice(whole.length).trimStart();
  }
  return found;
}
