import { SaxesParser } from 'saxes';
import { ImportFault } from '../../source-document.ts';

/** What reads the elements of XML as they come, by their names without prefixes. */
export interface Handler {
  open: (name: string, attribute: (name: string) => string) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

/**
 * What a handler makes of XML, each as soon as it is made; of the XML itself nothing is kept. Throws an `ImportFault`
 * where it is not well-formed.
 */
export async function* madeOfXml<Made>(
  stream: AsyncIterable<Uint8Array>,
  handlerOf: (make: (made: Made) => void) => Handler,
): AsyncGenerator<Made> {
  let made: Made[] = [];
  const handler = handlerOf((one) => made.push(one));
  const parser = new SaxesParser();
  let fault: string | undefined;
  parser.on('error', ({ message }) => {
    fault ??= message;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const found = new Map(Object.entries(attributes));
    handler.open(withoutPrefix(name), (wanted) => found.get(wanted) ?? '');
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => handler.close?.(withoutPrefix(name)));
  const decoder = new TextDecoder();
  const read = (text: string) => {
    parser.write(text);
    if (fault !== undefined)
      throw new ImportFault(`It is a spreadsheet that is damaged (${fault}). Save it again.`);
    const ready = made;
    made = [];
    return ready;
  };
  for await (const chunk of stream) yield* read(decoder.decode(chunk, { stream: true }));
  yield* read(decoder.decode());
}
