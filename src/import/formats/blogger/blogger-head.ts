import type { Head } from '../head.ts';

/** Whether a source is an export of Blogger. A blog’s own feed is a feed; its export has more than was published. */
export const isBlogger = ({ root, text }: Head): boolean =>
  /^<feed[\s>]/iu.test(root) &&
  text.includes('tag:blogger.com,1999:') &&
  (text.includes('2005#kind') ||
    /schemas\.google\.com\/blogger\/20[12]\d/u.test(text) ||
    /,1999:blog-\d{1,30}\.(?:archive|settings|post|template)/u.test(text));
