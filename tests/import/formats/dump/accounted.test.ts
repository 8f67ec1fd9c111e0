import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import {
  bloggerExport,
  bloggerKind,
  ghostExport,
  restPost,
  wordPressExport,
} from '../../../support/exports.ts';
import { readingsOf } from '../../../support/readings.ts';

/** Every text, caption and address of what was published stands in the body, in a field, or in a note. */

/** Pieces of HTML as editors write them; what is to be accounted for is in `«»`. */
const OF_EDITORS = [
  '<figure class="wp-block-image"><img src="a.jpg" alt="x"><figcaption>«The quay by night» <em>«Ada Varga»</em></figcaption></figure>',
  '<figure class="wp-block-gallery"><figure><img src="a"><figcaption>«First boat»</figcaption></figure><figure><img src="b"><figcaption>«Second boat»</figcaption></figure><figcaption>«Boats of Quern»</figcaption></figure>',
  '<figure class="wp-block-pullquote"><blockquote><p>«We are glad»</p><cite>«Ismene Kott»</cite></blockquote></figure>',
  '<figure class="wp-block-table"><table><tr><td>«Tugs»</td></tr></table><figcaption>«Cost of tugs»</figcaption></figure>',
  '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\n«https://video.example/watch?v=12»\n</div><figcaption>«The launch»</figcaption></figure>',
  '<figure><video controls src="«https://files.example/a.mp4»"></video><figcaption>«The film»</figcaption></figure>',
  '<video><source src="«https://files.example/b.webm»"></video>',
  '<audio src="«https://files.example/a.mp3»"></audio>',
  '<p>Before <iframe src="«https://maps.example/quern»"></iframe> «after»</p>',
  '<iframe title="«A map of Quern»" src="//«maps.example/holms»"></iframe>',
  '<object data="«https://files.example/c.pdf»"></object>',
  '<embed src="«https://files.example/d.swf»">',
  '<form><label>«Your name»</label><input></form>',
  '<nav><a href="#x">«To the list»</a></nav>',
  '<details><summary>«More»</summary><p>«Of the lamp»</p></details>',
  '<div class="wp-block-buttons"><a class="wp-block-button__link" href="«https://courier.example/join»">«Join in»</a></div>',
  '<dl><dt>«Lamp»</dt><dd>«A light»</dd></dl>',
  '<table class="tr-caption-container"><tr><td><a href="b"><img src="b"></a></td></tr><tr><td class="tr-caption">«The lamp, seen from sea»</td></tr></table>',
  '<blockquote class="twitter-tweet"><p>«It burns»</p>— Osk <a href="«https://social.example/osk/1»">«April 7»</a></blockquote><script src="x.js"></script>',
  '<div class="kg-card kg-callout-card"><div class="kg-callout-text">«Mind the step»</div></div>',
  '<figure class="kg-bookmark-card"><a href="«https://osk.example/b»"><div>«A report»</div><div>«On lamps»</div></a></figure>',
  '<div class="kg-audio-card"><div class="kg-audio-title">«Song»</div><div class="kg-audio-player-container"><audio src="«https://files.example/e.mp3»"></audio><div class="kg-audio-player">0:00</div></div></div>',
  '<p>«One» <sup data-fn="a" class="fn"><a href="#a">1</a></sup></p>',
];

/** Texts of WordPress’s older editor. */
const OF_WORDPRESS = [
  '[caption id="a" width="300"]<img src="a"> «The quay». «Photo: Ada Varga»[/caption]',
  '[caption caption="«The old way»"]<a href="b"><img src="a"></a>[/caption]',
  '[wp_caption]<img src="a"> «With <b>emphasis</b>»[/wp_caption]',
  '[gallery ids="71,72"]\n\n«next»',
  '[embed]«https://video.example/3»[/embed]',
  '[youtube «https://www.youtube.com/watch?v=abc»]',
  '[youtube=«https://www.youtube.com/watch?v=abc»]',
  '[audio mp3="«https://files.example/f.mp3»"][/audio]',
  '[video width="1" mp4="«https://files.example/g.mp4»"]«words in it»[/video]',
  '[soundcloud url="«https://sound.example/1»"]',
  '[vc_row][vc_column width="1/2"][vc_column_text]«In a column»[/vc_column_text][/vc_column][/vc_row]',
  '[dropcap]«T»[/dropcap]he ferry',
  '[button link="«https://courier.example/give»" text="«Give now»"]',
  '[quote author="«Osk»"]«So be it»[/quote]',
  'A fact.[footnote]«Said on Monday»[/footnote] «Another».[ref]«Said at noon»[/ref]',
  '[contact-form-7 id="12" title="«Write to us»"]',
  '[my_widget]«and» [sic] «stay»',
  '[[gallery]] «is written»',
  '[code]«a = b»[/code]',
  '[a x="«]»"] «goes on»',
  '«One»<!--more-->«Two»<!--nextpage-->«Three»',
  '<pre>«a\n\nb»</pre>',
  '<!-- wp:acf/fact {"data":{"text":"«Lit in 1931»"}} /-->',
  '<!-- wp:block {"ref":«5»} /-->',
  '<!-- wp:freeform -->«First»\n\n«Second»<!-- /wp:freeform -->',
  '<!-- wp:list --><ul><!-- wp:list-item --><li>«Tea»</li><!-- /wp:list-item --></ul><!-- /wp:list -->',
  '«An unclosed» [bracket «and more»',
  '«A stray» [/close] «end»',
  '[team_member name="«Osk»"]«Keeps the lamp»[/team_member]',
  '<!-- wp:group {"metadata":{"blockVisibility":{"viewport":{"mobile":false}}}} --><p>«Wide»</p><!-- /wp:group -->',
];

const marked = (text: string) =>
  [...text.matchAll(/«([^»]*)»/gu)].map(([, words = '']) => words.replace(/<[^<>]*>/gu, ''));
const bare = (text: string) => text.replaceAll(/[«»]/gu, '');
const folded = (text: string) => text.replaceAll(/[\s\\*]+/gu, '');

async function accounted(input: string, wanted: readonly string[]) {
  const { stories, faults, skipped } = await readingsOf(input);
  assert.deepEqual([faults, skipped.filter(({ as }) => as !== 'attachment')], [[], []]);
  const [document] = stories;
  assert.ok(document);
  const { mdx, notes, summary, title, media = [] } = document;
  const under = media.flatMap(({ caption, creditLine, urls }) => [caption, creditLine, ...urls]);
  const all = folded([mdx, ...notes, summary, title, ...under].join('\n'));
  for (const words of wanted) assert.ok(all.includes(folded(words)), `${words}: ${mdx} ${notes}`);
  return document;
}

const LAST = 'The lighthouse of Quern was lit again.';

suite('what editors write', () => {
  for (const html of OF_EDITORS)
    test(html.slice(0, 80), async () => {
      const text = `${bare(html)}\n<p>${LAST}</p>`;
      const wanted = [...marked(html), LAST];
      await accounted(wordPressExport([{ content: text }]), wanted);
      await accounted(
        wordPressExport([{ content: `<!-- wp:html -->\n${text}\n<!-- /wp:html -->` }]),
        wanted,
      );
      await accounted(ghostExport([{ html: text }]), wanted);
      await accounted(JSON.stringify(restPost(text)), wanted);
      await accounted(bloggerExport([[bloggerKind('post'), text]]), wanted);
    });
});

suite('what WordPress writes', () => {
  for (const content of OF_WORDPRESS)
    test(content.slice(0, 80), async () => {
      const picture = { type: 'attachment', status: 'inherit', content: '' };
      const xml = wordPressExport([
        { content: `${bare(content)}\n\n${LAST}` },
        { ...picture, id: '71', excerpt: 'The first lamp' },
        { ...picture, id: '72', excerpt: '', meta: [['_media_credit', 'Ada Varga']] },
      ]);
      const pictures = content.includes('71,72') ? ['The first lamp', 'Ada Varga'] : [];
      await accounted(xml, [...marked(content), ...pictures, LAST]);
    });
});

/** Cards of Ghost’s editors, as both keep them. */
const CARDS: [kind: string, card: object][] = [
  ['image', { src: 'https://a.example/b.jpg', caption: '«The quay» <i>«Ada»</i>' }],
  ['gallery', { images: [{ src: 'a', caption: '«One»' }], caption: '«All»' }],
  ['embed', { url: '«https://video.example/9»', html: '<iframe></iframe>', caption: '«Seen»' }],
  [
    'bookmark',
    {
      url: '«https://osk.example/»',
      metadata: { title: '«Osk»', description: '«Of lamps»', publisher: '«Desk»' },
      caption: '«Read»',
    },
  ],
  ['html', { html: '<p>«As it is»</p>' }],
  ['markdown', { markdown: '## «Head»\n\n- «item» [«link»](«https://osk.example/m»)' }],
  ['codeblock', { code: '«a < b»', caption: '«Code»' }],
  ['callout', { calloutText: '«Mind» <b>«this»</b>' }],
  ['toggle', { heading: '«Open»', content: '<p>«Inside»</p>' }],
  ['button', { buttonText: '«Go»', buttonUrl: '«https://osk.example/go»' }],
  ['audio', { title: '«Song»', src: '«https://files.example/s.mp3»' }],
  [
    'file',
    { fileTitle: '«Report»', fileCaption: '«Of 1931»', src: '«https://files.example/r.pdf»' },
  ],
  ['header', { header: '«Great»', subheader: '«Greater»' }],
  [
    'product',
    {
      productTitle: '«Lamp»',
      productDescription: '<p>«Burns»</p>',
      productUrl: '«https://osk.example/lamp»',
    },
  ],
  ['«stranger»', { size: 3 }],
];

suite('what Ghost’s editors keep', () => {
  for (const [kind, card] of CARDS)
    test(`a card of the kind ${kind}`, async () => {
      const wanted = marked(JSON.stringify([kind, card])).map((words) =>
        words.replaceAll('\\n', ''),
      );
      const clean = JSON.parse(bare(JSON.stringify(card))) as object;
      const lexical = {
        root: {
          type: 'root',
          children: [
            { type: bare(kind), ...clean },
            { type: 'paragraph', children: [{ type: 'text', text: LAST }] },
          ],
        },
      };
      const mobiledoc = {
        version: '0.3.1',
        markups: [],
        atoms: [],
        cards: [[bare(kind), clean]],
        sections: [
          [10, 0],
          [1, 'p', [[0, [], 0, LAST]]],
        ],
      };
      await accounted(ghostExport([{ lexical: JSON.stringify(lexical) }]), [...wanted, LAST]);
      await accounted(ghostExport([{ mobiledoc: JSON.stringify(mobiledoc) }]), [...wanted, LAST]);
    });
});
