import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { addressForAll } from '../../../../src/import/formats/mail/link.ts';
import { readItems, statedIn } from '../../../support/items.ts';

const LIST = 'List-Id: Tides of Ansel <tides.gazette.example>\r\n';
const HEAD = `From: =?utf-8?q?S=C3=B8ren_Aas?= <desk@gazette.example>\r
To: Ada Varga <ada@reader.example>\r
Subject: =?utf-8?q?Ferry_runs_again_=E2=80=93_at_last?=\r
Date: Wed, 02 Apr 2031 09:15:00 +0200 (CEST)\r
Message-ID: <1@gazette.example>\r
MIME-Version: 1.0\r
`;
const HTML = `<html><body><div style="display:none">What you read first</div>
<table role="presentation"><tr><td><p>Hi Ada,</p><h2>The ferry</h2>
<p>It left <a href="https://gazette.example/2031/ferry?utm_source=mail&amp;mc_eid=ab12">on time</a>,
<a href="https://click.mailer.example/ls/AbCdEf0123456789AbCdEf0123456789">they say</a>.</p>
<table><tr><td>Day</td><td>Height</td></tr><tr><td>Friday</td><td>3 m</td></tr></table>
<img src="https://mailer.example/open/ada.gif" width="1" height="1"></td></tr>
<tr><td><p>This email was sent to ada@reader.example.</p></td></tr>
<tr><td><a href="https://gazette.example/u?x=1">Unsubscribe</a> | View in browser</td></tr></table></body></html>`;

const mixed = (extra = LIST) => `${HEAD}${extra}Content-Type: multipart/mixed; boundary="m"\r
\r
--m\r
Content-Type: multipart/alternative; boundary="a"\r
\r
--a\r
Content-Type: text/plain; charset=utf-8\r
\r
The plain words.\r
--a\r
Content-Type: text/html; charset=utf-8\r
Content-Transfer-Encoding: base64\r
\r
${Buffer.from(HTML).toString('base64')}\r
--a--\r
--m\r
Content-Type: application/pdf; name="x.pdf"\r
Content-Disposition: attachment; filename="x.pdf"\r
\r
%PDF\r
--m--\r
`;

const plain = (text: string, extra = LIST, head = HEAD) =>
  `${head}${extra}Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${text}`;

suite('e-mail', () => {
  test('a newsletter: its HTML, without what is for its recipient alone', async () => {
    const found = await statedIn(mixed());
    const { notes, mdx, ...stated } = found;
    assert.deepEqual(stated, {
      title: 'Ferry runs again – at last',
      date: '2031-04-02',
      published: '2031-04-02T09:15:00+02:00',
      author: 'Søren Aas',
      publisher: 'Tides of Ansel',
    });
    assert.match(
      `${mdx}`,
      /^## The ferry\n\nIt left \[on time\]\(https:\/\/gazette\.example\/2031\/ferry\), they say\.\n/,
    );
    assert.match(`${mdx}`, /Friday\s+\|\s+3 m/);
    assert.doesNotMatch(`${mdx}`, /ada|Hi |Unsubscribe|browser|first|mailer/iu);
    assert.ok(notes?.includes('one attachment left out'));
    assert.ok(notes?.includes('3 blocks for its recipient alone left out'));
    assert.ok(notes?.includes('one link that told who the recipient was left out'));
  });

  test('plain text in its own encoding, without signature and ways to unsubscribe', async () => {
    const { mdx } = await statedIn(
      plain(
        'F=E4hre f=E4hrt.\r\n\r\nZwei=\r\n Zeilen.\r\n\r\nTo unsubscribe: https://x.example/u\r\n\r\n-- \r\nDesk',
      ),
    );
    assert.equal(mdx, 'Fähre fährt.\n\nZwei Zeilen.\n');
  });

  test('what may be private is passed over', async () => {
    for (const [message, why] of [
      [plain('A word to you.', ''), /^it does not say that it went to subscribers/],
      [plain('Yes.', `${LIST}In-Reply-To: <2@x.example>\r\n`), /^it answers or forwards/],
      [
        plain('Yes.', LIST, HEAD.replace(/Subject: .*/, 'Subject: Re: Tides')),
        /^it answers or forwards/,
      ],
      [plain('Yes.', `${LIST}Sensitivity: Private\r\n`), /^it is marked as “Private”/],
      [plain('Your code', `${LIST}Auto-Submitted: auto-generated\r\n`), /^a program wrote it/],
      [plain('Yes.', `${LIST}X-Gmail-Labels: Drafts\r\n`), /^it lies in “Drafts”/],
    ] as const)
      assert.match(`${(await readItems(message))[0]}`, why);
  });

  test('what mailers put in for each reader: numbers in links, greetings by name', async () => {
    const { mdx, notes } = await statedIn(
      `From: Tides <news@gazette.example>\r\nTo: varga@reader.example\r\nSubject: Tides\r\nDate: Wed, 02 Apr 2031 09:15:00 +0200\r\nList-Unsubscribe: <https://gazette.example/u?id=VX1234>\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Hello Ada Varga, your subscription runs until May.</p><p>Dear Ms Varga, the ferry to the lower islands ran on Tuesday for the first time since the flood took its mole.</p><p>It left <a href="https://gazette.example/r?u=QW12&amp;to=ferry">on time</a>, <a href="https://gazette.example/r/VX1234/mole">they say</a>, as <a href="https://gazette.example/x?w=varga@reader.example">all</a> saw.</p><p>Dear are the dead, the wardens of the mole wrote.</p>\r\n`,
    );
    assert.equal(
      mdx,
      'the ferry to the lower islands ran on Tuesday for the first time since the flood took its mole.\n\nIt left [on time](https://gazette.example/r?to=ferry), they say, as [all](https://gazette.example/x) saw.\n\nDear are the dead, the wardens of the mole wrote.\n',
    );
    for (const note of [
      'one block for its recipient alone left out',
      'the greeting of its recipient left out',
      'one link that told who the recipient was left out',
      '2 links without what told of its reader or campaign: see that it still leads there',
    ])
      assert.ok(notes?.includes(note), `${note}: ${notes?.join()}`);
  });

  test('a mailbox: message by message, and lines that were set off as they were sent', async () => {
    const mailbox = [plain('One.\r\n\r\n>From here it went.'), plain('Private.', ''), plain('Two.')]
      .map((message) => `From desk@gazette.example Wed Apr  2 09:15:00 2031\r\n${message}\r\n\r\n`)
      .join('');
    const found = await readItems(mailbox);
    assert.deepEqual(
      found.map((one) => (typeof one === 'string' ? one.slice(0, 14) : one.mdx)),
      ['One.\n\nFrom here it went.\n', 'it does not sa', 'Two.\n'],
    );
  });

  test('an address that tells one reader from another is none for all', () => {
    const recipient = { addresses: ['ada@reader.example'], names: [], ids: ['ada1234'] };
    for (const [address, expected] of [
      ['https://g.example/2031/04/ferry-runs-again-after-a-very-long-gale', 'same'],
      ['https://g.example/a?utm_source=x&page=2', 'https://g.example/a?page=2'],
      ['https://g.example/a?who=ada%40reader.example', 'https://g.example/a'],
      ['https://g.example/ada%40reader.example', undefined],
      ['https://c.example/ls/click?upn=AbCdEfGh0123456789AbCdEfGh', undefined],
      ['https://g.example/unsubscribe?u=1', undefined],
      ['mailto:desk@g.example', undefined],
      ['https://g.example/r?u=AV91&to=ferry', 'https://g.example/r?to=ferry'],
      ['https://g.example/a?subscriber_id=9&rid=7&key=x&page=2', 'https://g.example/a?page=2'],
      ['https://g.example/a?who=Ada91', 'https://g.example/a?who=Ada91'],
      ['https://g.example/r?u=https%3A%2F%2Fg.example%2Fferry', 'same'],
      ['https://g.example/r/ADA1234/ferry', undefined],
    ] as const)
      assert.equal(addressForAll(address, recipient), expected === 'same' ? address : expected);
  });
});
