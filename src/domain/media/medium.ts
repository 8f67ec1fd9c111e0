import { z } from 'astro/zod';
import { because, type Fault } from '../fault.ts';
import { issueOf, whatever } from '../schema-fault.ts';
import { UNKNOWN } from './credit.ts';
import { mayBe } from './file-ending.ts';
import { MOST_MEDIA, mediumFields, NO_TRANSCRIPT } from './medium-fields.ts';
import { keptOfTwo } from './of-file.ts';

/** A fault for the lack of something that every medium of a kind has. */
const lacks = (what: string, fix: string) => because('media/lacks', `${what}.`, fix);

/** A medium of an article, with the rules between its fields. */
export const mediumSchema = mediumFields.check(
  whatever(({ value, issues }, isSound) => {
    const fail = (key: string, fault: Fault) => issues.push(issueOf(fault, value, [key]));
    const { kind, file, missing, withheld, transcript, creditLine, altText, decorative } = value;
    // What it lacks is told at the field that it lacks, so that its kind counts as sound in what is asked of it next.
    if (isSound('creditLine') && creditLine === undefined && !withheld)
      fail(
        'creditLine',
        lacks(
          'A medium has a credit line',
          `Write creditLine: as its maker wishes, or creditLine: ${UNKNOWN}.`,
        ),
      );
    if (decorative && altText !== undefined)
      fail(
        'altText',
        because(
          'media/decorative',
          'A decorative picture has no alternative text: programs that read aloud pass it over.',
          'Take altText or decorative out.',
        ),
      );
    const hasFile = isSound('file') && isSound('missing') && !withheld;
    if (hasFile && (file === undefined) === (missing === undefined))
      fail(
        file === undefined ? 'file' : 'missing',
        lacks(
          'A medium has a file, or says why it is missing',
          'Write file: boat.jpg, or missing: { reason: … }, and not both.',
        ),
      );
    // Of a kind that the file cannot be, all that is asked of that kind would only follow.
    if (!isSound('kind') || (file !== undefined && !mayBe(file, [kind]))) return;
    const isSeen = ['photograph', 'graphic', 'facsimile'].includes(kind);
    const isHeard = kind === 'audio' || kind === 'video';
    if (decorative && !isSeen)
      fail(
        'decorative',
        because(
          'media/decorative',
          'Only a picture can be decorative.',
          'Take decorative out, and say in caption what it is.',
        ),
      );
    if (isSound('caption') && value.caption === undefined && !isSeen && !withheld)
      fail(
        'caption',
        lacks('A document, sound or film has a caption that says what it is', 'Write caption.'),
      );
    if (isHeard && isSound('transcript') && transcript === undefined && !withheld && !missing)
      fail(
        'transcript',
        lacks(
          'A sound or film has a transcript, or says that there is none',
          `Write transcript: with the name of a file of text or WebVTT, or transcript: ${NO_TRANSCRIPT}.`,
        ),
      );
    const only = (key: 'ocr' | 'transcript', holds: boolean, of: string) => {
      if (value[key] !== undefined && !holds)
        fail(key, because('media/kind', `Only ${of} has ${key}.`, `Take ${key} out.`));
    };
    only('ocr', kind === 'facsimile', 'a facsimile');
    only('transcript', isHeard, 'a sound or film');
    if (value.regions.length > 0 && kind !== 'facsimile')
      fail('regions', because('media/kind', 'Only a facsimile has regions.', 'Take regions out.'));
    if (value.captions.length > 0 && kind !== 'video')
      fail('captions', because('media/kind', 'Only a film has captions.', 'Take captions out.'));
  }),
);

/** A medium as its article states it. */
export type Medium = z.infer<typeof mediumSchema>;

/** The media of an article, each file once. */
export const mediaSchema = z
  .array(mediumSchema)
  .max(MOST_MEDIA)
  .check(
    whatever(({ value, issues }, isSound) => {
      const seen = new Map<string, Medium>();
      value.forEach((medium, index) => {
        const { file } = medium;
        if (file === undefined || !isSound(index, 'file')) return;
        const first = seen.get(file);
        if (first)
          issues.push(
            issueOf(
              because(
                'media/twice',
                'Each file stands once among the media of an article.',
                `Take the second one out; the body may place the picture again, and words of it (ocr, transcript, captions) stand with the first.${keptOfTwo(first, medium)}`,
              ),
              file,
              [index, 'file'],
            ),
          );
        else seen.set(file, medium);
      });
    }),
  );
