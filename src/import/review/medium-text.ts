import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parseDocument } from 'yaml';
import { frontmatterOf } from '../../content/files/frontmatter.ts';
import { ImportFault } from '../source-document.ts';
import {
  type MediumWord,
  type SuggestedMedium,
  saying,
  withoutWord,
} from '../suggestions/medium-word.ts';
import type { MediumFields } from '../writing/medium-fields.ts';
import { type Edit, suggestionEdit, wordEdit } from './word-edit.ts';

/** What the frontmatter of an entry says, as far as it is looked at here. */
interface Said {
  media?: MediumFields[];
  suggested?: { media?: SuggestedMedium[] };
}

const read = (yaml: string) => parseDocument(yaml, { schema: 'core' });

/** What YAML says; nothing where it cannot be read. */
function saidIn(yaml: string): Said | undefined {
  const document = read(yaml);
  try {
    return document.errors.length > 0 ? undefined : (document.toJS({ maxAliasCount: 0 }) ?? {});
  } catch {
    return undefined;
  }
}

/** A text with an edit of its frontmatter; undefined where that says anything else then than it should. */
function edited(
  path: string,
  text: string,
  edit: (yaml: string) => Edit | undefined,
  meant: (said: Said) => Said,
): string | undefined {
  const bounds = frontmatterOf(path, text);
  if ('problem' in bounds) return undefined;
  const yaml = text.slice(bounds.start, bounds.end);
  const said = saidIn(yaml);
  const found = said && edit(yaml);
  if (!found) return undefined;
  const after = yaml.slice(0, found.start) + found.text + yaml.slice(found.end);
  // It is read again, whatever the text was: it must say the same but for this.
  if (!isDeepStrictEqual(saidIn(after), meant(said))) return undefined;
  return text.slice(0, bounds.start) + after + text.slice(bounds.end);
}

/**
 * The text of an entry in which a medium says a field; all else is as it was, byte for byte.
 *
 * @param index of the medium among those of the entry, from 0
 * @throws ImportFault where that cannot be written so
 */
export function textWithWord(
  path: string,
  text: string,
  index: number,
  word: Pick<MediumWord, 'field' | 'value'>,
): string {
  const { field } = word;
  const after = edited(
    path,
    text,
    (yaml) => {
      const media = read(yaml).get('media');
      const medium = isSeq(media) ? media.items[index] : undefined;
      return isMap(medium) ? wordEdit(yaml, medium, word) : undefined;
    },
    (said) => ({
      ...said,
      media: (said.media ?? []).map((one, at) => (at === index ? saying(one, word) : one)),
    }),
  );
  if (after !== undefined) return after;
  throw new ImportFault(
    `Its frontmatter is written so that “${field}” cannot be added to a medium without changing the rest. Write it there by hand, and take it out of “suggested”.`,
  );
}

/**
 * The text of an entry without a suggestion of a medium; all else is as it was, byte for byte.
 *
 * @throws ImportFault where that cannot be written so
 */
export function textWithoutSuggestion(
  path: string,
  text: string,
  word: Pick<MediumWord, 'sha256' | 'field'>,
): string {
  const after = edited(
    path,
    text,
    (yaml) => {
      const { contents } = read(yaml);
      return isMap(contents) ? suggestionEdit(yaml, contents, word) : undefined;
    },
    ({ suggested: { media = [], ...named } = {}, ...said }) => {
      const left = withoutWord(media, word);
      const suggested = { ...named, ...(left.length > 0 && { media: left }) };
      return { ...said, ...(Object.keys(suggested).length > 0 && { suggested }) };
    },
  );
  if (after !== undefined) return after;
  throw new ImportFault(
    `Its frontmatter is written so that “${word.field}” cannot be taken out of “suggested” without changing the rest. Take it out by hand.`,
  );
}
