import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { termsOf } from '../content/reading/start.ts';
import { Refusal } from '../errors/refusal.mjs';
import { siteBase } from '../site-address.ts';
import { type PartManifest, storeOf, wholePart } from './part-manifest.ts';
import { folderOf, type PartName, partIn } from './part-name.ts';

/** A part as it was found. */
export interface FoundPart extends PartManifest {
  name: PartName;
  folder: string;
}

/**
 * The parts below a folder.
 *
 * @throws Refusal where there are none, where one is not whole, or was made by other code or for another address
 */
export function partsIn(place: string, shown: string): FoundPart[] {
  const names = existsSync(place) ? readdirSync(place).flatMap((one) => partIn(one) ?? []) : [];
  if (names.length === 0)
    throw new Refusal(
      `There are no parts in ${shown}: make them with npm run build -- --part 1/4 and so on, or name their folder.`,
    );
  const { code } = termsOf(siteBase());
  const faults: string[] = [];
  const parts = names.flatMap((name) => {
    const folder = join(place, folderOf(name));
    const part = wholePart(folder);
    if (!part) faults.push(`${folderOf(name)} is not whole, or not as it was made`);
    else if (part.terms !== code)
      faults.push(
        `${folderOf(name)} was made by other code, with other settings or for another address`,
      );
    return part ? [{ ...part, name, folder }] : [];
  });
  if (faults.length > 0)
    throw new Refusal(
      `${faults.map((fault) => `${fault}.\n`).join('')}Nothing was built. Make ${faults.length === 1 ? 'this part' : 'these parts'} again with the same code, settings and SITE_URL, or remove what is of no use in ${shown}.`,
    );
  return parts;
}

/** The shares that are missing where parts are shares: `3/8`. */
function missingShares(parts: readonly FoundPart[]): string[] {
  const shares = parts.flatMap(({ name }) => (name.kind === 'share' ? [name] : []));
  const there = new Set(shares.map(({ number, of }) => `${number}/${of}`));
  const counts = [...new Set(shares.map(({ of }) => of))].toSorted((a, b) => a - b);
  return counts
    .flatMap((of) => Array.from({ length: of }, (_, index) => `${index + 1}/${of}`))
    .filter((share) => !there.has(share));
}

const SHOWN = 5;
const some = (all: readonly string[]) =>
  all.slice(0, SHOWN).join(', ') + (all.length > SHOWN ? ` and ${all.length - SHOWN} more` : '');

/** What is wrong where articles are in none of the parts as they are now. */
export function incomplete(ids: readonly string[], parts: readonly FoundPart[]): Refusal {
  const missing = missingShares(parts);
  const why =
    missing.length > 0
      ? `Of the parts ${some(missing)} ${missing.length === 1 ? 'is' : 'are'} missing.`
      : 'The archive has changed since its parts were made, or no part has its period.';
  const count = ids.length === 1 ? 'this article' : `these ${ids.length} articles`;
  return new Refusal(
    `No part has ${count} as now: ${some(ids)}. ${why} Nothing was built. Make what is missing, or all parts again: what has not changed is kept.`,
  );
}

/** What is wrong where the store of a part cannot be read. @param file of it */
export const spoilt = (file: string): Refusal =>
  new Refusal(
    `${basename(dirname(file))} has articles that cannot be read: it was not made by npm run build -- --part, or changed since. Nothing was built. Make this part again.`,
  );

/** The stores of parts. */
export const storesOf = (parts: readonly FoundPart[]): string[] =>
  parts.map((part) => join(part.folder, storeOf(part)));
