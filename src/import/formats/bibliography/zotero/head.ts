import type { Head } from '../../head.ts';

/** Whether a source is Zotero’s RDF: its outermost element declares the vocabulary of Zotero or of bibliographies. */
export const isZoteroRdf = ({ root }: Pick<Head, 'root'>): boolean =>
  /^<rdf:RDF\s[^<>]{0,4000}(?:zotero\.org\/namespaces\/export#|purl\.org\/net\/biblio#)/iu.test(
    root,
  );
