/** Messages as agencies sent them by telegraph, parted by controls: IPTC 7901 and ANPA 1312. */

const SOH = '\u0001';
const STX = '\u0002';
const ETX = '\u0003';
const EOT = '\u0004';

/** A message: what stands before its text, its text, and what stands after it. */
export interface Message {
  head: string;
  text: string;
  end: string;
}

/** Fillers and shifts that machines needed. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const FILLERS = /[\u0000\u0005-\u0008\u000b\u000c\u000e-\u001e\u007f]/gu;

/** Whether a source begins as such a message does. */
export function isTelegraph(head: string): boolean {
  const start = head.indexOf(SOH);
  return (
    start >= 0 &&
    start < 40 &&
    head.indexOf(STX) > start &&
    /\w/u.test(head.charAt(start + 1)) &&
    /^[\s\p{Cc}\w]*$/u.test(head.slice(0, start))
  );
}

/** The messages of a text, in order; one that breaks off has its text as far as it goes. */
export function messagesIn(text: string): Message[] {
  return text
    .replace(FILLERS, '')
    .replace(/\r\n?/gu, '\n')
    .split(SOH)
    .slice(1)
    .map((message) => {
      const whole = message.slice(0, `${message}${EOT}`.indexOf(EOT));
      const start = whole.indexOf(STX);
      const begun = start < 0 ? whole.length : start;
      const stop = whole.indexOf(ETX, begun);
      const ended = stop < 0 ? whole.length : stop;
      return {
        head: whole.slice(0, begun),
        text: whole.slice(begun + 1, ended),
        end: whole.slice(ended + 1),
      };
    });
}
