import { ZipFile } from 'yazl';

/** Manuscripts that tests make: the least that Word and LibreOffice read. */

async function packed(
  files: Iterable<readonly [name: string, text: string | Buffer]>,
): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, text] of files)
    zip.addBuffer(typeof text === 'string' ? Buffer.from(text) : text, name, {
      compress: name !== 'mimetype',
    });
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** A part with its namespaces; a picture has none. */
const rooted = (text: string | Buffer, namespaces: string) =>
  typeof text === 'string' ? text.replace(/^<([\w:-]+)/u, `<$1 ${namespaces}`) : text;

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="x" xmlns:pic="p" xmlns:mc="m" xmlns:wps="s"';

const STYLES = [
  ['Normal', 'Normal', '', 'w:default="1"'],
  ['Titel', 'Title', 'Normal'],
  ['berschrift1', 'heading 1', 'Normal'],
  ['berschrift2', 'heading 2', 'berschrift1'],
  ['Zitat', 'Quote', 'Normal'],
  ['Bild', 'caption', 'Normal'],
  ['Verz', 'toc 1', 'Normal'],
]
  .map(
    ([id, name, based, said = '']) =>
      `<w:style w:type="paragraph" w:styleId="${id}" ${said}><w:name w:val="${name}"/>${based ? `<w:basedOn w:val="${based}"/>` : ''}</w:style>`,
  )
  .join('');
const LISTS =
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num>';

/** A run of Word, with properties. */
export const run = (text: string, properties = ''): string =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of Word, of runs or of words, in a style and with other properties. */
export const paragraph = (inside: string, style = '', properties = ''): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${properties}</w:pPr>${inside.startsWith('<') ? inside : run(inside)}</w:p>`;

/** A document of Word: its body, its other parts by name, and what the body refers to as `id type target`. */
export const docx = (
  body: string,
  parts: Readonly<Record<string, string | Buffer>> = {},
  relations: readonly string[] = [],
): Promise<Buffer> => {
  const listed = ['s styles styles.xml', 'n numbering numbering.xml', ...relations].map((one) => {
    const [id, type, target] = one.split(' ');
    return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${type === 'hyperlink' ? ' TargetMode="External"' : ''}/>`;
  });
  return packed([
    ['[Content_Types].xml', '<Types/>'],
    [
      '_rels/.rels',
      `<Relationships><Relationship Id="a" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="b" Type="x/core-properties" Target="docProps/core.xml"/><Relationship Id="c" Type="x/custom-properties" Target="docProps/custom.xml"/></Relationships>`,
    ],
    ['word/document.xml', `<w:document ${WORD}><w:body>${body}<w:sectPr/></w:body></w:document>`],
    ['word/_rels/document.xml.rels', `<Relationships>${listed.join('')}</Relationships>`],
    ['word/styles.xml', `<w:styles ${WORD}>${STYLES}</w:styles>`],
    ['word/numbering.xml', `<w:numbering ${WORD}>${LISTS}</w:numbering>`],
    ...Object.entries(parts).map(([name, text]) => [name, rooted(text, WORD)] as const),
  ]);
};

const OPEN =
  'xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:fo="f" xmlns:table="b" xmlns:draw="d" xmlns:xlink="l" xmlns:dc="c" xmlns:meta="m" xmlns:svg="v"';

/** A text of LibreOffice: its body, its automatic styles, and other parts by name. */
export const odt = (
  body: string,
  styles = '',
  parts: Readonly<Record<string, string | Buffer>> = {},
): Promise<Buffer> =>
  packed([
    ['mimetype', 'application/vnd.oasis.opendocument.text'],
    [
      'content.xml',
      `<office:document-content ${OPEN}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ],
    ...Object.entries(parts).map(([name, text]) => [name, rooted(text, OPEN)] as const),
  ]);
