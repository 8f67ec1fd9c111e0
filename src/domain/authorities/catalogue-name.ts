/** Catalogues of the world that records are often tied to, by the host of their addresses. */
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

/** What to call a record of another catalogue: “Wikidata Q43723”, or host and path where the catalogue is not known. */
export function catalogueName(address: string): string {
  const { hostname, pathname } = new URL(address);
  const path = pathname.replace(/\/$/, '');
  const name = CATALOGUES.get(hostname);
  return name ? `${name} ${path.slice(path.lastIndexOf('/') + 1)}` : `${hostname}${path}`;
}
