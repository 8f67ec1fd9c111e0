/** What the search page says of words that it takes for misspelt. */

/** Before the words whose results are shown, “Showing results for”. */
export const SHOWN_FOR = 'Showing results for ';
/** The link to the search for the words as they were written, around these. */
export const INSTEAD = ['Search for ', ' instead'] as const;
/** Around the words that are offered. */
export const MEANT = ['Did you mean ', '?'] as const;
/** Around the words whose results are counted, before their number; screen readers say this line. */
export const COUNTED_FOR = ['For ', ': '] as const;
