import { ARTICLE, BODY, type Fault, FRONTMATTER, mdx, testFaults } from '../support/broken.ts';

/** A fault of a text on line 27: where its column is, its words, and parts of rule and fix. */
type Row = readonly [
  name: string,
  text: string,
  column: number,
  words: string,
  rule: string,
  fix: string,
];

const LITERAL = '{ opens a literal';
const RUNS = 'nothing in it is run';
const LOOKS = 'looks is the archive’s';
const LOADS = 'A body loads nothing';
const PICTURES = 'A picture of a body stands on a line of its own';
const OTHER_HOST = 'The archive shows no file of another host';
const UNKNOWN = 'is among the media of its article';
const COMPONENT = 'A component of a body is one of src/components/body/: Note';
const ELEMENT = 'An element of a body is one of a, abbr, aside,';
const READERS = 'An attribute of a body is one of HTML';
const OWN_LINE = 'A block stands on lines of its own';
const STARTS = 'A link starts with https://';
const HOST = 'An address names its host as a browser would';
const FORM = 'An address has no white space';

// biome-ignore format: a table, a fault a row
const ROWS: Row[] = [
  // Expressions: nothing is worked out that is not a literal, and nothing is run.
  ['a property of what Astro gives', 'All {props.x} left.', 5, '{props.x}', LITERAL, 'what readers are to see'],
  ['a name of the language', '{undefined}', 1, '{undefined}', LITERAL, 'what readers'],
  ['a call', '{Date.now()}', 1, '{Date.now()}', LITERAL, 'what readers'],
  ['a module of Node', "{process.getBuiltinModule('fs').rmSync('x')}", 1, "{process.getBuiltinModule('fs').rmSync('x')}", LITERAL, 'what readers'],
  ['an import in an expression', "{await import('node:fs')}", 1, "{await import('node:fs')}", LITERAL, 'what readers'],
  ['a function that is called', '{(() => 5)()}', 1, '{(() => 5)()}', LITERAL, 'what readers'],
  ['a constructor of a literal', "{'a'.constructor.constructor('return 1')()}", 1, "{'a'.constructor.constructor('return 1')()}", LITERAL, 'what readers'],
  ['an endless loop', '{(() => { for (;;); })()}', 1, '{(() => { for (;;); })()}', LITERAL, 'what readers'],
  ['a template with a substitution', '{`a\u0024{b}`}', 1, '{`a\u0024{b}`}', LITERAL, 'what readers'],
  ['a tagged template', '{String.raw`a`}', 1, '{String.raw`a`}', LITERAL, 'what readers'],
  ['a choice', "{true ? 'a' : 'b'}", 1, "{true ? 'a' : 'b'}", LITERAL, 'what readers'],
  ['words put together', "{'a' + 'b'}", 1, "{'a' + 'b'}", LITERAL, 'what readers'],
  ['a sum that is no whole number', '{0.1 + 0.2}', 1, '{0.1 + 0.2}', LITERAL, 'what readers'],
  ['a product beyond what is exact', '{9007199254740991 * 2}', 1, '{9007199254740991 * 2}', LITERAL, 'what readers'],
  ['a quotient', '{6 / 2}', 1, '{6 / 2}', LITERAL, 'what readers'],
  ['an assignment', '{x = 1}', 1, '{x = 1}', LITERAL, 'what readers'],
  ['two values', "{('a', 'b')}", 1, "{('a', 'b')}", LITERAL, 'what readers'],
  ['a number beyond all', '{1e400}', 1, '{1e400}', LITERAL, 'what readers'],
  ['a list', '{[1, 2]}', 1, '{[1, 2]}', LITERAL, 'what readers'],
  ['an object', '{{ a: 1 }}', 1, '{{ a: 1 }}', LITERAL, 'what readers'],
  ['a regular expression', '{/(a+)+$/}', 1, '{/(a+)+$/}', LITERAL, 'what readers'],
  ['a big whole number', '{5n}', 1, '{5n}', LITERAL, 'what readers'],
  ['an element in an expression', '{<b>two</b>}', 1, '{<b>two</b>}', LITERAL, 'what readers'],
  ['an expression in an element', '<aside>{x}</aside>', 8, '{x}', LITERAL, 'what readers'],
  ['a component that an expression calls', '{Note({})}', 1, '{Note({})}', LITERAL, 'what readers'],
  // Modules.
  ['an import of a component of the project', "import Note from '../../src/components/body/Note.astro'", 1, "import Note from '../../src/components/body/Note.astro'", 'imports nothing', 'Take the line out'],
  ['an import for its effects', "import './x.js'", 1, "import './x.js'", 'imports nothing', 'Take the line out'],
  ['an export of another module', "export * from 'node:fs'", 1, "export * from 'node:fs'", 'exports nothing', 'Take the line out'],
  ['a layout', 'export default ({ children }) => children', 1, 'export default ({ children }) => children', 'exports nothing', 'Take the line out'],
  // Elements.
  ['a script', '<script>alert(1)</script>', 1, '<script>', RUNS, 'Take it out'],
  ['a script in capitals', '<SCRIPT>alert(1)</SCRIPT>', 1, '<SCRIPT>', RUNS, 'Take it out'],
  ['a script in mixed letters', '<sCript>alert(1)</sCript>', 1, '<sCript>', RUNS, 'Take it out'],
  ['a template', '<template>x</template>', 1, '<template>', RUNS, 'Take it out'],
  ['a slot', '<slot />', 1, '<slot>', RUNS, 'Take it out'],
  ['a sheet of styles', '<style>x</style>', 1, '<style>', LOOKS, 'Take it out'],
  ['a link to a sheet', '<link href="https://holms.example/a.css" />', 1, '<link>', LOOKS, 'Take it out'],
  ['a font', '<font>x</font>', 1, '<font>', LOOKS, 'Take it out'],
  ['a frame', '<iframe src="https://holms.example/" />', 1, '<iframe>', LOADS, 'link to it'],
  ['an object', '<object data="x" />', 1, '<object>', LOADS, 'link to it'],
  ['an embedded file', '<embed src="x" />', 1, '<embed>', LOADS, 'link to it'],
  ['a film', '<video src="x" />', 1, '<video>', LOADS, 'link to it'],
  ['a sound', '<audio src="x" />', 1, '<audio>', LOADS, 'link to it'],
  ['a form', '<form action="https://holms.example/">x</form>', 1, '<form>', 'asks its readers nothing', 'Take it out'],
  ['a field', '<input />', 1, '<input>', 'asks its readers nothing', 'Take it out'],
  ['a button', '<button>x</button>', 1, '<button>', 'asks its readers nothing', 'Take it out'],
  ['a base for all addresses', '<base href="https://holms.example/" />', 1, '<base>', 'around a text is the archive’s', 'Take it out'],
  ['a policy of its own', '<meta httpEquiv="refresh" />', 1, '<meta>', 'around a text is the archive’s', 'Take it out'],
  ['a page in a page', '<html>x</html>', 1, '<html>', 'around a text is the archive’s', 'Take it out'],
  ['an element that turns text round', '<bdo dir="rtl">dnuof</bdo>', 1, '<bdo>', 'not turned round', '<bdi'],
  ['an element of one’s own', '<my-widget>x</my-widget>', 1, '<my-widget>', ELEMENT, 'Take it out'],
  ['an element of a namespace', '<svg:script>x</svg:script>', 1, '<svg:script>', ELEMENT, 'Take it out'],
  ['an element by what every object has', '<constructor>x</constructor>', 1, '<constructor>', ELEMENT, 'Take it out'],
  ['another of these', '<__proto__>x</__proto__>', 1, '<__proto__>', ELEMENT, 'Take it out'],
  ['an element in capitals', '<DIV>x</DIV>', 1, '<DIV>', ELEMENT, 'Write <div>'],
  ['lines kept by an element', '<pre>x</pre>', 1, '<pre>', 'a fence of Markdown', 'three backticks'],
  ['a tag without a name', '<>x</>', 1, '<>', 'has a name', 'Take <> and </> out'],
  ['a component that is not in the set', '<Entry />', 1, '<Entry>', COMPONENT, 'add Entry.astro there'],
  ['a part of a component', '<Note.Part />', 1, '<Note.Part>', COMPONENT, 'Write one of these'],
  ['what Astro has built in', '<Fragment>x</Fragment>', 1, '<Fragment>', COMPONENT, 'Write one of these'],
  ['a component by what every object has', '<ToString />', 1, '<ToString>', COMPONENT, 'Write one of these'],
  // Attributes.
  ['an attribute that runs', '<b onclick="alert(1)">x</b>', 4, 'onclick="alert(1)"', RUNS, 'Take onclick out'],
  ['one in the letters of React', '<b onClick={alert}>x</b>', 4, 'onClick={alert}', RUNS, 'Take onClick out'],
  ['one without a value', '<b onload>x</b>', 4, 'onload', RUNS, 'Take onload out'],
  ['a style', '<b style="color:red">x</b>', 4, 'style="color:red"', LOOKS, 'Take style out'],
  ['a style as an object', "<b style={{ color: 'red' }}>x</b>", 4, "style={{ color: 'red' }}", LOOKS, 'Take style out'],
  ['a class of the page’s own', '<b class="permalink">x</b>', 4, 'class="permalink"', LOOKS, 'Take class out'],
  ['a class in the letters of React', '<b className="permalink">x</b>', 4, 'className="permalink"', LOOKS, 'Take className out'],
  ['an id', '<b id="figures">x</b>', 4, 'id="figures"', 'Ids are the archive’s', 'Take id out'],
  ['an id as a permalink', '<b id={"p-aaaaaaaa"}>x</b>', 4, 'id={"p-aaaaaaaa"}', 'Ids are the archive’s', 'Take id out'],
  ['a name for an anchor', '<a name="names">x</a>', 4, 'name="names"', 'Ids are the archive’s', 'Take name out'],
  ['data', '<b data-footnote-ref="">x</b>', 4, 'data-footnote-ref=""', '<b> takes the attributes lang, dir, title', 'Take data-footnote-ref out'],
  ['a role', '<b role="alert">x</b>', 4, 'role="alert"', '<b> takes the attributes', 'Take role out'],
  ['a slot of the page', '<p slot="head">x</p>', 4, 'slot="head"', READERS, 'Take slot out'],
  ['HTML as an attribute', '<b set:html="<script>">x</b>', 4, 'set:html="<script>"', READERS, 'Take set:html out'],
  ['HTML in the letters of React', '<b dangerouslySetInnerHTML={{ __html: 1 }} />', 4, 'dangerouslySetInnerHTML={{ __html: 1 }}', READERS, 'Take dangerouslySetInnerHTML out'],
  ['a directive of Astro', '<b is:raw>x</b>', 4, 'is:raw', READERS, 'Take is:raw out'],
  ['another of these', '<b define:vars={{ x: 1 }}>x</b>', 4, 'define:vars={{ x: 1 }}', READERS, 'Take define:vars out'],
  ['an attribute of a namespace', '<a xlink:href="/">x</a>', 4, 'xlink:href="/"', READERS, 'Take xlink:href out'],
  ['attributes spread out', '<b {...{ onclick: 1 }}>x</b>', 4, '{...{ onclick: 1 }}', 'An attribute has a name and a literal', 'name="value"'],
  ['a value that is none', '<abbr title={x}>x</abbr>', 7, 'title={x}', LITERAL, 'what readers'],
  ['a control character in a value', '<abbr title="&#x7;">x</abbr>', 7, 'title="\u0007"', 'no control characters', 'Take the character out'],
  ['a direction control in a value', '<abbr title={"\\u202e"}>x</abbr>', 7, 'title={"\\u202e"}', 'bidirectional control', 'Take the character out'],
  ['a language that is none', '<span lang="english">x</span>', 7, 'lang="english"', 'BCP 47', 'Write the tag'],
  ['a direction that is none', '<span dir="up">x</span>', 7, 'dir="up"', 'one of ltr, rtl, auto', 'one of these words'],
  ['a time that is none', '<time datetime="soon">x</time>', 7, 'datetime="soon"', 'a year, a month, a day or a moment', '2023-10-16'],
  ['a start that is no number', '<ol start="1e9"><li>x</li></ol>', 5, 'start="1e9"', 'a whole number from', 'in digits'],
  ['an attribute twice', '<abbr title="a" title="b">x</abbr>', 17, 'title="b"', 'An attribute stands once', 'Keep one'],
  ['an attribute in capitals', '<a HREF="/2031/">x</a>', 4, 'HREF="/2031/"', '<a> takes the attributes href', 'Write href for HREF'],
  ['a window of its own', '<a href="/2031/" target="_blank">x</a>', 18, 'target="_blank"', LOADS, 'Take target out'],
  ['a component hydrated', '<Note by="archive" client:load>x</Note>', 20, 'client:load', '<Note> takes by and nothing else', 'Take client:load out'],
  ['an attribute that a component does not take', '<Note by="archive" at="2031">x</Note>', 20, 'at="2031"', '<Note> takes by and nothing else', 'src/components/body/Note.astro'],
  ['a value that a component does not take', '<Note by="anyone">x</Note>', 7, 'by="anyone"', 'by of <Note> is “archive” or “publisher”', 'in quotation marks'],
  ['a value of a component that is none', '<Note by={x}>y</Note>', 7, 'by={x}', LITERAL, 'what readers'],
  ['a component without what it needs', '<Note>x</Note>', 1, '<Note>', '<Note> has the attribute by', 'Write by="…"'],
  // Addresses.
  ['a script as an address', '<a href="javascript:alert(1)">x</a>', 4, 'javascript:alert(1)', STARTS, 'whole address'],
  ['one as a literal', '<a href={"javascript:alert(1)"}>x</a>', 4, 'javascript:alert(1)', STARTS, 'whole address'],
  ['one in mixed letters', '[x](jAvAsCrIpT:alert(1))', 1, 'jAvAsCrIpT:alert(1)', STARTS, 'whole address'],
  ['one with a reference for its colon', '[x](javascript&colon;alert)', 1, 'javascript:alert', STARTS, 'whole address'],
  ['one with references in its name', '[x](java&#115;cript:alert)', 1, 'javascript:alert', STARTS, 'whole address'],
  ['one parted by a tab', '<a href="java&#9;script:x">x</a>', 4, 'href="java\tscript:x"', 'This text is one line', 'without line breaks or tabs'],
  ['one parted by a line feed', '[x](java&#10;script:x)', 1, 'java%0Ascript:x', STARTS, 'whole address'],
  ['one after a space', '<a href=" javascript:x">x</a>', 4, 'href=" javascript:x"', 'no spaces around it', 'Write “'],
  ['one after a control character', '[x](&#1;javascript:x)', 1, '%EF%BF%BDjavascript:x', STARTS, 'whole address'],
  ['one as a definition', '[x][y]\n\n[y]: javascript:x', 1, 'javascript:x', STARTS, 'whole address'],
  ['data as an address', '[x](data:text/html,<b>)', 1, 'data:text/html,%3Cb%3E', STARTS, 'whole address'],
  ['a script of another kind', '[x](vbscript:x)', 1, 'vbscript:x', STARTS, 'whole address'],
  ['a file of the disk', '[x](file:///etc/passwd)', 1, 'file:///etc/passwd', STARTS, 'whole address'],
  ['an address without its protocol', '[x](//holms.example/)', 1, '//holms.example/', STARTS, 'whole address'],
  ['an address that browsers take for such', '[x](/\\\\holms.example/)', 1, '/%5Cholms.example/', 'leads to a page that it has', 'ends in a slash'],
  ['a way out of the archive', '<a href="/../package.json">x</a>', 4, '/../package.json', 'leads to a page that it has', 'ends in a slash'],
  ['a name before the host', '[x](https://ada@holms.example/)', 1, 'https://ada@holms.example/', 'names no user and no password', 'before the @'],
  ['a protocol without a host', '[x](https:holms.example)', 1, 'https:holms.example', HOST, 'address bar'],
  ['a space in an address', '<a href="https://holms.example/a b">x</a>', 4, 'https://holms.example/a b', FORM, 'where such signs are encoded'],
  ['a direction control in the language of code', '```js&#x202e;\nx\n```', 1, '\u202e', 'bidirectional control', 'Take the character out'],
  ['a direction control in a title', '[x](/2031/ "&#x202e;")', 1, '\u202e', 'bidirectional control', 'Take the character out'],
  // Pictures.
  ['a picture of another host', '![A map](https://holms.example/map.png)', 1, 'https://holms.example/map.png', OTHER_HOST, 'Save the file beside the entry'],
  ['a picture in a link', '[![A map](map.png)](/2031/)', 2, 'map.png', PICTURES, 'Put blank lines around it'],
  ['a picture by reference', '![A map][m]\n\n[m]: https://holms.example/map.png', 1, 'A map', PICTURES, 'Put blank lines around it'],
  ['a picture by a reference in short', '![m]\n\n[m]: /map.png', 1, 'm', PICTURES, 'Put blank lines around it'],
  ['a picture as data', '![x](data:image/png;base64,AA)', 1, 'data:image/png;base64,AA', OTHER_HOST, 'Save the file beside the entry'],
  ['a picture as an element', '<img src="https://holms.example/a.png" alt="x" />', 1, '<img>', PICTURES, 'Write ![what it shows](boat.jpg) in place of the element'],
  ['a picture of Astro', '<Image src="a.png" />', 1, '<Image>', PICTURES, 'Write ![what it shows](boat.jpg) in place of the element'],
  ['a picture among several', '<picture></picture>', 1, '<picture>', PICTURES, 'Write ![what it shows](boat.jpg) in place of the element'],
  ['a drawing', '<svg onload="alert(1)" />', 1, '<svg>', PICTURES, 'Write ![what it shows](boat.jpg) in place of the element'],
  // What stands in what.
  ['a block among words', 'A <aside>word</aside> more.', 3, '<aside>', OWN_LINE, 'blank lines'],
  ['a component among words', 'A <Note by="archive">word</Note> more.', 3, '<Note>', OWN_LINE, 'blank lines'],
  ['a block in a heading', '## A <div>word</div>', 6, '<div>', OWN_LINE, 'blank lines'],
  ['an item without a list', '<li>x</li>', 1, '<li>', '<li> stands in <ul> or <ol>', 'Write that around it'],
  ['a cell without a row', '<td>x</td>', 1, '<td>', '<td> stands in <tr>', 'Write that around it'],
  ['words in a list', '<ul>words</ul>', 5, 'words', '<ul> holds <li>', 'no such thing'],
  ['a link in a link', '<a href="/2031/">x [y](/2031/)</a>', 20, '/2031/', 'does not stand in a link', 'one of the two'],
  ['a footnote in a link', '[A[^1]](/2031/)\n\n[^1]: One.', 3, '[^1]', 'does not stand in a link', 'one of the two'],
  ['a break that says something', 'A<br title="b" />c', 6, 'title="b"', '<br> takes no attributes', 'Take title out'],
  ['words in what holds nothing', 'A<br>word</br>.', 2, '<br>', 'holds nothing', 'Close it at once'],
  ['footnotes of one id', 'A[^1] b[^1] c[^1-2].\n\n[^1]: One.\n\n[^1-2]: Two.', 14, '[^1-2]', 'an id of its own', '[^1] is marked so'],
];

// Those of which the place is not on the line of the text, or that have more to say.
// biome-ignore format: a table, a fault a row
const PLACED: Fault[] = [
  ['a script in a cell', body('| A |\n| - |\n| <script>x</script> |'), '29:3', '<script>', RUNS, 'Take it out'],
  ['mathematics', body('<math />'), '27:1', '<math>', ELEMENT, 'Take it out'],
  ['two paragraphs in one', body('<p>\nOne.\n\nTwo.\n</p>'), '28:1', 'One.', '<p> holds words, and no blocks', 'Take what is no such thing'],
  ['a note that nothing marks', body('A word.\n\n[^n]: The lamp was lit.'), '29:1', '[^n]', 'a mark in the text leads to it', 'Write [^n] where it belongs'],
  ['a note that marks itself alone', body('A[^a].\n\n[^a]: Lit.\n\n[^b]: See[^b].'), '31:1', '[^b]', 'a mark in the text leads to it', 'Write [^b]'],
  ['a note of a label that has one', body('A[^n].\n\n[^n]: Lit.\n\n[^N]: Not lit.'), '31:1', '[^N]', 'A label is defined once', 'another label'],
  ['a link of a label that has one', body('[A][n].\n\n[n]: /2031/\n[N]: /2032/'), '30:1', '[N]', 'A label is defined once', 'another label'],
  ['words taken for the address of a link', body('A word.\n\n[Editor]: corrected'), '29:1', '[Editor]', 'defines a link, and shows nothing', 'Write \\[ for'],
  ['words taken for the title of a link', body('A word.\n\n[Editor]: /2031/ "It was lit."'), '29:1', '[Editor]', 'defines a link, and shows nothing', 'take the line out'],
  ['a picture in a note', body('A[^1].\n\n[^1]: ![x](y.png)'), '29:7', 'y.png', UNKNOWN, 'Add to the frontmatter'],
  ['a picture in a component', body('<Note by="archive">\n\n![x](y.png)\n\n</Note>'), '29:1', 'y.png', UNKNOWN, 'Add to the frontmatter'],
];

function body(text: string) {
  return { [ARTICLE]: mdx(FRONTMATTER, `${BODY}\n${text}\n`) };
}

testFaults([
  ...ROWS.map(
    ([name, text, column, ...said]): Fault => [name, body(text), `27:${column}`, ...said],
  ),
  ...PLACED,
]);
