/** Why a medium could not be had from its address. */
export type Cause =
  /** The address, or one that it leads to, is none of the web. */
  | 'address'
  /** It is one of this machine or of its own networks. */
  | 'network'
  /** Its host cannot be found or connected to, or let go in the middle. */
  | 'connection'
  /** The server answered with a status that is no success. */
  | 'status'
  /** It leads on and on. */
  | 'redirects'
  /** It took too long. */
  | 'time'
  /** It has more bytes than the archive takes. */
  | 'size'
  /** What came is no medium that the archive publishes. */
  | 'type';

/** A medium that could not be fetched. The message says why, in words for the field `missing.reason`. */
export class Unfetched extends Error {
  override name = 'Unfetched';
  readonly why: Cause;
  /** True where it may be had at another time: nothing says that it is gone. */
  readonly isPassing: boolean;
  /** How long its server asks to be left alone, in seconds. */
  readonly retryAfter: number | undefined;

  constructor(
    why: Cause,
    message: string,
    {
      isPassing = false,
      retryAfter,
    }: { isPassing?: boolean; retryAfter?: number | undefined } = {},
  ) {
    super(message);
    this.why = why;
    this.isPassing = isPassing;
    this.retryAfter = retryAfter;
  }
}
