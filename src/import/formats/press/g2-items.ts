import type { MediumKind } from '../../../domain/media/media-type.ts';
import type { SourceMedium } from '../../media/source-medium.ts';
import { KeptFiles } from '../kept-back.ts';
import type { Skipped } from '../skipped.ts';
import type { Source } from '../source.ts';
import { at, type XmlElement } from '../xml/element.ts';
import { elementsOf } from '../xml/stream.ts';
import { filesIn, wordsIn } from './g2-media.ts';
import { codeOf, statusFault } from './g2-status.ts';

/** Pictures, sounds and films of NewsML-G2 that are items of their own, to which a text links. */

const CLASSES = new Map<string, MediumKind>([
  ['picture', 'photograph'],
  ['photo', 'photograph'],
  ['graphic', 'graphic'],
  ['audio', 'audio'],
  ['video', 'video'],
]);
/** As many items of pictures are kept of one message. */
const MOST = 5000;
/** And of those that are kept back, of which there is only the name. */
const MOST_KEPT = 50_000;

/** The ids of items to which a text links. */
const linksIn = (item: XmlElement): string[] =>
  at(item, 'itemmeta', 'link').flatMap(
    ({ attributes }) => attributes.get('residref')?.trim() || [],
  );

/** The pictures, sounds and films to which a text links: those to be shown, and those that are kept back. */
export interface Linked {
  media: readonly SourceMedium[];
  kept: readonly Skipped[];
  /** The files of all that the message keeps back: a text may show one without a link to its item. */
  files: KeptFiles;
}

/** Of a text that links to none. */
export const NONE_LINKED: Linked = { media: [], kept: [], files: new KeptFiles([]) };

/** The newest version of an item that is no text. */
interface Version {
  version: number;
  /** Left out where no version that was read so far says it, as some cancellations do not. */
  kind?: MediumKind | undefined;
  /** How its versions name its files. */
  references: Set<string>;
  medium?: SourceMedium;
  kept?: Skipped;
}

interface Items {
  versions: ReadonlyMap<string, Version>;
  files: KeptFiles;
}

/** The pictures, sounds and films that are items of their own in a message; asked for where a text may show one. */
export class G2Items {
  readonly #source: Source;
  #items: Promise<Items> | undefined;

  constructor(source: Source) {
    this.#source = source;
  }

  async #read(): Promise<Items> {
    const found = new Map<string, Version>();
    try {
      for await (const item of elementsOf(this.#source, (name) => name === 'newsitem'))
        addVersion(found, item);
    } catch {
      // What is no XML any more is told with the items.
    }
    const kept = [...found.values()].filter((one) => one.kept);
    return {
      versions: found,
      files: new KeptFiles(kept.map(({ references }) => ({ references: [...references] }))),
    };
  }

  /** Those to which a text links, in its order. */
  async of(item: XmlElement): Promise<Linked> {
    this.#items ??= this.#read();
    const { versions, files } = await this.#items;
    const found = [...new Set(linksIn(item))]
      .flatMap((id) => versions.get(id) ?? [])
      .filter(({ kind }) => kind !== undefined);
    return {
      media: found.flatMap(({ medium }) => (medium ? [{ ...medium }] : [])),
      kept: found.flatMap(({ kept }) => kept ?? []),
      files,
    };
  }
}

/** Adds an item to the newest versions of those that are no texts. */
function addVersion(found: Map<string, Version>, item: XmlElement): void {
  const guid = item.attributes.get('guid')?.trim();
  const fault = statusFault(item);
  const classes = at(item, 'itemmeta', 'itemclass').map(codeOf);
  const known = guid ? found.get(guid) : undefined;
  const kind = classes.flatMap((one) => CLASSES.get(one) ?? [])[0] ?? known?.kind;
  // A cancellation need not repeat of what class an item is.
  if (!guid || classes.includes('text') || (!kind && !fault)) return;
  const version = Number(item.attributes.get('version') ?? 0) || 0;
  // What is known may be kept back by a later version, however many others there are.
  if (!known && found.size >= (fault ? MOST_KEPT : MOST)) return;
  const own = filesIn(item).flatMap((file) => file.references);
  // A cancellation need not repeat the files either.
  const references = known?.references ?? new Set();
  for (const one of own) references.add(one);
  if (known) known.kind ??= kind;
  // The newest version counts; of two that are as new, the one that keeps it back.
  if (known && (known.version > version || (known.version === version && known.kept))) return;
  const said = { version, kind, references };
  if (fault) found.set(guid, { ...said, kept: fault });
  else if (kind)
    found.set(guid, { ...said, medium: { kind, references: own, ...wordsIn(item, true) } });
}
