/** What programs call pictures whose names tell nothing, before a number. */
const CAMERA =
  /^(?:img|dsc|dscn|dscf|imgp|pict?|image|photo|foto|bild|imagen|scan|screenshot|mvi|vid|wp|pxl)?\d{2,}$|^p\d{6,}$/u;
const PICTURE_ENDING = /\.(?:jpe?g|png|gif|webp|avif|tiff?|svg|heic|bmp|pdf)$/iu;

const squeezed = (words: string) => words.toLowerCase().replace(/[\s._()-]/gu, '');

/**
 * Whether an alternative text is only the name of a file: cameras and content systems put it there, and it tells nobody
 * what is to be seen. A name that is words (“Map”, of map.png) tells it.
 *
 * @param name of the file, where it is known
 */
export function isNameOfFile(altText: string, name = ''): boolean {
  const words = altText.trim();
  const stem = name.replace(/\.[A-Za-z\d]{1,5}$/u, '');
  if (words === '') return false;
  if (PICTURE_ENDING.test(words) && (!/\s/u.test(words) || words === name)) return true;
  if (words.length <= 40 && CAMERA.test(squeezed(words.replace(PICTURE_ENDING, '')))) return true;
  // What a person writes is no run of small letters and hyphens.
  const isRun = !/[\s\p{Lu}]/u.test(words) && (/[\d_]/u.test(words) || words.split('-').length > 2);
  return words === stem && isRun;
}
