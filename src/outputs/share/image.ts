import { site } from '../../site.ts';
import { drawSvg } from './drawing.ts';

const SIZE = { width: 1200, height: 630 } as const;

const MARGIN = 90;

const escaped = (text: string) => text.replace(/[<>&]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Breaks a text into at most `most` lines of at most `letters` letters; a longer word has a line of its own. */
function linesOf(text: string, letters: number, most: number): string[] {
  // Lines of about the same length: a last line of one word looks lost.
  const even = text.length / Math.ceil(text.length / letters) + 4;
  const lines = [''];
  for (const word of text.split(/\s+/u)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length >= Math.min(even, letters)) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  const shown = lines.slice(0, most);
  return lines.length > most ? [...shown.slice(0, -1), `${shown.at(-1)}…`] : shown;
}

/** The picture as SVG: the archive’s name under a masthead’s rules, and what it is. */
export function shareSvg({ title, description }: { title: string; description: string }): string {
  const { width, height } = SIZE;
  // A long name in smaller letters, so that it stays within the sides.
  const letters = Math.min(
    150,
    Math.floor((width - 2 * MARGIN) / (Math.max(8, title.length) * 0.62)),
  );
  const lines = linesOf(description, 44, 4).map(
    (line, at) =>
      `<text x="${width / 2}" y="${400 + at * 54}" font-size="38">${escaped(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Serif" text-anchor="middle" fill="#1b1a18">
<rect width="${width}" height="${height}" fill="#fbfaf6"/>
<path d="M${MARGIN} 80H${width - MARGIN}M${MARGIN} 306H${width - MARGIN}M${MARGIN} 314H${width - MARGIN}" stroke="#1b1a18" stroke-width="3"/>
<text x="${width / 2}" y="${193 + letters * 0.35}" font-size="${letters}" font-weight="bold">${escaped(title)}</text>
${lines.join('\n')}
</svg>`;
}

/** The picture as PNG, the same to the byte on every machine. */
export const shareImage = (): Promise<Uint8Array> => drawSvg(shareSvg(site), SIZE);
