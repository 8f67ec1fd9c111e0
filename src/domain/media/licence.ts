import { z } from 'astro/zod';
import { because, type Fault } from '../fault.ts';
import { issueOf } from '../schema-fault.ts';
import { addressFault } from '../web-address.ts';

const COMMONS = 'https://creativecommons.org/';
/** The terms of a licence of Creative Commons, in the order in which its name has them. */
const NAMED = /^(by(?:-nc)?(?:-sa|-nd)?)(?:-(1\.0|2\.0|2\.5|3\.0|4\.0))?$/;
const NEWEST = '4.0';

/** The address of a licence of Creative Commons that is meant by its name (“CC BY-SA 4.0”); undefined for other words. */
function addressMeant(words: string): string | undefined {
  const name = words.trim().toLowerCase();
  if (name.length > 60) return undefined;
  const plain = name
    .replace('creative commons', 'cc')
    .replace('attribution', 'by')
    .replace('noncommercial', 'nc')
    .replace('sharealike', 'sa')
    .replace('noderivatives', 'nd')
    .split(/[\s_/]+/)
    .join('-')
    .replace(/^cc-/, '');
  if (/^(?:zero|0|cc0|cc-?zero)(?:-1\.0)?$/.test(plain)) return `${COMMONS}publicdomain/zero/1.0/`;
  if (/^(?:pd|pdm|public-domain)$/.test(plain)) return `${COMMONS}publicdomain/mark/1.0/`;
  const [, terms, version = NEWEST] = NAMED.exec(plain) ?? [];
  return terms && `${COMMONS}licenses/${terms}/${version}/`;
}

/** The fault of the address of a licence; undefined where it is a good one. */
function licenceFault(text: string): Fault | undefined {
  const fault = addressFault(text, 'web');
  if (!fault || /^https?:/i.test(text)) return fault;
  const meant = addressMeant(text);
  return because(
    fault.code,
    'A licence is stated by its address.',
    meant
      ? `Write ${meant}, if that is the one that is meant.`
      : `Write its address, for instance ${COMMONS}licenses/by/4.0/; where it has none, write its words as usageTerms.`,
  );
}

/** The address of a licence. */
export const licenceAddress = z.string().check(({ value, issues }) => {
  const fault = licenceFault(value);
  if (fault) issues.push(issueOf(fault, value));
});
