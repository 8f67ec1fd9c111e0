import { hash } from 'node:crypto';
import { join } from 'node:path';
import { regularBytes } from '../files/regular-file.ts';

/**
 * The sample that comes with the project: one article, its records and its ledger. Owners remove it when they start an
 * archive, so an archive need not continue its ledger. It is recognised by its bytes. If an archive keeps the sample and
 * is sealed, its ledger is its own, and no part of that counts as the sample's.
 */

/** The SHA-256 of each file of the sample, as `sha256sum` writes it. The ledger is there in two versions. */
const MANIFEST = `
784df11153b7fcbd6354a8af08a4306c314efe4300e6fc715fd9d639e726b59e  articles/2023/10/16/blinken-netanyahu-talks-israel.mdx
20614777671bc5d654ce216e22a8f858733c754c0b8bf535596b59dfbb152bef  ledger/2023.txt
464396067162b18341e83938ac4a894d67ee0eefc967620f3fc5dee8ed06d0d0  ledger/names.txt
105642d1af07097399508c6129ac019715e8711af028864d16830d0d37b5de5d  organisations/cbs-news.yaml
2dd780551e0deec257a2ed1186aff972b1dd539087970ac4de21b2b035fdc839  organisations/hamas.yaml
0b9ec31d35320fb7eb6d82c5af9cfa6c7a5882556381cbfb619dd1bd5c9e2033  organisations/united-nations.yaml
29bff78897969c8b0a61e2b33902837fd5d6c97324e97d94cf8dc9386fb9de60  organisations/us-state-department.yaml
cfd8654618a9ff9b17394bc58f46f97649f8c280e1b431f1fbf9c9ec2a3e0ef7  people/antony-blinken.yaml
c3f96aba57840727c9d6d4f6e5d37714ba0c9289c714efd5e0b4b90efd362949  people/benjamin-netanyahu.yaml
21ac4e9a80933c2c89ce34b22f292583a6a8e4ab987c4468bbfac5ace925a10d  people/isaac-herzog.yaml
f19581dcd43c0376aaad405b886898c226b78063d9d15ad60203dfa7d56a5004  people/joe-biden.yaml
f04896dd43a6711d576b996bb0ddb0f0686ee665334696e42c200560dfec7df3  places/gaza-strip.yaml
d8ba0a4e4db2f228b123a6ce0d417eeb597fc86c2d005f39a37e45b814ae1457  places/israel.yaml
23e44c3fca1325506224fd5d8f8591dcaa4b441a4bc940e845409594cf2e9242  places/jordan.yaml
3b0bb61e3a5e7667ba89448f0db9b41982d5b32bd5bee05b11a9f21b0370bf7d  places/saudi-arabia.yaml
8c15f755585013482b9ab649f412b6e22433cac612e379328a2350531fd20eed  places/tel-aviv.yaml
16b63b48a9ef0a7a88ba84243959dbdef6966d68ee694619cbc92092da4de72d  places/united-arab-emirates.yaml
e13839fe26bd8011d8901997aab87103ead5ff15512f3bc0205475a920f6beaa  places/united-states.yaml
b4089d8d1c18046d1e6a5c6b1dbdedec9c8209d34d0aa0ea2f74fd62e2669513  ledger/2023.txt
7657cce9d7e78415270d44782e5bb5b04ae63415f6700eda0333bc3e4ad67106  ledger/head.txt
1892d2cecbcf83184c88a5910ca9db77076a0deb63f7f1126d68c9459e5b153b  ledger/names.txt
`;

/** The digest of the sample's sealing, in the version of its ledger that has a head. It covers all that was sealed. */
const SEAL = 'er6-8uF4dljHy_m2PyyyfTVZX9kpIsbVil8FwUrxLAs';

/** True for the digest of the sealing of the sample alone. */
export const isSampleSeal = (digest: string): boolean => digest === SEAL;

const KNOWN = Map.groupBy(MANIFEST.trim().split('\n'), (line) =>
  line.slice(line.indexOf('  ') + 2),
);

/** The paths of the sample's files, below an archive. */
export const SAMPLE_PATHS: ReadonlySet<string> = new Set(KNOWN.keys());

/** True where a file of the sample is unchanged. @throws the error of the system where it cannot be read */
export function isAsInSample(root: string, path: string): boolean {
  const digest = hash('sha256', regularBytes(join(root, path)));
  return KNOWN.get(path)?.some((line) => line.startsWith(digest)) ?? false;
}
