/** What is heard at a time of a sound or film. */
export interface Cue {
  /** From when to when, in seconds. */
  from: number;
  to: number;
  /** Its words, without markup. */
  text: string;
}
