/**
 * From so many articles on a person, place or organisation has a feed. Most names have one or two, and with a feed for
 * each these were a quarter of all files.
 */
export const FEWEST_FOR_FEED = 5;

/** Whether a name has a feed of its own. @param articles how many are filed under it */
export const hasFeed = (articles: number): boolean => articles >= FEWEST_FOR_FEED;
