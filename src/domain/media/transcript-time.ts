/** When a part of a transcript is heard. */
export interface TranscriptTime {
  /** Where the part begins in the transcript, in UTF-16 units from its beginning; it goes on to the next. */
  at: number;
  /** From when on it is heard, in seconds. */
  from: number;
}

/** A part of a transcript, with when it is heard; without a time where that is not known. */
interface TimedPart {
  text: string;
  from?: number;
}

/** The parts of a transcript, in order: together they are its text. */
export function timedParts(text: string, times: readonly TranscriptTime[]): TimedPart[] {
  const before = text.slice(0, times[0]?.at);
  const parts = times.map(({ at, from }, index) => ({
    text: text.slice(at, times[index + 1]?.at),
    from,
  }));
  return [...(before === '' ? [] : [{ text: before }]), ...parts];
}
