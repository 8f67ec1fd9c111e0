/** Names of catalogues that records often link to, by the host of their addresses. */
const CATALOGUES = new Map<string, string>(
  Object.entries({
    'www.wikidata.org': 'Wikidata',
    'www.geonames.org': 'GeoNames',
    'sws.geonames.org': 'GeoNames',
    'viaf.org': 'VIAF',
    'id.loc.gov': 'Library of Congress',
    'd-nb.info': 'GND',
    'orcid.org': 'ORCID',
    'isni.org': 'ISNI',
    'ror.org': 'ROR',
  }),
);

/** The text of a link to another catalogue: “Wikidata Q43723”, or host and path of an unknown one. */
export function catalogueName(address: string): string {
  const { hostname, pathname } = new URL(address);
  const path = pathname.replace(/\/$/, '');
  const name = CATALOGUES.get(hostname);
  return name ? `${name} ${path.slice(path.lastIndexOf('/') + 1)}` : `${hostname}${path}`;
}
