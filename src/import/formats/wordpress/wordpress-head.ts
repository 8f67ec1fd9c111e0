import type { Head } from '../head.ts';

/** Whether a source is an export of WordPress, which names its namespace in its first element. */
export const isWordPress = ({ root }: Head): boolean =>
  /^<rss\s[^>]*\sxmlns:?[\w-]*=["']https?:\/\/(?:www\.)?wordpress\.org\/export\//iu.test(root);
