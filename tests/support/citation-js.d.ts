/** Reads citations of many forms; used to see what another program makes of ours. */
declare module '@citation-js/core' {
  export class Cite {
    constructor(text: string);
    /** Items of CSL-JSON. */
    data: unknown[];
  }
}
declare module '@citation-js/plugin-bibtex' {}
declare module '@citation-js/plugin-csl' {}
declare module '@citation-js/plugin-ris' {}
