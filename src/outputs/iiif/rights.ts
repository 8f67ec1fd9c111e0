const CREATIVE_COMMONS =
  /^https?:\/\/creativecommons\.org\/((?:licenses\/[a-z-]{2,20}\/\d\.\d|publicdomain\/(?:zero|mark)\/1\.0)(?:\/[a-z]{2,6})?)\/?$/;
const RIGHTS_STATEMENTS =
  /^https?:\/\/rightsstatements\.org\/(?:vocab|page)\/([A-Za-z-]{3,20}\/\d\.\d)\/?(?:\?.{0,100})?$/;

/**
 * The address of a licence as the property `rights` of a IIIF manifest may have it: one of Creative Commons or of
 * RightsStatements.org, as these write it (with http). Undefined for any other, which is told in words.
 */
export function iiifRights(licence: string): string | undefined {
  const [, commons] = CREATIVE_COMMONS.exec(licence) ?? [];
  if (commons) return `http://creativecommons.org/${commons}/`;
  const [, statement] = RIGHTS_STATEMENTS.exec(licence) ?? [];
  return statement && `http://rightsstatements.org/vocab/${statement}/`;
}
