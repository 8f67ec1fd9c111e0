/** The most attributes of an element of a page: parsing time grows with the square of their number. */
export const MOST_ATTRIBUTES = 256;
