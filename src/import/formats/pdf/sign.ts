import type { Head } from '../head.ts';

/** Whether a source begins as a PDF does. */
export const isPdf = ({ bytes, text }: Head): boolean =>
  text.startsWith('%PDF-') || Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
