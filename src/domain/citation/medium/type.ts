import type { MediumKind } from '../../media/media-type.ts';

/**
 * What each kind of medium is to programs that cite, by their form. Styles of BibLaTeX that do not know its types take them
 * for `@misc`; to processors of CSL a sound recording is a `song`, whatever is heard.
 */
export const TYPES = {
  photograph: { ris: 'ART', biblatex: 'artwork', csl: 'graphic' },
  graphic: { ris: 'ART', biblatex: 'artwork', csl: 'graphic' },
  facsimile: { ris: 'ART', biblatex: 'artwork', csl: 'graphic' },
  document: { ris: 'GEN', biblatex: 'misc', csl: 'document' },
  audio: { ris: 'SOUND', biblatex: 'audio', csl: 'song' },
  video: { ris: 'VIDEO', biblatex: 'video', csl: 'motion_picture' },
} as const satisfies Record<MediumKind, { ris: string; biblatex: string; csl: string }>;
