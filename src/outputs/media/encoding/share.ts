import type { MediumKind } from '../../../domain/media/media-type.ts';
import { SHARE_SIZE } from '../../../domain/media/rendition.ts';
import { FORMATS } from './format.ts';
import { fromPixels, type Pixels } from './pixels.ts';

/** The name of the picture for other sites, below the address of its medium. */
export const SHARE_NAME = 'share.jpg';

const { width: WIDTH, height: HEIGHT } = SHARE_SIZE;
const WHITE = '#fff';

/** A picture as a whole in the middle of white, never made larger. */
function onWhite(pixels: Pixels) {
  const scale = Math.min(1, WIDTH / pixels.width, HEIGHT / pixels.height);
  const width = Math.max(1, Math.round(pixels.width * scale));
  const height = Math.max(1, Math.round(pixels.height * scale));
  const [left, top] = [Math.floor((WIDTH - width) / 2), Math.floor((HEIGHT - height) / 2)];
  return fromPixels(pixels)
    .flatten({ background: WHITE })
    .resize(width, height, { fit: 'fill' })
    .extend({
      left,
      top,
      right: WIDTH - width - left,
      bottom: HEIGHT - height - top,
      background: WHITE,
    });
}

/**
 * The picture that other sites show beside a link. Of a photograph the part that draws the eye; of a page its head; a
 * graphic, and what is small, whole and on white.
 */
export function encodeShare(pixels: Pixels, kind: MediumKind): Promise<Uint8Array> {
  const isSmall = pixels.width < WIDTH / 2 || pixels.height < HEIGHT / 2;
  const shown =
    kind === 'graphic' || isSmall
      ? onWhite(pixels)
      : fromPixels(pixels)
          .flatten({ background: WHITE })
          .resize(WIDTH, HEIGHT, {
            fit: 'cover',
            position: kind === 'photograph' ? 'attention' : 'top',
          });
  return FORMATS.jpg(shown, kind).toBuffer();
}
