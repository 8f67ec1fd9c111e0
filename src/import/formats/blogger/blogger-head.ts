import type { Head } from '../head.ts';

/** Whether a source is an export of Blogger. A blog’s own feed is a feed; its export has more than was published. */
export const isBlogger = ({ root, text }: Head): boolean =>
  /^<feed[\s>]/iu.test(root) &&
  text.includes('tag:blogger.com,1999:') &&
  /blogger\.com,1999:blog-\d+\.(?:archive|settings|post|template)|schemas\.google\.com\/blogger\/20[12]\d|2005#kind/u.test(
    text,
  );
