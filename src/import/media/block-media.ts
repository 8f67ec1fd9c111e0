import type { Root, RootContent } from 'mdast';
import type { SourceMedium } from './source-medium.ts';

declare module 'unist' {
  interface Data {
    /** Of a block of a body: the media that follow it; of the body itself: those before its first block. */
    media?: SourceMedium[];
  }
}

/** Puts media behind a block of a body, or at the head of the body. */
export function putMedia(place: Root | RootContent, media: readonly SourceMedium[]): void {
  if (media.length > 0)
    place.data = { ...place.data, media: [...(place.data?.media ?? []), ...media] };
}

/** Takes away the media that stand behind a block, and gives them. */
export function takeMedia(place: Root | RootContent): SourceMedium[] {
  const media = place.data?.media ?? [];
  if (place.data) delete place.data.media;
  return media;
}

/** The media of a body, in their order. */
export const mediaOf = (body: Root): SourceMedium[] =>
  [body, ...body.children].flatMap((place) => place.data?.media ?? []);

/** The media of a body, in their order; each says where it stands. */
export const mediaIn = (body: Root): SourceMedium[] => [
  ...(body.data?.media ?? []).map((medium) => ({ ...medium, place: 'head' as const })),
  ...body.children.flatMap((place) => (place.data?.media ?? []).map((one) => ({ ...one, place }))),
];

/** Takes a block out of a body; the media behind it then stand behind the block before. */
export function dropBlock(body: Root, at: number): void {
  const [block] = body.children.splice(at, 1);
  if (block) putMedia(body.children[at - 1] ?? body, takeMedia(block));
}
