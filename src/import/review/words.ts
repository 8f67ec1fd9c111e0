import type { Kind } from '../../domain/authorities/authority.ts';
import { shownText } from '../../domain/problem.ts';
import { figureSentence, plainSentence } from '../../messages/figure-sentence.ts';
import { KIND_NOUNS } from '../../messages/wording.ts';
import type { AuthorityFile, Filed } from '../matching/authority-file.ts';
import type { MediumOffer, Offer } from './offer.ts';

/** Every field of a value that holds something, with its name: `group.label: sailors`. */
const fieldsOf = (value: object, within = ''): string[] =>
  Object.entries(value).flatMap(([name, inner]) => {
    if (inner === undefined) return [];
    return typeof inner === 'object' && inner !== null
      ? fieldsOf(inner, `${within}${name}.`)
      : [`${within}${name}: ${inner}`];
  });

/** What a file says of itself, in the words of a question. */
function wordsOfMedium({ suggestion, value, file, replaced, others }: MediumOffer) {
  const { field } = suggestion;
  const edited = value === suggestion.value ? '' : `, where it says “${suggestion.value}”`;
  const instead = replaced === undefined ? '' : `, in place of “${replaced}”`;
  const also = others.length > 0 ? `\nand so in ${others.join(', ')}, where the file is too` : '';
  return shownText(`${file} says of itself\n${field}: ${value}${edited}${instead}${also}`);
}

/**
 * An offer in the words of a question: everything that “yes” would write, field by field.
 * @param records the other offered records; a figure is described by their names
 */
export function wordsOf(
  offer: Offer,
  records: readonly Filed[],
  authorityFile: AuthorityFile,
): string {
  if (offer.kind === 'figure') {
    const nameIn = (kind: Kind) => (id: string) =>
      (records.find((one) => one.kind === kind && one.id === id) ?? authorityFile.get(kind, id))
        ?.spellings[0];
    const names = { place: nameIn('places'), organisation: nameIn('organisations') };
    const sentence = plainSentence(figureSentence(offer.figure, names, 'en'));
    return `${sentence}, from “${offer.figure.asStated}”\n${fieldsOf(offer.figure).join(' · ')}`;
  }
  if (offer.kind === 'medium') return wordsOfMedium(offer);
  const { kind, record, suggestion } = offer;
  const [name = '', ...spellings] = record.spellings;
  const place = `${kind}/${record.id}`;
  const noun = KIND_NOUNS[kind];
  if (record.made) {
    const also = spellings.length > 0 ? `, also spelt ${spellings.join('; ')}` : '';
    return `${noun}: ${name}\na new record, ${place}${also}`;
  }
  const added = record.added === undefined ? '' : `, which gets the spelling “${record.added}”`;
  return `${noun}: ${suggestion.name}\non file as ${place}, ${name}${added}`;
}
