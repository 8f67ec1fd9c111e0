import type { FaultCode } from './fault-code.ts';

/** What can be wrong with a value of the archive, wherever it stands. */
export interface Fault {
  /** Names the kind of fault; its entry is in docs/faults.md. */
  code: FaultCode;
  /** What holds for every archive. */
  rule: string;
  /** What to write instead. */
  fix: string;
}

/** A fault: its code, the rule that is broken, and what to write instead. */
export const because = (code: FaultCode, rule: string, fix: string): Fault => ({ code, rule, fix });
