import { active, damaged, type MediaFault } from '../media-fault.ts';
import { Packed } from './packed.ts';
import { tokensOf } from './pdf-lexer.ts';

const ANEW = 'Print it to a PDF, or save it as PDF/A, and take that.';

/** Names that objects of a PDF have which do more than show pages. */
const ACTIVE = new Map([
  ['JavaScript', 'a script'],
  ['JS', 'a script'],
  ['Launch', 'an action that starts a program'],
  ['SubmitForm', 'a form that sends what is filled in'],
  ['ImportData', 'an action that reads another file'],
  ['GoToE', 'an action that opens a file in it'],
  ['EmbeddedFile', 'other files in it'],
  ['EmbeddedFiles', 'other files in it'],
  ['XFA', 'a form that is a program (XFA)'],
  ['RichMedia', 'a film or program in it'],
  ['Movie', 'a film in it'],
  ['Sound', 'a sound in it'],
  ['Rendition', 'a film or sound in it'],
  ['3D', 'a model in it that may run scripts'],
]);

/** The fault of a name; undefined where it is one of pages and what they show. */
function faultOf(name: string): MediaFault | undefined {
  if (name === 'Encrypt')
    return active(
      'this PDF is locked (encrypted)',
      'Save it without a password and without restrictions.',
    );
  const what = ACTIVE.get(name);
  return what ? active(`this PDF has ${what}`, ANEW) : undefined;
}

/** The most bytes of an object before its data, and of spaces and the word that end these. */
const LONGEST_HEAD = 4096;
const SLACK = 24;
const LENGTH = /\/Length\s{0,5}(\d{1,10})\b(?!\s{1,5}\d{1,10}\s{1,5}R)/;

/** Where the data of a stream end. @param begun where its object begins @throws MediaFault where they do not */
export function endOfData(bytes: Buffer, from: number, begun: number): number {
  const head = bytes.toString('latin1', Math.max(begun, from - LONGEST_HEAD), from);
  const stated = from + Number(LENGTH.exec(head)?.[1] ?? Number.NaN);
  const next = stated <= bytes.length ? bytes.toString('latin1', stated, stated + SLACK) : '';
  if (next.trimStart().startsWith('endstream')) return stated;
  const found = bytes.indexOf('endstream', from, 'latin1');
  if (found < 0) throw damaged('this PDF ends before its content does');
  return found;
}

/**
 * Looks through all objects of a PDF.
 *
 * @throws MediaFault where one does more than show pages, leads to another file, or unpacks to very much
 */
export async function refuseActive(bytes: Buffer): Promise<void> {
  await lookThrough(bytes, new Packed(), true);
}

async function lookThrough(bytes: Buffer, packed: Packed, hasStreams: boolean): Promise<void> {
  let depth = 0;
  let begun = 0;
  /** Names at the first level of an object: of its own dictionary. */
  let names: string[] = [];
  const end = (from: number) => (hasStreams ? endOfData(bytes, from, begun) : from);
  for (const token of tokensOf(bytes, end)) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth = Math.max(0, depth - 1);
    else if (token.kind === 'object') {
      depth = 0;
      begun = token.at;
      names = [];
    } else if (token.kind === 'name') {
      const fault = faultOf(token.name);
      if (fault) throw fault;
      if (depth === 1) names.push(token.name);
    } else if (token.kind === 'stream' && hasStreams)
      await lookIntoStream(bytes.subarray(token.from, token.to), names, packed);
  }
}

/** The filters of streams by their long and short names. A picture has a key `/Decode` too, which is none. */
const FILTERS =
  /^(?:(?:Flate|LZW|RunLength|ASCII85|ASCIIHex|DCT|JPX|JBIG2|CCITTFax|Brotli)Decode|Fl|LZW|RL|A85|AHx|DCT|CCF)$/;

async function lookIntoStream(
  data: Buffer,
  names: readonly string[],
  packed: Packed,
): Promise<void> {
  if (names.includes('F'))
    throw active('a part of this PDF lies in another file', 'Save it as one file that holds all.');
  const isOfObjects = names.includes('ObjStm');
  const filters = names.filter((name) => FILTERS.test(name));
  const isPicture = names.includes('Image');
  const [filter = 'FlateDecode', ...more] = filters;
  const isPlain = more.length === 0 && (filter === 'FlateDecode' || filter === 'Fl');
  if (isOfObjects && (!isPlain || names.includes('DecodeParms') || names.includes('DP')))
    throw active('this PDF packs objects in a way that cannot be looked through', ANEW);
  const unpacked = await packed.unpack(data, filters, isPicture, isOfObjects);
  if (isOfObjects) await lookThrough(unpacked, packed, false);
}
