import {
  endingOf,
  MEDIA_TYPES,
  type MediaType,
  type MediumKind,
  TYPES_OF_KIND,
} from './media-type.ts';

/** The endings that files of a type go by besides the one with which they are published. */
const ALIKE: readonly [MediaType, readonly string[]][] = [
  ['image/jpeg', ['jpeg', 'jpe', 'jfif']],
  ['image/tiff', ['tiff']],
  ['audio/ogg', ['ogg', 'opus']],
  ['audio/mp4', ['mp4', 'm4b']],
  ['video/mp4', ['m4a', 'm4v']],
];

/** The ending of a file name, without its point and in lower case; empty where it has none that a file of a medium has. */
export const endingIn = (name: string): string =>
  (/\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1] ?? '').toLowerCase();

/** The endings that a file of a type may have. */
export const endingsOf = (type: MediaType): string[] => [
  endingOf(type),
  ...(ALIKE.find(([one]) => one === type)?.[1] ?? []),
];

/** The types that a file of this name may be; none where its ending is none of a medium. */
const typesByName = (name: string): MediaType[] =>
  Object.values(MEDIA_TYPES).filter((type) => endingsOf(type).includes(endingIn(name)));

/** Whether a file of this name may be of one of these kinds; true as well where its ending tells nothing. */
export function mayBe(name: string, kinds: readonly MediumKind[]): boolean {
  const types = typesByName(name);
  return (
    types.length === 0 || types.some((type) => kinds.some((kind) => TYPES_OF_KIND[kind](type)))
  );
}
