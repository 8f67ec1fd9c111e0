import { asLanguage, asLine } from '../../source-document.ts';
import { asTime } from '../../time/time.ts';
import { at, firstText, textOf, within, type XmlElement } from '../xml/element.ts';

/** MODS: what a library says of a newspaper, of an issue, or of an article. */

/** Codes that libraries have for languages beside those that everybody has. */
// biome-ignore format: a table reads better than a column
const LIBRARY_CODES = new Map(Object.entries({
  alb: 'sq', arm: 'hy', baq: 'eu', bur: 'my', chi: 'zh', cze: 'cs', dut: 'nl', fre: 'fr', geo: 'ka', ger: 'de',
  gre: 'el', ice: 'is', mac: 'mk', mao: 'mi', may: 'ms', per: 'fa', rum: 'ro', slo: 'sk', tib: 'bo', wel: 'cy',
}));

/** A title as it is said, its article before it. */
export function titleIn(mods: readonly XmlElement[]): string | undefined {
  const [info] = mods.flatMap((one) => at(one, 'titleinfo'));
  const parts = (info ? [...at(info, 'nonsort'), ...at(info, 'title')] : []).map((one) =>
    textOf(one).trim(),
  );
  const title = asLine(parts.join(' '), 300);
  // A library’s program writes what it has no title for.
  return title === undefined || /placeholder/iu.test(title) || !/[\p{L}\p{N}]/u.test(title)
    ? undefined
    : title;
}

/** The authors, by the names that are given. */
export const authorsIn = (mods: readonly XmlElement[]): string | undefined =>
  asLine(
    mods
      .flatMap((one) => at(one, 'name'))
      .filter((name) => {
        const roles = within(name, 'roleterm').map((role) => textOf(role).trim().toLowerCase());
        return (
          roles.length === 0 || roles.some((role) => /^(?:aut|author|cre|creator)$/u.test(role))
        );
      })
      .map((name) => {
        const partsOf = (type: string) =>
          at(name, 'namepart').filter(({ attributes }) => attributes.get('type') === type);
        const parts = [...partsOf('given'), ...partsOf('family')];
        return (parts.length > 0 ? parts : at(name, 'namepart'))
          .map((part) => textOf(part).trim())
          .join(' ');
      })
      .filter((name) => name !== '')
      .join(', '),
    200,
  );

/** The language, where it is given by its code. */
export function languageIn(mods: readonly XmlElement[]): string | undefined {
  const terms = mods
    .flatMap((one) => at(one, 'language', 'languageterm'))
    .map((one) => textOf(one).trim().toLowerCase());
  const code = terms.find((term) => /^[a-z]{2,3}(?:-[a-z\d-]{1,20})?$/u.test(term));
  return code === undefined ? undefined : asLanguage(LIBRARY_CODES.get(code) ?? code);
}

/** Which issue it is, as its newspaper counts them. */
export function locatorIn(mods: readonly XmlElement[]) {
  const details = mods.flatMap((one) => within(one, 'part')).flatMap((one) => at(one, 'detail'));
  const said = (type: string, name: 'number' | 'caption') =>
    asLine(
      firstText(
        details
          .filter(({ attributes }) => attributes.get('type')?.toLowerCase() === type)
          .flatMap((one) => at(one, name)),
      ),
      60,
    );
  const edition = said('edition', 'caption') ?? said('edition', 'number');
  return {
    volume: said('volume', 'number'),
    issue: said('issue', 'number'),
    // Programs number the only edition too.
    edition: edition === '1' ? undefined : edition,
  };
}

/** The day of an issue, or else its month or year; what is no day is told. */
export function dayIn(mods: readonly XmlElement[]): {
  date: string | undefined;
  period: string | undefined;
  notes: string[];
} {
  const dates = mods
    .flatMap((one) => at(one, 'origininfo', 'dateissued'))
    .filter((one) => textOf(one).trim() !== '');
  const said = dates.map((one) => textOf(one).trim());
  const date = said.map((one) => asTime(one)?.date).find(Boolean);
  const isAbout = dates.some(({ attributes }) => attributes.has('qualifier'));
  return {
    date,
    period: date === undefined ? said.find((one) => /^\d{4}(?:-\d{2})?$/u.test(one)) : undefined,
    notes: [
      ...(date === undefined && said[0] ? [`it gives no day, but “${asLine(said[0], 60)}”`] : []),
      ...(date !== undefined && isAbout ? ['its library is not sure of its day'] : []),
    ],
  };
}

/** What a library says of who may read it. */
export const accessIn = (mods: readonly XmlElement[]): string | undefined =>
  asLine(firstText(mods.flatMap((one) => within(one, 'accesscondition'))), 200);
