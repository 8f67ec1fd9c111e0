import type { Head } from '../head.ts';

/** Whether a source is NITF, NewsML-G2 or NewsML 1, by its first element. */
export const isWire = ({ root }: Head): boolean =>
  /^<(?:[\w-]{1,20}:)?(?:nitf|newsmessage|newsml|(?:news|package|concept|knowledge|planning|catalog)item)[\s>]/i.test(
    root,
  );
