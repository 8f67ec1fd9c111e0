/** A piece of a line of a page, as it is set: measured in points from the top left of the page. */
export interface Piece {
  text: string;
  left: number;
  right: number;
  /** Where its letters stand. */
  base: number;
  /** The height of its type. */
  size: number;
  /** Whether it is read the other way than the rest of its page. */
  isAgainst: boolean;
  /** The element of the structure of a tagged PDF in which it stands. */
  mark: string | undefined;
}
