import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { placed } from './read.ts';

const rdf = (items: string) => `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/"
 xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">${items}</rdf:RDF>`;

const person = (given: string, family: string) =>
  `<rdf:li><foaf:Person><foaf:surname>${family}</foaf:surname><foaf:givenName>${given}</foaf:givenName></foaf:Person></rdf:li>`;

const ARTICLE = `<bib:Article rdf:about="https://courier.example/1">
 <z:itemType>newspaperArticle</z:itemType>
 <dcterms:isPartOf><bib:Newspaper><dc:identifier>ISSN 1234-5678</dc:identifier><dc:title>The Quern Courier</dc:title></bib:Newspaper></dcterms:isPartOf>
 <bib:authors><rdf:Seq>${person('Ismene', 'Kott')}${person('Jon', 'Brandt')}</rdf:Seq></bib:authors>
 <dcterms:isReferencedBy rdf:resource="#item_3"/><dcterms:isReferencedBy rdf:resource="#item_5"/>
 <link:link rdf:resource="#item_4"/>
 <dc:subject>lamps</dc:subject><dc:subject><z:AutomaticTag><rdf:value>keepers</rdf:value></z:AutomaticTag></dc:subject>
 <dc:title>The lamp of Quern &lt;script&gt; {x}</dc:title>
 <dcterms:abstract>Who kept it.</dcterms:abstract><dc:date>2021-04-02</dc:date><z:language>en-GB</z:language>
 <dc:description>my own extra words</dc:description>
 <dc:identifier><dcterms:URI><rdf:value>https://courier.example/1</rdf:value></dcterms:URI></dc:identifier>
 <dcterms:dateSubmitted>2021-05-06 10:00:00</dcterms:dateSubmitted>
 <prism:edition>late</prism:edition><bib:pages>A1</bib:pages>
</bib:Article>`;
const OWN = `<bib:Memo rdf:about="#item_3"><rdf:value>I doubt it</rdf:value></bib:Memo>
<z:Attachment rdf:about="#item_4"><z:itemType>attachment</z:itemType><dc:title>secret.pdf</dc:title><z:path>/home/kott/secret.pdf</z:path></z:Attachment>
<z:Collection rdf:about="#collection_1"><dc:title>To be read</dc:title></z:Collection>`;

suite('RDF of Zotero', () => {
  test('each element that has a place here; notes and files are counted, and never read', async () => {
    const items = await placed(rdf(ARTICLE + OWN));
    const article = items.get(', item 1');
    assert.ok(typeof article === 'object');
    const {
      sha256: _,
      named: __,
      mdx: ___,
      paragraphs: ____,
      published: _____,
      ...facts
    } = article;
    assert.deepEqual(facts, {
      kind: 'none',
      title: 'The lamp of Quern <script> {x}',
      date: '2021-04-02',
      author: 'Ismene Kott, Jon Brandt',
      publisher: 'The Quern Courier',
      url: 'https://courier.example/1',
      accessed: '2021-05-06',
      lang: 'en-GB',
      summary: 'Who kept it.',
      subjects: ['lamps', 'keepers'],
      volume: undefined,
      issue: undefined,
      edition: 'late',
      page: 'A1',
      notes: [
        '2 notes of its owner and a file left out',
        'its fields “description”, “ISSN” left out',
      ],
    });
    assert.deepEqual(
      [...items.values()].slice(1).map((item) => `${item}`.split(':')[0]),
      ['private', 'attachment'],
    );
    assert.doesNotMatch(JSON.stringify([...items]), /doubt|secret|To be read|extra words/);
  });

  test('a newspaper that several items refer to, before it stands', async () => {
    const items = await placed(
      rdf(`<bib:Article rdf:about="#1"><z:itemType>magazineArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:issn:1"/><dc:title>Quern</dc:title><dc:date>2021-04-02</dc:date></bib:Article>
<bib:Journal rdf:about="urn:issn:1"><dc:title>The Monthly</dc:title><prism:volume>3</prism:volume><prism:number>4</prism:number></bib:Journal>`),
    );
    const [item, ...others] = [...items.values()];
    assert.ok(typeof item === 'object' && others.length === 0);
    assert.deepEqual([item.publisher, item.volume, item.issue], ['The Monthly', '3', '4']);
  });

  test('what is no article is passed over by what it is, and a month is no day', async () => {
    const of = (kind: string) =>
      `<rdf:Description rdf:about="#${kind}"><z:itemType>${kind}</z:itemType><dc:title>Quern</dc:title><dc:date>April 2021</dc:date></rdf:Description>`;
    const items = await placed(
      rdf(
        ['webpage', 'book', 'thesis', 'letter', 'email', 'interview', 'manuscript']
          .map(of)
          .join(''),
      ),
    );
    const [page, ...others] = [...items.values()];
    assert.ok(typeof page === 'object' && page.date === undefined);
    assert.match(page.notes?.join() ?? '', /“April 2021” names no day/);
    assert.deepEqual(
      others.map((item) => `${item}`.split(':')[0]),
      ['book', 'thesis', 'letter', 'letter', 'interview', 'manuscript'],
    );
  });

  test('what says that it is not public is passed over', async () => {
    const of = (field: string) =>
      `<rdf:Description rdf:about="#a"><z:itemType>webpage</z:itemType><dc:title>Quern</dc:title>${field}</rdf:Description>`;
    const items = await placed(
      rdf(
        [
          '<z:visibility>private</z:visibility>',
          '<z:status>draft</z:status>',
          '<z:status>published</z:status>',
        ]
          .map(of)
          .join(''),
      ),
    );
    assert.deepEqual(
      [...items.values()].map((item) => (typeof item === 'string' ? item.split(':')[0] : 'read')),
      ['private', 'draft', 'read'],
    );
  });

  test('a feed of RDF is still one', async () => {
    const [item] = (
      await placed(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://a.example/"><title>Q</title></channel><item rdf:about="https://a.example/1"><title>Quern</title><link>https://a.example/1</link><description>The lamp was lit again.</description></item></rdf:RDF>',
      )
    ).values();
    assert.doesNotMatch(typeof item === 'string' ? item : '', /Zotero/);
  });
});
