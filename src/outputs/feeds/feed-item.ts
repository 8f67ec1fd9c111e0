/** A picture of an item. Addresses are whole, sizes in pixels. */
export interface FeedPicture {
  url: string;
  width: number;
  height: number;
  thumbnail: { url: string; width: number; height: number };
  /** What is told of it, or else what is to be seen. */
  description?: string | undefined;
  credit?: string | undefined;
}

/** A sound or film of an item. */
export interface FeedRecording {
  url: string;
  /** Media type. */
  type: string;
  /** In bytes. */
  length: number;
  title?: string | undefined;
  seconds?: number | undefined;
}

/** An item of a feed. */
export interface FeedItem {
  /** Its permanent identifier, an address. */
  id: string;
  url: string;
  title: string;
  /** A sentence or two about it. */
  summary?: string | undefined;
  content?: string | undefined;
  /** Days, YYYY-MM-DD: all of a feed comes from the content, so that the same archive gives the same bytes. */
  added: string;
  changed: string;
  /** BCP 47. */
  lang: string;
  picture?: FeedPicture | undefined;
  recordings?: readonly FeedRecording[] | undefined;
}
