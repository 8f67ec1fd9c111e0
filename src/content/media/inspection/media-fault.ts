import { because, type Fault } from '../../../domain/fault.ts';
import type { FaultCode } from '../../../domain/fault-code.ts';

/** Thrown for a file that the archive does not take. */
export class MediaFault extends Error {
  readonly fault: Fault;
  constructor(code: FaultCode, rule: string, fix: string) {
    super(rule);
    this.fault = because(code, rule, fix);
  }
}

const WHOLE = 'The file of a medium is whole and can be decoded';
const PASSIVE = 'A medium runs nothing, asks for nothing outside its file and is not locked';

/**
 * The rule that a file of somebody else breaks, without what stands in the file: a sentence may be published. Of the other
 * faults all words are the archive’s own.
 */
export const publishedRule = ({ code, rule }: Fault): string =>
  code === 'media/damaged' ? `${WHOLE}.` : code === 'media/active' ? `${PASSIVE}.` : rule;

/** @param what is not whole, as “this JPEG ends before its picture does” */
export const damaged = (
  what: string,
  fix = 'Save it anew from its original, or copy it again.',
): MediaFault => new MediaFault('media/damaged', `${WHOLE}: ${what}.`, fix);

/** @param what it is or has besides, as “this is a ZIP file” */
export const unfit = (what: string, fix: string): MediaFault =>
  new MediaFault(
    'media/type',
    `The file of a medium is of a kind that browsers show, and nothing else besides: ${what}.`,
    fix,
  );

/** @param what it does or asks for, as “this SVG has a script” */
export const active = (what: string, fix: string): MediaFault =>
  new MediaFault('media/active', `${PASSIVE}: ${what}.`, fix);

/** @param why what a file tells besides cannot be taken out, as a sentence */
export const telling = (why: string): MediaFault =>
  new MediaFault(
    'media/telling',
    `What a published file tells of place, device and owner can be taken out of it. ${why}`,
    'Save it anew with another program, without what is told here.',
  );

/** @param what is too large and how much is taken, as “a PNG has at most 256 MB” */
export const large = (what: string, fix: string): MediaFault =>
  new MediaFault(
    'media/large',
    `A medium is not larger than archive and hosts take: ${what}.`,
    fix,
  );
