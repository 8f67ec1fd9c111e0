import type { Document } from 'yaml';

/** The text of YAML that somebody may have written by hand: long lines stay, and lists in brackets have no spaces. */
export const yamlText = (document: Document): string =>
  document.toString({ lineWidth: 0, flowCollectionPadding: false });
