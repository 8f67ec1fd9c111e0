import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isHost, isPublic, reachableWith } from '../../../src/import/fetching/reachable.ts';

// biome-ignore format: a table, a kind of network a row
const PRIVATE: [of: string, addresses: string[]][] = [
  ['this machine', ['127.0.0.1', '127.1.2.3', '0.0.0.0', '0.1.2.3', '::1', '::', '::ffff:127.0.0.1', '::ffff:7f00:1', '0:0:0:0:0:ffff:7f00:0001', '::127.0.0.1']],
  ['private networks', ['10.0.0.1', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '::ffff:10.0.0.1', '::ffff:c0a8:101', 'fc00::1', 'fd12:3456:789a::1', 'fec0::1']],
  ['of providers and of link-local addresses', ['100.64.0.1', '100.127.255.254', '169.254.0.1', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf::1', '::ffff:169.254.169.254', 'fd00:ec2::254']],
  ['other forms of those', ['64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b::a9fe:a9fe', '64:ff9b:1::1', '2002:7f00:1::', '2002:a00:1::1', '2002:5db8:d822::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001::1', '100::1', '5f00::1']],
  ['of many, of documentation, of none', ['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', 'ff02::1', 'ff0e::1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '198.51.100.7', '203.0.113.7', '192.88.99.1', '2001:db8::1', '3fff::1', '4000::1']],
  ['no addresses', ['', 'localhost', '1.2.3', '0x7f.1', '2130706433', '017700000001', '1.2.3.4%eth0', '2606:4700::1%1']],
];
for (const [of, addresses] of PRIVATE)
  test(`refused: ${of}`, () => {
    for (const address of addresses) assert.equal(isPublic(address), false, address);
  });

test('the public web is reached, in every form of its addresses', () => {
  for (const address of [
    '9.255.255.255',
    '11.0.0.0',
    '93.184.216.34',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.1',
    '169.253.255.255',
    '172.15.255.255',
    '172.32.0.0',
    '192.167.255.255',
    '192.169.0.0',
    '223.255.255.255',
    '2606:4700::6810:84e5',
    '2a00:1450:4001:81b::200e',
    '::ffff:93.184.216.34',
    '64:ff9b::5db8:d822',
  ])
    assert.equal(isPublic(address), true, address);
});

const mask = { mac: '00:00:00:00:00:00', internal: false } as const;
const INTERFACES = {
  eth0: [
    {
      ...mask,
      address: '93.184.216.34',
      netmask: '255.255.255.240',
      family: 'IPv4' as const,
      cidr: '93.184.216.34/28',
    },
    {
      ...mask,
      address: '2a00:1450:1:2::5',
      netmask: 'ffff:ffff:ffff:ffff::',
      family: 'IPv6' as const,
      cidr: '2a00:1450:1:2::5/64',
      scopeid: 0,
    },
  ],
  tun0: [
    {
      ...mask,
      address: '80.1.2.3',
      netmask: '0.0.0.0',
      family: 'IPv4' as const,
      cidr: '80.1.2.3/0',
    },
  ],
};

test('the networks that the machine is in are its own, whatever addresses they have', () => {
  const reachable = reachableWith([], INTERFACES);
  for (const address of [
    '93.184.216.34',
    '93.184.216.47',
    '::ffff:93.184.216.34',
    '2a00:1450:1:2::99',
    '80.1.2.3',
  ])
    assert.equal(reachable('gazette.example', address), false, address);
  for (const address of ['93.184.216.48', '2a00:1450:1:3::99', '80.1.2.4'])
    assert.equal(reachable('gazette.example', address), true, address);
});

test('a host that the archivist names is reached wherever it is, and no other', () => {
  const reachable = reachableWith(['cms.intern.example', '127.0.0.1', '[::1]', '0x7f.2'], {});
  assert.ok(reachable('cms.intern.example', '10.0.0.7'));
  assert.ok(reachable('127.0.0.1', '127.0.0.1'));
  assert.ok(reachable('[::1]', '::1'));
  assert.ok(reachable('127.0.0.2', '127.0.0.2'));
  assert.ok(!reachable('other.intern.example', '10.0.0.7'));
  assert.ok(!reachable('127.0.0.3', '127.0.0.3'));
  for (const name of ['cms.intern.example', 'localhost', '127.0.0.1', '[::1]', 'häfen.example'])
    assert.ok(isHost(name), name);
  for (const name of ['', 'no host', 'a/b', 'http://a', 'ada@a', 'a:80', '[::1]:80', '::1', 'a?b'])
    assert.ok(!isHost(name), name);
});
