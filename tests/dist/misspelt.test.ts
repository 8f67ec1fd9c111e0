import assert from 'node:assert/strict';
import { after, describe, mock, test } from 'node:test';
import { ARCHIVES } from '../support/archives.ts';
import { searching, searchState } from '../support/searching.ts';

type Misspelt = [written: string, meant: string];

// biome-ignore format: tables read better than columns
/** Misspellings by archive and kind, and what is searched for in their place. */
const MISSPELT: Record<'isles' | 'holms', Record<string, Misspelt[]>> = {
  isles: {
    'letters exchanged': [
      ['varag', 'Varga'], ['Brzezidol', 'Brzezidło'], ['Mbae', 'Mabe'], ['Dunmrarow', 'Dunmarrow'], ['Fennimrach', 'Fennimarch'],
      ['obsevratory', 'Observatory'], ['packte', 'packet'], ['lantren', 'Lantern'], ['Sehdge', 'Sedge'],
    ],
    'letters left out': [
      ['Fenimarch', 'Fennimarch'], ['Shiozwa', 'Shiozawa'], ['Dunmarow', 'Dunmarrow'], ['infimary', 'Infirmary'], ['skipers', 'skippers'],
      ['Orkelvg', 'Ørkelvåg'], ['Marswi', 'Marsawi'], ['telgraph', 'Telegraph'], ['paperwight', 'paperweight'],
    ],
    'letters added or written twice': [
      ['Varrga', 'Varga'], ['Sallloww', 'Sallow'], ['Kerrvelloc', 'Kervelloc'], ['Tindalll', 'Tindall'], ['Oshelllan', 'O’Shellan'],
      ['harbouur', 'Harbour'], ['blanckets', 'blankets'],
    ],
    'written as it sounds': [
      ['Wargha', 'Varga'], ['Kerwelok', 'Kervelloc'], ['Fenimark', 'Fennimarch'], ['Shiosava', 'Shiozawa'], ['Weisbruk', 'Weißbrück'],
      ['Dunmaroe', 'Dunmarrow'], ['obzervatorie', 'Observatory'], ['pakket', 'packet'], ['Adelgoont', 'Adelgund'],
    ],
    'another way to write a name': [
      ['Nassim al-Marsawi', 'Nasim al-Marsawi'], ['Oershelvaag', 'Oerkelvaag'], ['Zurnov', 'Tzurnov'], ['Tsournow', 'Tzurnov'], ['Brsesidlo', 'Brzezidło'],
      ['Shiozaua', 'Shiozawa'],
    ],
    'names of several words': [
      ['Port Anzel', 'Port Ansel'], ['Portansel', 'Port Ansel'], ['Ismena Varga', 'Ismenia Varga'], ['Galnet Stack', 'Gannet Stack'], ['Sallow Raech', 'Sallow Reach'],
      ['dun marrow', 'Dunmarrow'], ['Zabi Lge', 'Żabi Łęg'],
    ],
    'other scripts': [
      ['فارقا', 'فارغا'], ['المرصاوي', 'المرساوي'], ['וורגה', 'ורגה'], ['צורנוף', 'צורנוב'], ['Исмениа', 'Ismenia'],
      ['Варгга', 'Varga'], ['Βάργα', 'Varga'], ['ヴェルガ', 'ヴァルガ'], ['潮沢凪人', '潮沢凪彦'], ['諸島評儀会', '諸島評議会'], ['Исмения Ворга', 'Исмения Варга'],
    ],
  },
  holms: {
    'letters exchanged': [['Hallroan', 'Halloran'], ['Lodzik', 'Łódzki'], ['Tamrua', 'Tamura'], ['Stennte', 'Stennet'], ['umberllas', 'umbrellas']],
    'letters left out': [['Haloran', 'Halloran'], ['Bjorks', 'Bjørkås'], ['Weismuller', 'Weißmüller'], ['infimary', 'Infirmary']],
    'letters added or written twice': [['Hallorran', 'Halloran'], ['Stennnett', 'Stennet']],
    'written as it sounds': [['Haloren', 'Halloran'], ['Byorkos', 'Bjørkås'], ['Vaismuler', 'Weißmüller'], ['Gasette', 'Gazette']],
    'another way to write a name': [['Lodski', 'Łódzki'], ['Tayib', 'Tayyib'], ['Halleran', 'Halloran']],
    'names of several words': [['Mira Haloran', 'Mira Halloran'], ['Outer Hlom', 'Outer Holm'], ['Lysa Gurra', 'Łysa Góra']],
    'other scripts': [['هالورن', 'هالوران'], ['הלורון', 'הלורן'], ['Халоран', 'Халлоран'], ['ミラ・ハロラソ', 'ミラ・ハロラン'], ['田村華', '田村花']],
  },
};

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

for (const [name, kinds] of Object.entries(MISSPELT)) {
  const archive = ARCHIVES[name as keyof typeof MISSPELT];
  describe(`misspelt words of ${name} find what was meant`, () => {
    after(() => mock.restoreAll());
    for (const [kind, words] of Object.entries(kinds)) {
      test(kind, async () => {
        const { session } = searching(archive);
        const wrong: string[] = [];
        for (const [written, meant] of words) {
          const { corrected, finding } = await session.find({ ...searchState(''), q: written });
          const got = corrected?.q ?? '';
          if (fold(got) !== fold(meant) || finding.articles.length === 0)
            wrong.push(`${written} → ${got || 'nothing'}, not ${meant}`);
        }
        assert.deepEqual(wrong, []);
      });
    }
  });
}
