import { asLanguage } from '../../source-document.ts';

/** What TeX (babel) calls a language otherwise than English does. */
const OF_TEX = new Map(
  Object.entries({
    ngerman: 'de',
    germanb: 'de',
    austrian: 'de-AT',
    naustrian: 'de-AT',
    swissgerman: 'de-CH',
    nswissgerman: 'de-CH',
    british: 'en-GB',
    ukenglish: 'en-GB',
    american: 'en-US',
    usenglish: 'en-US',
    australian: 'en-AU',
    canadian: 'en-CA',
    newzealand: 'en-NZ',
    francais: 'fr',
    frenchb: 'fr',
    acadian: 'fr-CA',
    brazil: 'pt-BR',
    brazilian: 'pt-BR',
    portuges: 'pt',
    magyar: 'hu',
    farsi: 'fa',
    nynorsk: 'nn',
  }),
);

/** Codes of libraries (ISO 639-2/B) that no tag may have. */
const OF_LIBRARIES = new Map(
  Object.entries({
    alb: 'sq',
    arm: 'hy',
    baq: 'eu',
    bur: 'my',
    chi: 'zh',
    cze: 'cs',
    dut: 'nl',
    fre: 'fr',
    geo: 'ka',
    ger: 'de',
    gre: 'el',
    ice: 'is',
    mac: 'mk',
    may: 'ms',
    per: 'fa',
    rum: 'ro',
    slo: 'sk',
    wel: 'cy',
  }),
);

let names: Map<string, string> | undefined;

/** The languages of two letters by their English names, in small letters. */
function englishNames(): Map<string, string> {
  if (names) return names;
  names = new Map();
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  for (const first of letters)
    for (const second of letters) {
      const name = english.of(first + second)?.toLowerCase();
      if (name && !names.has(name)) names.set(name, first + second);
    }
  return names;
}

const TAG = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8}){0,4}$/iu;

/** A language as bibliographies name one, by a tag or in English, as a tag; nothing where it is none that is known. */
export function languageOf(said: string | undefined): string | undefined {
  const word = said?.trim().toLowerCase() ?? '';
  return (
    OF_TEX.get(word) ??
    OF_LIBRARIES.get(word) ??
    englishNames().get(word) ??
    (TAG.test(word) ? asLanguage(said) : undefined)
  );
}
