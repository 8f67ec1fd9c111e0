/** What is heard at a time of a sound or film. */
export interface Cue {
  /** From when to when, in seconds. */
  from: number;
  to: number;
  /** Who speaks, where it says so. */
  speaker?: string;
  /** Its words, without markup; its lines are kept. */
  text: string;
}
