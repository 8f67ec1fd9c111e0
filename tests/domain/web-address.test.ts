import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleSchema } from '../../src/domain/article/article.ts';
import { personSchema } from '../../src/domain/authorities/authority.ts';
import { type AddressKind, addressFault } from '../../src/domain/web-address.ts';
import { asAddress } from '../../src/import/source-document.ts';

const LONG = `https://gazette.example/search?q=${'storm+'.repeat(500)}`;

// biome-ignore format: a list reads better than a column
const GOOD = [
  'https://gazette.example', 'https://gazette.example/', 'http://gazette.example/ferry', 'HTTPS://Gazette.Example/Ferry',
  'https://www.gazette.example/2031/04/02/ferry.html?page=2&utm=a_b#p3', 'https://gazette.example:8443/ferry', 'http://intranet/cuttings/12',
  'https://münchner-bote.example/fähre', 'https://xn--mnchner-bote-thb.example/f%C3%A4hre', 'https://أخبار.example/مرفأ', 'https://新聞.example/一面', 'https://gazette.example./ferry',
  'http://192.0.2.7/ferry', 'https://[2001:db8::7]/ferry', 'https://[2001:DB8:0:0::7]:8443/ferry',
  'https://doi.org/10.5555/12345678', 'https://doi.org/10.5555/(SICI)1097-4571(199806)49:8%3C693::AID-ASI4%3E3.0.CO;2-O', 'https://hdl.handle.example/20.500.12345/678',
  'urn:isbn:9780000000002', 'urn:newsml:agency.example:20310402:ferry-7', 'URN:UUID:f81d4fae-7dec-11d0-a765-00a0c91e6bf6', 'urn:nbn:de:101:1-201102033592', 'urn:doi:10.5555/12345678', 'urn:a:1',
  'https://web.archive.example/web/20310402120000/https://gazette.example/ferry', 'https://gazette.example/a;b=c,d/(e)/~f/$g!*\'', 'https://gazette.example/?a[]=1&b=c|d', 'https://gazette.example/?next=https://ada@other.example/', 'https://gazette.example/@ada/12',
  'https://gazette.example/100%25', 'https://sub_domain.gazette.example/', LONG,
];

// biome-ignore format: a list reads better than a column
const BAD = [
  '', ' ', 'gazette.example', 'www.gazette.example/ferry', '/ferry', '//gazette.example/ferry', 'https:', 'https://', 'https:///ferry', 'https:/gazette.example', 'https:gazette.example', 'https:\\\\gazette.example\\ferry',
  'https://gazette.example/a b', ' https://gazette.example/', 'https://gazette.example/\n', 'https://gazette.example/\nhttps://other.example/', 'https://gazette\t.example/', 'https://gazette.example/\u0000', 'https://gazette.example/\u001b[31m', 'https://gazette.example/\u0085', 'https://gazette.example/\u00a0', 'https://gazette.example/\u2028',
  'https://gazette.example/\u202egpj.exe', 'https://gazette.example/\u2066a\u2069', 'https://gazette\u200b.example/', 'https://gazette\u00ad.example/', '\ufeffhttps://gazette.example/', 'https://gazette.example/\ud800',
  'https://ada@gazette.example/', 'https://ada:secret@gazette.example/', 'https://@gazette.example/', 'https://gazette.example@other.example/', 'https://gazette.example%40other.example/',
  'javascript:alert(1)', 'JavaScript://gazette.example/%0aalert(1)', 'data:text/html,<p>', 'vbscript:a', 'file:///etc/hostname', 'ftp://gazette.example/', 'blob:https://gazette.example/1', 'about:blank', 'view-source:https://gazette.example/', 'ws://gazette.example/', 'tel:+100',
  'https://gazette..example/', 'https://.example/', 'https://gazette.example:/', 'https://gazette.example:0/', 'https://gazette.example:080/', 'https://gazette.example:99999/', 'https://gazette.example:a/', 'https://gazette.example]/', 'https://[::1/', 'https://[gazette]/', 'https://[fe80::1%25eth0]/',
  'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://1.2.3/', 'http://999.0.0.1/', 'https://ｇazette.example/', 'https://gazette。example/', 'https://ﬁnance.example/', 'https://𝒈azette.example/', 'https://g%61zette.example/', 'https://ga<zette.example/',
  'https://gazette.example/<b>', 'https://gazette.example/"onclick="', 'https://gazette.example/`a`', 'https://gazette.example/{a}', 'https://gazette.example/a\\b', 'https://gazette.example/a^b', 'https://gazette.example/%', 'https://gazette.example/%zz', 'https://gazette.example/100%',
  'urn:', 'urn:isbn', 'urn:isbn:', 'urn:a-:b', 'urn:-a:b', 'urn:i sbn:1', 'urn::1', `https://gazette.example/${'a'.repeat(5000)}`,
];

test('there are good addresses and bad ones enough', () => {
  assert.ok(GOOD.length >= 30 && BAD.length >= 40);
});

for (const good of GOOD)
  test(`an address of a source: ${good.slice(0, 80)}`, () => {
    assert.equal(addressFault(good, 'source'), undefined);
    assert.equal(asAddress(good), good);
  });

const article = { title: 'Ferry runs', date: '2031-04-02', text: 'verbatim' };
const isTaken = (field: string, address: string) =>
  articleSchema.safeParse({ ...article, source: { [field]: address } }).success;
const isSame = (address: string) =>
  personSchema.safeParse({ name: 'Ada Varga', sameAs: [address] }).success;

for (const bad of BAD)
  test(`no address in any field: ${JSON.stringify(bad.slice(0, 80))}`, () => {
    for (const kind of ['web', 'source', 'link', 'contact'] satisfies AddressKind[])
      assert.ok(addressFault(bad, kind)?.code);
    assert.ok(!isTaken('url', bad) && !isTaken('archivedUrl', bad) && !isSame(bad));
  });

test('a URN is the address of a source alone, and mail that of a link or of whom to ask', () => {
  const urn = 'urn:isbn:9780000000002';
  assert.ok(isTaken('url', urn) && !isTaken('archivedUrl', urn) && !isSame(urn));
  const kindsOf = (address: string) =>
    (['web', 'source', 'link', 'contact'] as const).filter((kind) => !addressFault(address, kind));
  assert.deepEqual(kindsOf(urn), ['source']);
  assert.deepEqual(kindsOf('http://gazette.example/'), ['web', 'source', 'link']);
  assert.deepEqual(kindsOf('https://gazette.example/'), ['web', 'source', 'link', 'contact']);
  for (const mail of [
    'mailto:desk@archive.example',
    'mailto:desk@archive.example?subject=A%20text',
  ])
    assert.deepEqual(kindsOf(mail), ['link', 'contact'], mail);
  // biome-ignore format: a list reads better than a column
  for (const mail of ['mailto:', 'mailto:desk', 'mailto:@archive.example', 'mailto:a@b@c.example', 'mailto:desk@archive.example\nBcc:a@b.example', 'mailto:desk@', 'mailto:desk@archive..example', 'mailto:desk @archive.example'])
    assert.deepEqual(kindsOf(mail), [], mail);
});

test('a link is judged alike as it is written and as Markdown encodes it', () => {
  for (const host of ['m%C3%BCnchner-bote.example', '%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1.example'])
    assert.equal(addressFault(`https://${host}/a%20b`, 'link'), undefined, host);
  // biome-ignore format: a list reads better than a column
  for (const host of ['%EF%BD%87azette.example', '%E2%80%AEgazette.example', 'g%61zette.example', '%C3.example', 'ada%40gazette.example', 'gazette%E3%80%82example'])
    assert.ok(addressFault(`https://${host}/`, 'link'), host);
  assert.ok(addressFault('https://m%C3%BCnchner-bote.example/', 'source'));
});
