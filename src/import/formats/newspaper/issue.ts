import { asLine, asSubjects } from '../../source-document.ts';
import type { XmlElement } from '../xml/element.ts';
import type { Piece, Said } from './article.ts';
import { type Area, areasOf, type Issue, partsIn } from './mets.ts';
import { accessIn, authorsIn, dayIn, languageIn, locatorIn, titleIn } from './mods.ts';
import { picturesLeftOut } from './pictures.ts';

/** A part of an issue that may be an article. */
export interface IssuePart {
  isAdvertisement: boolean;
  /** What it is, as the file calls it. */
  type: string;
  pieces: { kind: Piece['kind']; areas: Area[] }[];
  said: Said;
}

const ARTICLE =
  /^(?:article|editorial|letter|review|interview|news|obituary|poem|serial|feuilleton|report|comment)$/iu;
const ADVERTISEMENT =
  /^(?:advert|advertisement|ad|classified|classified_ad|publicity|death_notice|birth_notice|marriage_notice)s?$/iu;
const PICTURE = /^(?:illustration|picture|image|photograph|cartoon|map|drawing|graph)s?$/iu;
/** What stands around the text of an issue. */
const AROUND =
  /^(?:page_number|running_title|title_section|publishing_stmt|motto|colophon|imprint)$/iu;
const HEADLINE = /^(?:title|headline)$/iu;
const SUBHEAD = /^(?:subheadline|subheading|crosshead|crossheading|subtitle)$/iu;

const typeOf = ({ attributes }: XmlElement) => attributes.get('type') ?? '';

/** What stands in a part, piece by piece, without what is an article or an advertisement of its own. */
function piecesIn(
  part: XmlElement,
  issue: Issue,
  counts: { pictures: number; advertisements: number },
): IssuePart['pieces'] {
  const pieces: IssuePart['pieces'] = [];
  const labelled = (area: Area) => {
    if (ADVERTISEMENT.test(area.label)) counts.advertisements++;
    else if (PICTURE.test(area.label)) counts.pictures++;
    else {
      const isHeadline = HEADLINE.test(area.label);
      const kind = !isHeadline
        ? 'text'
        : pieces.every((one) => one.kind === 'headline')
          ? 'headline'
          : 'heading';
      pieces.push({ kind, areas: [area] });
    }
  };
  const read = (element: XmlElement, path: readonly string[]) => {
    const type = typeOf(element);
    // Articles and advertisements in it are parts of their own.
    const isOwn = ARTICLE.test(type) || ADVERTISEMENT.test(type) || AROUND.test(type);
    if (element !== part && isOwn) return;
    if (PICTURE.test(type)) {
      counts.pictures++;
      // A picture points to its own place; words below it are parts of it.
      for (const child of partsIn(element)) read(child, [...path, type]);
      return;
    }
    const isBody = path.some((one) => /^body/iu.test(one));
    const kind =
      HEADLINE.test(type) && !isBody
        ? 'headline'
        : isBody && (SUBHEAD.test(type) || HEADLINE.test(type))
          ? 'heading'
          : 'text';
    const own = [
      ...areasOf(element),
      ...(issue.linked.get(element.attributes.get('id') ?? '') ?? []),
    ];
    // Blocks that a paragraph or a headline lists are of it; those that a whole article lists are a paragraph each.
    if (element === part) for (const area of own) labelled(area);
    else if (own.length > 0) pieces.push({ kind, areas: own });
    for (const child of partsIn(element)) {
      // What parts of a paragraph point to is of one paragraph.
      if (/^paragraph$/iu.test(type)) {
        const last = pieces.length;
        read(child, [...path, type]);
        const added = pieces.splice(last);
        const [first] = added;
        if (first) pieces.push({ kind: first.kind, areas: added.flatMap(({ areas }) => areas) });
      } else read(child, [...path, type]);
    }
  };
  read(part, []);
  return pieces;
}

const recordsOf = (element: XmlElement, { records }: Issue): XmlElement[] =>
  (element.attributes.get('dmdid') ?? '')
    .split(/\s+/u)
    .toReversed()
    .flatMap((id) => records.get(id) ?? []);

/** What is said of the issue as a whole: its paper, its day, its language. */
export function saidOfIssue(issue: Issue): Said {
  const outer: XmlElement[] = [];
  for (let part = issue.logical; part && !ARTICLE.test(typeOf(part)); ) {
    outer.unshift(...recordsOf(part, issue));
    const inner: XmlElement[] = partsIn(part);
    part = inner.find((one) => /^(?:newspaper|volume|issue)$/iu.test(typeOf(one)));
  }
  // Some files do not say of what a record is; one with a day is the issue’s.
  const mods = outer.length > 0 ? outer : [...issue.records.values()].flat();
  const { date, period, notes } = dayIn(mods);
  const access = accessIn(mods);
  return {
    publisher: mods
      .map((one) => titleIn([one]))
      .find(Boolean)
      ?.slice(0, 200),
    date,
    period,
    ...locatorIn(mods),
    lang: languageIn(mods),
    notes: [...notes, ...(access ? [`its library says of access to it: “${access}”`] : [])],
  };
}

/** The parts of an issue in order: articles, and what is passed over. */
export function* partsOfIssue(issue: Issue): Generator<IssuePart> {
  const whole = saidOfIssue(issue);
  function* read(element: XmlElement, sections: readonly string[]): Generator<IssuePart> {
    const type = typeOf(element);
    const isAdvertisement = ADVERTISEMENT.test(type);
    if (isAdvertisement || ARTICLE.test(type)) {
      const counts = { pictures: 0, advertisements: 0 };
      const mods = recordsOf(element, issue);
      const pieces = piecesIn(element, issue, counts);
      const label = asLine(element.attributes.get('label'), 300);
      // A label that is cut off is no headline; what is printed may be whole.
      const isWhole = label !== undefined && !/(?:\.\.\.|…)$/u.test(label);
      yield {
        isAdvertisement,
        type,
        pieces,
        said: {
          ...whole,
          title: titleIn(mods) ?? (isWhole ? label : undefined),
          author: authorsIn(mods),
          lang: languageIn(mods) ?? whole.lang,
          subjects: asSubjects(sections),
          notes: [
            ...whole.notes,
            ...(counts.pictures > 0 ? [picturesLeftOut(counts.pictures)] : []),
            ...(counts.advertisements > 0
              ? [
                  `${counts.advertisements === 1 ? 'one advertisement' : `${counts.advertisements} advertisements`} in it left out`,
                ]
              : []),
          ],
        },
      };
    }
    const label = asLine(element.attributes.get('label'), 200);
    const inner = /^section$/iu.test(type) && label ? [...sections, label] : sections;
    for (const child of partsIn(element)) yield* read(child, inner);
  }
  if (issue.logical) yield* read(issue.logical, []);
}
