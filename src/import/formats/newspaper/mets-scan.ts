import { asLine } from '../../source-document.ts';
import { at, within, type XmlElement } from '../xml/element.ts';

/** The files of an issue, by their ids, and its pages of text. */
interface IssueFiles {
  files: ReadonlyMap<string, string>;
  pages: readonly string[];
}

const isScan = (file: XmlElement, href: string) =>
  /^image\//iu.test(file.attributes.get('mimetype') ?? '') ||
  /\.(?:jpe?g|png|webp|tiff?|jp2|jpx|j2k)$/iu.test(href);
/** Pictures that are too small to be read. */
const isSmall = (words: string) => /thumb|preview|icon/iu.test(words);

/** The ids of files to which a part points itself. */
const filesOf = (part: XmlElement): string[] =>
  at(part, 'fptr')
    .flatMap((pointer) => [pointer, ...within(pointer, 'area')])
    .flatMap(({ attributes }) => attributes.get('fileid') ?? []);

/** The files of pictures, by their ids, and the ids of files that belong to one page by their group. */
function picturesIn(sections: readonly XmlElement[], { files }: IssueFiles) {
  const pictures = new Set<string>();
  const groups = new Map<string, string[]>();
  for (const group of sections.flatMap((one) => within(one, 'filegrp')))
    for (const file of at(group, 'file')) {
      const id = file.attributes.get('id') ?? '';
      const href = files.get(id);
      if (href === undefined) continue;
      const use = `${group.attributes.get('use')} ${group.attributes.get('id')} ${file.attributes.get('use')}`;
      if (isScan(file, href) && !isSmall(use)) pictures.add(id);
      const page = file.attributes.get('groupid');
      if (!page) continue;
      const ids = groups.get(page) ?? [];
      ids.push(id);
      groups.set(page, ids);
    }
  return { pictures, groups };
}

/** What a part of the physical structure says of the number of its page: as it is printed, and which of all it is. */
interface PageNumber {
  label?: string | undefined;
  order?: string | undefined;
}

const numberOf = ({ attributes }: XmlElement): PageNumber => ({
  label: asLine(attributes.get('orderlabel'), 20),
  order: /^\d{1,5}$/u.exec(attributes.get('order')?.trim() ?? '')?.[0],
});

/**
 * The pictures of pages, and the numbers that these have in print, or else in their order, by the addresses of the pages’ texts: a part of the
 * physical structure points to both, or both are in one group of files.
 */
export function scansIn(
  sections: readonly XmlElement[],
  maps: readonly XmlElement[],
  issue: IssueFiles,
): { scans: Map<string, string[]>; numbers: Map<string, string> } {
  const { pictures, groups } = picturesIn(sections, issue);
  const texts = new Set(issue.pages);
  const scans = new Map<string, Set<string>>();
  const labels = new Map<string, string>();
  const orders = new Map<string, string>();
  const join = (ids: readonly string[], { label, order }: PageNumber = {}) => {
    const hrefs = ids.flatMap((id) => issue.files.get(id) ?? []).filter((href) => texts.has(href));
    const [page, ...others] = new Set(hrefs);
    if (page === undefined || others.length > 0) return;
    const found = scans.get(page) ?? new Set();
    for (const id of ids) {
      const href = pictures.has(id) ? issue.files.get(id) : undefined;
      if (href !== undefined) found.add(href);
    }
    scans.set(page, found);
    if (label && !labels.has(page)) labels.set(page, label);
    if (order && !orders.has(page)) orders.set(page, order);
  };
  const isLogical = ({ attributes }: XmlElement) =>
    /^logical$/iu.test(attributes.get('type') ?? '');
  for (const map of maps.filter((one) => !isLogical(one)))
    for (const part of within(map, 'div')) join(filesOf(part), numberOf(part));
  for (const ids of groups.values()) join(ids);
  return {
    scans: new Map([...scans].map(([page, found]) => [page, [...found]])),
    numbers: new Map([...orders, ...labels]),
  };
}
