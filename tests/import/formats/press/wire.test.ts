import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readItems, statedIn } from '../../../support/items.ts';

const DOCDATA = `<docdata management-status="usable"><doc-id id-string="urn:wire:1" regsrc="CA"/>
  <date.issue norm="20310402T091500+0200"/><ed-msg info="Adds passengers"/>
  <doc.copyright holder="Coast Agency" year="2031"/><series series.name="Tides" series.part="2"/>
  <key-list><keyword key="ferry"/></key-list>
  <identified-content><org>Harbour Board</org></identified-content></docdata>`;

const nitf = (docdata = DOCDATA, content = '') => `<?xml version="1.0"?>
<!DOCTYPE nitf SYSTEM "nitf-3-6.dtd" [<!ENTITY boom "boom boom">]>
<nitf baselang="en-GB"><head><title>Ferry</title>
<tobject><tobject.subject tobject.subject.type="Transport" tobject.subject.detail="shipping"/></tobject>
${docdata}</head><body><body.head>
<hedline><hl1>Ferry runs again</hl1><hl2>A week after the gale</hl2></hedline>
<byline>By <person>Ada Varga</person><byttl>Shipping Writer</byttl></byline>
<dateline><location>PORT ANSEL</location><story.date norm="20310402"/></dateline></body.head>
<body.content><block><p>The ferry left&nbsp;&mdash; <em>late</em>, said <person>Ismene Kott&rsquo;s</person> office.</p>
<hl2>What next</hl2><ol><li>Repairs.</li><li>Tests.</li></ol>
<nitf-table><nitf-table-metadata>x</nitf-table-metadata><table><tr><th>Day</th></tr><tr><td>Friday</td></tr></table></nitf-table>
<bq><block><p>We are glad.</p></block></bq><note noteclass="editorsnote"><p>Not for print</p></note>${content}
</block></body.content><body.end><tagline>Ada Varga reports from Port Ansel.</tagline></body.end></body></nitf>`;

suite('NITF', () => {
  test('what an item states, and its text as it is', async () => {
    assert.deepEqual(await statedIn(nitf()), {
      title: 'Ferry runs again',
      date: '2031-04-02',
      published: '2031-04-02T09:15:00+02:00',
      author: 'Ada Varga',
      publisher: 'Coast Agency',
      url: 'urn:wire:1',
      lang: 'en-GB',
      summary: 'A week after the gale',
      subjects: ['shipping', 'ferry'],
      named: { people: ['Ismene Kott'], organisations: ['Harbour Board'] },
      located: 'PORT ANSEL',
      mdx:
        'The ferry left — *late*, said Ismene Kott’s office.\n\n## What next\n\n1. Repairs.\n2. Tests.\n\n' +
        '| Day    |\n| ------ |\n| Friday |\n\n> We are glad.\n\nAda Varga reports from Port Ansel.\n',
      notes: [
        '“Shipping Writer” of its byline left out',
        'its note to editors left out: “Adds passengers”',
        'it is part 2 of “Tides”',
      ],
    });
  });

  test('what is withheld, taken back or held until a day to come is passed over', async () => {
    for (const [docdata, why] of [
      ['<docdata management-status="canceled"/>', 'its status is “canceled”, not usable'],
      ['<docdata management-status="Withheld"/>', 'its status is “withheld”, not usable'],
      [
        '<docdata><date.release norm="29990101T000000+0000"/></docdata>',
        'it is held until 29990101T000000+0000',
      ],
      [
        '<docdata><ed-msg info="EMBARGOED until Friday"/></docdata>',
        'its note to editors holds it back (“EMBARGOED until Friday”): if it is public, give it as text',
      ],
    ] as const)
      assert.deepEqual(await readItems(nitf(docdata)), [why]);
    const past = '<docdata><date.release norm="20130402T091500+0200"/></docdata>';
    assert.equal((await statedIn(nitf(past))).date, '2031-04-02');
  });

  test('lines as they were sent: one that is set in begins a paragraph', async () => {
    const sent = '<p>First line\nand its end.\n   Second\nparagraph.\n   * Third.</p>';
    const { mdx } = await statedIn(nitf(DOCDATA, sent));
    assert.match(`${mdx}`, /First line and its end\.\n\nSecond paragraph\.\n\n\\?\* Third\./);
  });

  test('no entity of a document type is expanded', async () => {
    for (const entity of ['&boom;', '&constructor;'])
      await assert.rejects(readItems(nitf(DOCDATA, `<p>${entity}</p>`)), /undefined entity/);
  });
});

const item = (
  status: string,
  content: string,
  meta = '',
) => `<newsItem guid="urn:newsml:1:${status}"
  xml:lang="en"><rightsInfo><usageTerms>For subscribers</usageTerms></rightsInfo>
  <itemMeta><itemClass qcode="ninat:text"/><provider><name>Coast Agency</name></provider>
  <versionCreated>2031-04-03T10:00:00Z</versionCreated><pubStatus qcode="stat:${status}"/>${meta}</itemMeta>
  <contentMeta><contentCreated>2031-04-02T09:00:00+02:00</contentCreated>
  <located><name>Port Ansel</name></located><by>By Ada Varga</by><headline>Ferry runs again</headline>
  <subject type="cpnat:person" qcode="p:1"><name>Ismene Kott</name></subject>
  <subject type="cpnat:abstract"><name>shipping</name></subject>
  <subject qcode="x:1" literal="id"/><language tag="en-GB"/>
  <description role="drol:summary">After a week.</description></contentMeta>
  <contentSet>${content}<remoteContent href="p.jpg"/></contentSet></newsItem>`;

const XHTML = `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
  <body><header><p>10:00</p></header><h2>Now</h2><p>The <b>ferry</b> left.</p></body></html></inlineXML>`;
const message = (...items: string[]) =>
  `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>${items.join('')}</itemSet></newsMessage>`;

suite('NewsML-G2', () => {
  test('what an item states, with its text as XHTML', async () => {
    assert.deepEqual(await statedIn(message(item('usable', XHTML))), {
      title: 'Ferry runs again',
      date: '2031-04-02',
      published: '2031-04-02T09:00:00+02:00',
      author: 'Ada Varga',
      publisher: 'Coast Agency',
      url: 'urn:newsml:1:usable',
      lang: 'en-GB',
      summary: 'After a week.',
      subjects: ['shipping'],
      named: { people: ['Ismene Kott'] },
      located: 'Port Ansel',
      mdx: '## Now\n\nThe **ferry** left.\n',
      media: [
        {
          kind: 'photograph',
          name: 'p.jpg',
          urls: [],
          reason: 'It does not lie with its source.',
          position: 'head',
        },
      ],
      notes: ['its terms of use: “For subscribers”'],
    });
  });

  test('several items: NITF and plain words; packages and what is not usable passed over', async () => {
    const nar =
      '<nitf xmlns="x"><body><body.head><byline>Ole Aas</byline></body.head><body.content><p>One.</p></body.content></body></nitf>';
    const found = await readItems(
      message(
        '<packageItem><itemRef residref="1"/></packageItem>',
        item('usable', `<inlineXML>${nar}</inlineXML>`),
        item('withheld', XHTML),
        item('usable', XHTML, '<embargoed>2999-01-01T00:00:00Z</embargoed>'),
        item('usable', '<inlineData contenttype="text/plain">One.\n\nTwo &lt;3.</inlineData>'),
        item(
          'usable',
          '<inlineXML><sports-content><team>Ansel</team></sports-content></inlineXML>',
        ),
      ),
    );
    assert.deepEqual(
      found.map((one) => (typeof one === 'string' ? one : one.mdx)),
      [
        'it is a packageitem, not a text',
        'One.\n',
        'its status is “withheld”, not usable',
        'it is embargoed until 2999-01-01T00:00:00Z',
        'One.\n\nTwo \\<3.\n',
        'it has no text',
      ],
    );
  });

  test('where its XML breaks off, the items before are read', async () => {
    const broken = message(item('usable', XHTML), item('usable', XHTML)).slice(0, -300);
    const seen: string[] = [];
    await assert.rejects(async () => {
      for await (const { found } of (
        await import('../../../../src/import/reader/reading.ts')
      ).readInput({ name: 'x', bytes: new TextEncoder().encode(broken) }, undefined))
        seen.push(Object.keys(found)[0] ?? '');
    }, /no well-formed XML/);
    assert.deepEqual(seen, ['document']);
  });
});

suite('NewsML 1', () => {
  const newsml = (
    status: string,
  ) => `<NewsML Version="1.2"><NewsItem xml:lang="en"><Identification><NewsIdentifier>
    <PublicIdentifier>urn:newsml:1</PublicIdentifier></NewsIdentifier></Identification>
    <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20310402T091500+0000</FirstCreated>
    <Status FormalName="${status}"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferry runs again</HeadLine>
    <ByLine>By Ada Varga</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="CA"/></Provider></AdministrativeMetadata>
    <DescriptiveMetadata><Language FormalName="en"/><Property FormalName="Keyword" Value="ferry"/>
    <Location HowPresent="Origin"><Property FormalName="City" Value="Port Ansel"/></Location></DescriptiveMetadata>
    <ContentItem><MediaType FormalName="Photo"/><DataContent>iVBO</DataContent></ContentItem>
    <ContentItem><MediaType FormalName="Text"/><DataContent><p>One.</p><p>Two.</p></DataContent></ContentItem>
    </NewsComponent></NewsItem></NewsML>`;

  test('what an item states', async () => {
    assert.deepEqual(await statedIn(newsml('Usable')), {
      title: 'Ferry runs again',
      date: '2031-04-02',
      published: '2031-04-02T09:15:00+00:00',
      author: 'Ada Varga',
      publisher: 'CA',
      url: 'urn:newsml:1',
      lang: 'en',
      subjects: ['ferry'],
      located: 'Port Ansel',
      mdx: 'One.\n\nTwo.\n',
      notes: [],
    });
  });

  test('what is not usable is passed over', async () => {
    assert.deepEqual(await readItems(newsml('Embargoed')), ['its status is “embargoed”']);
    assert.deepEqual(await readItems(newsml('Canceled')), ['its status is “canceled”']);
  });
});
