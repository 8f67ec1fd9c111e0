/** Telling messages from texts that begin with lines such as “From: our correspondent”. */

const HEADER = /^([A-Za-z][A-Za-z-]{1,40}):/;
/** What only a mail program writes. */
const TELLING =
  /^(?:message-id|received|return-path|delivered-to|mime-version|content-transfer-encoding|dkim-signature|x-mailer|in-reply-to)$/;

/** The names of a message’s header lines, in small letters; none where the head of a text is something else. */
function headersOf(head: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of head.split('\n', 200)) {
    if (line.trim() === '') break;
    // A header goes on in lines that are set in.
    if (/^[ \t]/.test(line) && headers.size > 0) continue;
    const [whole, name] = HEADER.exec(line) ?? [];
    if (whole === undefined || name === undefined) return new Map();
    headers.set(name.toLowerCase(), line.slice(whole.length).trim());
  }
  return headers;
}

const MBOX =
  /^From \S{1,200}(?: \S{1,100})? +(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d/;

/** Whether a text is a mailbox: messages one after another. */
export const isMailbox = (head: string): boolean => MBOX.test(head);

/** Whether a text is an e-mail or a mailbox. */
export const isMail = (head: string): boolean =>
  /^an? (?:e-mail|mailbox)/.test(mailForm(head) ?? '');

/** What message a text is, and what to do with it. */
export function mailForm(head: string): string | undefined {
  if (MBOX.test(head)) return 'a mailbox (mbox)';
  const headers = headersOf(head);
  const from = headers.get('from') ?? '';
  const isTold = [...headers.keys()].some((name) => TELLING.test(name));
  const isAddressed = /@/.test(from) && (headers.has('subject') || headers.has('to'));
  // Lines that a text for this archive begins with are its own.
  const isHeaded = headers.has('title') || headers.has('headline');
  return !isHeaded && ((isTold && headers.size > 1) || isAddressed) ? 'an e-mail' : undefined;
}
