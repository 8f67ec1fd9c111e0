import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readItems, statedIn } from '../../../support/items.ts';

const jats = (type = 'research-article', meta = '') => `<?xml version="1.0"?>
<!DOCTYPE article PUBLIC "-//NLM//DTD JATS (Z39.96) v1.2//EN" "a.dtd" [<!ENTITY a "b">]>
<article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="${type}" xml:lang="en"><front>
<journal-meta><journal-title-group><journal-title>Tides</journal-title></journal-title-group></journal-meta>
<article-meta><article-id pub-id-type="doi">10.5555/t.1</article-id>
<article-categories><subj-group><subject>Shipping</subject></subj-group></article-categories>
<title-group><article-title>Ferries in <italic>gales</italic></article-title></title-group>
<contrib-group><contrib contrib-type="author"><name><surname>Varga</surname><given-names>Ada</given-names></name></contrib>
<contrib contrib-type="author"><collab>The Harbour Group</collab></contrib>
<contrib contrib-type="editor"><name><surname>Aas</surname></name></contrib></contrib-group>
<pub-date pub-type="ppub"><year>2031</year></pub-date>
<pub-date pub-type="epub"><day>2</day><month>4</month><year>2031</year></pub-date>
<abstract><p>What a gale does.</p></abstract><kwd-group><kwd>gale</kwd></kwd-group>${meta}</article-meta></front>
<body><sec><label>1</label><title>Methods</title><p>We waited<xref ref-type="fn" rid="f1">1</xref>, see <xref ref-type="bibr" rid="r1">[1]</xref>.
<list list-type="order"><list-item><p>One</p></list-item><list-item><p>Two</p></list-item></list></p>
<sec><title>Waves</title><p>They were <bold>high</bold>, <ext-link xlink:href="https://tides.example/">as known</ext-link>.</p></sec></sec>
<table-wrap><label>Table 1.</label><caption><p>Heights.</p></caption><table><tr><th>Day</th></tr><tr><td>Friday</td></tr></table></table-wrap>
<disp-quote><p>It blew.</p></disp-quote></body>
<back><ack><title>Thanks</title><p>To all.</p></ack><fn-group><fn id="f1"><label>1</label><p>For a week.</p></fn></fn-group>
<ref-list><ref id="r1"><mixed-citation>Aas, Tides.</mixed-citation></ref></ref-list></back></article>`;

suite('JATS', () => {
  test('what an article states, with its sections, table and notes', async () => {
    assert.deepEqual(await statedIn(jats()), {
      title: 'Ferries in gales',
      date: '2031-04-02',
      published: '2031-04-02',
      author: 'Ada Varga, The Harbour Group',
      publisher: 'Tides',
      url: 'https://doi.org/10.5555/t.1',
      lang: 'en',
      summary: 'What a gale does.',
      subjects: ['Shipping', 'gale'],
      mdx:
        '## Methods\n\nWe waited[^1], see \\[1].\n\n1. One\n\n2. Two\n\n### Waves\n\n' +
        'They were **high**, [as known](https://tides.example/).\n\nTable 1. Heights.\n\n' +
        '| Day    |\n| ------ |\n| Friday |\n\n> It blew.\n\n## Thanks\n\nTo all.\n\n[^1]: For a week.\n',
      notes: ['one reference left out'],
    });
  });

  test('what is taken back, a draft or under embargo is passed over', async () => {
    for (const [article, why] of [
      [jats('retracted-article'), /^it is marked as “retracted-article”/],
      [jats().replace('>Ferries', '>RETRACTED: Ferries'), /^it is marked as “RETRACTED/],
      [
        jats(
          'x',
          '<custom-meta-group><custom-meta><meta-name>status</meta-name><meta-value>draft</meta-value></custom-meta></custom-meta-group>',
        ),
        /^its status is “draft”/,
      ],
      [jats('x', '<pub-date date-type="embargo" iso-8601-date="2999-01-01"/>'), /^it is embargoed/],
    ] as const)
      assert.match(`${(await readItems(article))[0]}`, why);
  });

  test('a month is no day', async () => {
    const { date, notes } = await statedIn(jats().replace('<day>2</day>', ''));
    assert.equal(date, undefined);
    assert.match(`${notes?.[0]}`, /^it gives no day, but “/);
  });
});

const tei = (
  header = '',
  status = 'approved',
) => `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
<fileDesc><titleStmt><title>Ferry news</title><author>Ada Varga</author></titleStmt>
<publicationStmt><publisher>Ansel Library</publisher><date when="2099-01-01"/></publicationStmt>
<sourceDesc><bibl><date when="1901-04-02">2 April 1901</date></bibl></sourceDesc></fileDesc>
<profileDesc><langUsage><language ident="en"/></langUsage><textClass><keywords><term>ferries</term></keywords></textClass></profileDesc>
${header}<revisionDesc status="${status}"/></teiHeader>
<text><body><div><head>Ferry news</head><p>The <choice><sic>fery</sic><corr>ferry</corr></choice> left <placeName>Port An<lb break="no"/>sel</placeName><note place="foot">In rain.</note>
with <gap reason="damage"/> aboard; <del>two</del> <supplied>three</supplied> were <hi rend="italic">late</hi>.</p>
<list><item>Ropes</item></list><quote><p>We wait.</p></quote><fw>3</fw><lg><l>High tide,</l><l>low tide.</l></lg>
<table><row role="label"><cell role="label">Day</cell></row><row><cell>Friday</cell></row></table></div></body></text></TEI>`;

suite('TEI', () => {
  test('the text as its source has it, and what its edition says of it', async () => {
    assert.deepEqual(await statedIn(tei()), {
      title: 'Ferry news',
      date: '1901-04-02',
      published: '1901-04-02',
      author: 'Ada Varga',
      publisher: 'Ansel Library',
      lang: 'en',
      subjects: ['ferries'],
      named: { places: ['Port Ansel'] },
      mdx:
        'The fery left Port Ansel[^1] with \\[…] aboard; \\[three] were *late*.\n\n- Ropes\n\n> We wait.\n\n' +
        'High tide,\n\nlow tide.\n\n| Day    |\n| ------ |\n| Friday |\n\n[^1]: In rain.\n',
      notes: [
        'one gap of its source shown as […]',
        'one correction of its editor left out: the text is as its source has it',
        'one deletion left out',
        'one addition of its editor in [brackets]',
      ],
    });
  });

  test('a corpus, text by text; drafts passed over', async () => {
    const inner = (text: string) => text.replace('<?xml version="1.0"?>', '');
    const found = await readItems(
      `<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">${inner(tei())}${inner(tei('', 'draft'))}</teiCorpus>`,
    );
    assert.equal(typeof found[0], 'object');
    assert.equal(found[1], 'its status is “draft”');
  });
});
