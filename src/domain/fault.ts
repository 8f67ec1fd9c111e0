import type { FaultCode } from './fault-code.ts';

/** Something that is wrong with a value, without the place where it stands. */
export interface Fault {
  /** Names the kind of fault; its entry is in docs/faults.md. */
  code: FaultCode;
  /** The rule that is broken, as a sentence. */
  rule: string;
  /** What to write instead. */
  fix: string;
}

/** Makes a fault. */
export const because = (code: FaultCode, rule: string, fix: string): Fault => ({ code, rule, fix });
