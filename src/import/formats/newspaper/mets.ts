import { ImportFault } from '../../source-document.ts';
import type { Source } from '../source.ts';
import { at, elementsIn, within, type XmlElement } from '../xml/element.ts';
import { elementsOf } from '../xml/stream.ts';
import { scansIn } from './mets-scan.ts';

/** METS: of which parts an issue is made, and in which blocks of which pages they stand. */

/** A place on a page: a file of it, and a block there. */
export interface Area {
  file: string;
  /** Where it begins and ends there: ids of blocks, lines or words. */
  begin: string;
  end: string;
  /** What it is, where its page says so. */
  label: string;
}

/** An issue as its METS file has it. */
export interface Issue {
  /** What is said of its parts, by the ids to which they refer. */
  records: ReadonlyMap<string, XmlElement[]>;
  /** The addresses of files by their ids, and those of pages in order. */
  files: ReadonlyMap<string, string>;
  pages: string[];
  /** The pictures of pages, by the addresses of these, and the numbers of these where it states them. */
  scans: ReadonlyMap<string, string[]>;
  numbers: ReadonlyMap<string, string>;
  /** The outermost part. */
  logical: XmlElement | undefined;
  /** The areas of parts that a table of links joins to them. */
  linked: ReadonlyMap<string, Area[]>;
}

const WANTED = new Set(['dmdsec', 'filesec', 'structmap', 'structlink']);
const typeOf = ({ attributes }: XmlElement) => (attributes.get('type') ?? '').toLowerCase();

/** The areas to which an element points, without those of its own parts. */
export function areasOf(element: XmlElement): Area[] {
  const areas = at(element, 'fptr').flatMap((pointer) => [
    ...within(pointer, 'area'),
    ...(pointer.attributes.has('begin') ? [pointer] : []),
  ]);
  return areas.flatMap(({ attributes }) => {
    const file = attributes.get('fileid');
    const begin = attributes.get('begin');
    const label = element.attributes.get('label') ?? '';
    return file && begin ? [{ file, begin, end: attributes.get('end') ?? begin, label }] : [];
  });
}

/** The parts in an element. */
export const partsIn = (element: XmlElement): XmlElement[] =>
  elementsIn(element).filter(({ name }) => name === 'div');

function filesIn(sections: readonly XmlElement[]) {
  const files = new Map<string, string>();
  const pages: string[] = [];
  const hocr: string[] = [];
  for (const group of sections.flatMap((one) => within(one, 'filegrp')))
    for (const file of at(group, 'file')) {
      const href = at(file, 'flocat')
        .map(({ attributes }) => attributes.get('href'))
        .find(Boolean);
      const id = file.attributes.get('id');
      if (!href || !id || files.has(id)) continue;
      files.set(id, href);
      const use = `${group.attributes.get('use')} ${group.attributes.get('id')} ${id} ${file.attributes.get('use')}`;
      const isXml = /xml/iu.test(file.attributes.get('mimetype') ?? '') || /\.xml$/iu.test(href);
      const isHtml =
        /html|hocr/iu.test(file.attributes.get('mimetype') ?? '') ||
        /\.(?:hocr|html?)$/iu.test(href);
      if (!/alto|fulltext|ocr|text/iu.test(use)) continue;
      if (isHtml) hocr.push(href);
      else if (isXml) pages.push(href);
    }
  // Of a page that is in both forms, ALTO is read.
  return { files, pages: pages.length > 0 ? pages : hocr };
}

/** A block is of an article, a part of it and so on: of no more than these. */
const MOST_PARTS_OF_BLOCK = 50;

/**
 * Parts that a table of links joins to areas of pages.
 *
 * @throws ImportFault where it joins all to all, so that it makes far more of them than there are
 */
export function linkedIn(
  links: readonly XmlElement[],
  maps: readonly XmlElement[],
): Map<string, Area[]> {
  if (links.length === 0) return new Map();
  const ofPages = new Map(
    maps
      .filter((map) => typeOf(map) === 'physical')
      .flatMap((map) => within(map, 'div'))
      .map((element) => [element.attributes.get('id') ?? '', areasOf(element)]),
  );
  const joined = new Map<string, Set<Area[]>>();
  for (const link of links.flatMap((one) => within(one, 'smlinkgrp', 'smlink'))) {
    const places =
      link.name === 'smlink'
        ? [link.attributes.get('from'), link.attributes.get('to')]
        : at(link, 'smlocatorlink').map(({ attributes }) => attributes.get('href'));
    const ids = places.map((place) => (place ?? '').replace(/^#/u, ''));
    const [part] = ids.filter((id) => !ofPages.has(id));
    if (!part) continue;
    const found = joined.get(part) ?? new Set();
    for (const id of ids) {
      const areas = ofPages.get(id);
      // A link that is said again joins nothing more.
      if (areas && areas.length > 0) found.add(areas);
    }
    if (found.size > 0) joined.set(part, found);
  }
  const sum = (lists: Iterable<Area[]>) => {
    let count = 0;
    for (const { length } of lists) count += length;
    return count;
  };
  const there = sum(ofPages.values());
  const made = [...joined.values()].reduce((count, lists) => count + sum(lists), 0);
  if (made > MOST_PARTS_OF_BLOCK * there)
    throw new ImportFault(
      `Its table of links joins ${made.toLocaleString('en')} places to parts, and its pages have ${there.toLocaleString('en')}. Export it again, without links from each part to all places.`,
    );
  return new Map([...joined].map(([part, lists]) => [part, [...lists].flat()]));
}

/** Reads a METS file. @throws ImportFault where it has neither articles nor pages of text */
export async function readMets(source: Source): Promise<Issue> {
  const sections: XmlElement[] = [];
  for await (const element of elementsOf(source, (name, depth) => depth === 1 && WANTED.has(name)))
    sections.push(element);
  const named = (name: string) => sections.filter((one) => one.name === name);
  const maps = named('structmap');
  const [map] = maps.filter((one) => typeOf(one) === 'logical');
  const { files, pages } = filesIn(named('filesec'));
  const { scans, numbers } = scansIn(named('filesec'), maps, { files, pages });
  if (pages.length === 0 && files.size === 0)
    throw new ImportFault(
      'It is METS without files of pages; give the pages as ALTO, hOCR or text.',
    );
  return {
    records: new Map(
      named('dmdsec').map((one) => [one.attributes.get('id') ?? '', within(one, 'mods')]),
    ),
    files,
    pages,
    scans,
    numbers,
    logical: map && partsIn(map)[0],
    linked: linkedIn(named('structlink'), maps),
  };
}
