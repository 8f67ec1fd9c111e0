import type { StatedRights } from './stated-rights.ts';

const escaped = (text: string) => text.replace(/[<>&"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const property = (name: string, words: string | undefined) =>
  words === undefined ? '' : `<${name}>${escaped(words)}</${name}>`;
const inList = (name: string, list: 'Seq' | 'Alt', words: string | undefined) => {
  if (words === undefined) return '';
  const attribute = list === 'Alt' ? ' xml:lang="x-default"' : '';
  return `<${name}><rdf:${list}><rdf:li${attribute}>${escaped(words)}</rdf:li></rdf:${list}></${name}>`;
};

/** The rights in a picture as an XMP packet (ISO 16684-1), in the properties that IPTC names for them. */
export const xmpOf = (rights: StatedRights): string => {
  const { creditLine, creator, source, copyrightNotice, licence, usageTerms } = rights;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">',
    inList('dc:creator', 'Seq', creator),
    inList('dc:rights', 'Alt', copyrightNotice),
    property('photoshop:Credit', creditLine),
    property('photoshop:Source', source),
    inList('xmpRights:UsageTerms', 'Alt', usageTerms),
    property('xmpRights:WebStatement', licence),
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('');
};
