import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { readItems, statedIn } from '../../../support/items.ts';

const OF_SUPERDESK = {
  guid: 'urn:newsml:desk.example:2031:ferry',
  type: 'text',
  version: '3',
  versioncreated: '2031-04-02T09:30:00+0200',
  firstcreated: '2031-04-02T09:00:00+0200',
  pubstatus: 'usable',
  language: 'en',
  headline: 'Ferry runs again',
  slugline: 'FERRY',
  byline: 'By Ada Varga',
  source: 'Coast Agency',
  description_html: '<p>After a week the ferry runs.</p>',
  body_html: '<p>The ferry left.</p><ul><li>Nobody was hurt.</li></ul>',
  subject: [
    { code: '04', name: 'shipping' },
    { code: '05', name: 'weather' },
  ],
  place: [{ name: 'Port Ansel' }, { name: 'Coastland', rels: ['ancestor'] }],
  dateline: { located: { city: 'Port Ansel' }, text: 'PORT ANSEL, April 2' },
  ednote: 'Adds passengers.',
  associations: {
    featuremedia: { guid: 'p1', type: 'picture', description_text: 'The ferry at its pier.' },
  },
};

const json = (value: unknown) => JSON.stringify(value);

suite('ninjs as systems write it', () => {
  test('with guid, subject, associations: what it states', async () => {
    assert.deepEqual(await statedIn(json(OF_SUPERDESK)), {
      title: 'Ferry runs again',
      date: '2031-04-02',
      published: '2031-04-02T09:00:00+02:00',
      author: 'Ada Varga',
      publisher: 'Coast Agency',
      url: 'urn:newsml:desk.example:2031:ferry',
      lang: 'en',
      summary: 'After a week the ferry runs.',
      subjects: ['shipping', 'weather'],
      named: { places: ['Port Ansel'] },
      located: 'Port Ansel',
      mdx: 'The ferry left.\n\n- Nobody was hurt.\n',
      media: [
        {
          kind: 'photograph',
          caption: 'The ferry at its pier.',
          urls: [],
          reason: 'Its source has its caption, and names no file.',
          position: 'head',
        },
      ],
      notes: ['its note to editors left out: “Adds passengers.”'],
    });
  });

  test('alternative text of a picture where a name or role says that it is one, and nowhere else', async () => {
    const of = async (picture: object) => {
      const associations = { one: { guid: 'p1', type: 'picture', ...picture } };
      const { media = [], notes } = await statedIn(
        json({ ...OF_SUPERDESK, ednote: '', associations }),
      );
      const [{ altText, caption } = {}] = media as { altText?: string; caption?: string }[];
      return { altText, caption, notes };
    };
    const stated = { altText: 'A ferry', caption: 'The ferry at its pier.', notes: [] };
    const description_text = 'The ferry at its pier.';
    assert.deepEqual(await of({ description_text, description_alt: 'A ferry' }), stated);
    assert.deepEqual(await of({ description_text, description_altText: 'A ferry' }), stated);
    assert.deepEqual(await of({ description_text, altText: 'A ferry' }), stated);
    const descriptions = [
      { role: 'alt', contentType: 'text/plain', value: 'A ferry' },
      { value: description_text },
    ];
    assert.deepEqual(await of({ descriptions }), stated);
    assert.deepEqual(await of({ headline: 'Ferry runs', body_text: 'A ferry.' }), {
      altText: undefined,
      caption: 'Ferry runs',
      notes: ['the body text of a photograph left out: “A ferry.”'],
    });
  });

  test('in answers of systems: each item once, what is no item passed over', async () => {
    for (const around of [
      { _items: [OF_SUPERDESK, { _links: {} }] },
      { data: { items: [{ meta: {}, item: OF_SUPERDESK }, { meta: {} }] } },
      { hits: { hits: [{ _source: OF_SUPERDESK }, {}] } },
    ]) {
      const [one, other, ...rest] = await readItems(json(around));
      assert.ok(typeof one === 'object' && one.title === 'Ferry runs again');
      assert.equal(other, 'it is no item of ninjs');
      assert.deepEqual(rest, []);
    }
  });

  test('a package is passed over, and the texts that it holds whole are read', async () => {
    const held = { main: OF_SUPERDESK, list: [{ ...OF_SUPERDESK, type: 'picture' }] };
    const [whole, text, picture] = await readItems(
      json({ ...OF_SUPERDESK, type: 'composite', associations: held }),
    );
    assert.equal(whole, 'it is of type “composite”, not text');
    assert.ok(typeof text === 'object');
    assert.equal(picture, 'it is of type “picture”, not text');
  });

  test('what its desk has not published, or holds back, is passed over', async () => {
    for (const [field, why] of [
      [{ pubStatus: 'canceled' }, 'its status is “canceled”, not usable'],
      [{ state: 'in_progress' }, 'its status is “in_progress”, which is not known to be public'],
      [{ state: 'spiked' }, 'its status is “spiked”, which is not known to be public'],
      [{ embargoed: '2999-01-01T00:00:00Z' }, 'it is embargoed until 2999-01-01T00:00:00Z'],
      [
        { embargoedreason: 'Until the speech' },
        'it is under embargo without an end (“Until the speech”)',
      ],
      [{ publish_schedule: '2999-01-01T00:00:00Z' }, 'it is scheduled for 2999-01-01T00:00:00Z'],
      [
        { ednote: 'NOT FOR PUBLICATION before Friday' },
        'its note to editors holds it back (“NOT FOR PUBLICATION before Friday”): if it is public, give it as text',
      ],
    ] as const)
      assert.deepEqual(await readItems(json({ ...OF_SUPERDESK, ...field })), [why]);
    for (const field of [
      { state: 'published' },
      { embargoed: '2021-04-02T08:00:00Z', embargoedreason: 'Until the speech' },
      { ednote: 'Adds: the embargo on fish ends.' },
    ])
      assert.ok(typeof (await readItems(json({ ...OF_SUPERDESK, ...field })))[0] === 'object');
  });
});
