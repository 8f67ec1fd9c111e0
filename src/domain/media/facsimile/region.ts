import { z } from 'astro/zod';
import { because } from '../../fault.ts';
import { failing } from '../../schema-fault.ts';
import { type Box, boxIn } from '../box.ts';

const PARAGRAPH = /^p-[a-z2-7]{8}(?:-\d+)?$/;

const FORM = because(
  'media/region',
  'A region is the id of a paragraph and where it stands on the scan: left, top, width and height in pixels, with commas between.',
  'Write { paragraph: p-2xcbj7mb, xywh: "120,340,800,600" }, and page: where the scan has several.',
);

/** A part of a scan that holds a paragraph of the text. */
export const regionSchema = z.strictObject({
  /** Id of the paragraph. */
  paragraph: z.string().refine((id) => PARAGRAPH.test(id), failing(FORM)),
  /** The page of the scan, from 1. */
  page: z.int().min(1).max(10_000).default(1),
  /** Left, top, width and height in pixels of the scan as it is shown (the form of a media fragment: W3C Media Fragments URI 1.0). */
  xywh: z.string().refine((box) => boxIn(box) !== undefined, failing(FORM)),
});

export type Region = z.infer<typeof regionSchema>;

/** The numbers of a region. */
export const boxOf = ({ xywh }: Pick<Region, 'xywh'>): Box =>
  boxIn(xywh) ?? { x: 0, y: 0, width: 0, height: 0 };
