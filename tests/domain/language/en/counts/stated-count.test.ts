import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { countsIn } from '../../../../../src/domain/language/en/counts/stated-count.ts';

/** The claims of a sentence as measure, bounds, qualifier and words. */
const read = (sentence: string) =>
  countsIn(sentence).map(({ measure, low, best, high, qualifier, start, end }) => {
    const bounds = [low, best, high].map((bound) => bound ?? '-').join('/');
    return `${measure} ${qualifier === 'exact' ? low : bounds} ${qualifier}: ${sentence.slice(start, end)}`;
  });

// biome-ignore format: a table reads better than a column
const SENTENCES: [sentence: string, claims: string[]][] = [
  ['More than 3,100 islanders have died on Saltholm, and 8,200 were wounded.', ['killed 3100/-/- moreThan: More than 3,100 islanders have died', 'injured 8200 exact: 8,200 were wounded']],
  ['At least 40 sailors are among the dead, and 16 remain unaccounted for.', ['killed 40/-/- atLeast: At least 40 sailors are among the dead', 'missing 16 exact: 16 remain unaccounted for']],
  ['The envoy asked the Reed Front to free almost 300 villagers taken in May.', ['abducted -/-/300 nearly: almost 300 villagers taken']],
  ['The blast killed seven people.', ['killed 7 exact: killed seven people']],
  ['Dozens were injured.', ['injured -/-/- vague: Dozens were injured']],
  ['Between 10 and 20 miners are missing after a shaft fell in.', ['missing 10/-/20 range: Between 10 and 20 miners are missing']],
  ['The gale left two people dead and 800 others injured.', ['killed 2 exact: two people dead', 'injured 800 exact: 800 others injured']],
  ['The quake left 4,000 homeless.', ['displaced 4000 exact: 4,000 homeless']],
  ['Guards shot dead two fishermen and a boy.', ['killed 2 exact: shot dead two fishermen', 'killed 1 exact: shot dead two fishermen and a boy']],
  ['Police arrested five former officials and jailed a clerk.', ['detained 5 exact: arrested five former officials', 'detained 1 exact: jailed a clerk']],
  ['Gunmen abducted 17 pupils and two teachers.', ['abducted 17 exact: abducted 17 pupils', 'abducted 2 exact: abducted 17 pupils and two teachers']],
  ['The death toll in Port Ansel rose to 81.', ['killed 81 exact: death toll in Port Ansel rose to 81']],
  ['The number of injured reached 1,054.', ['injured 1054 exact: number of injured reached 1,054']],
  ['The ferry sank with the loss of nearly 400 lives.', ['killed -/-/400 nearly: loss of nearly 400 lives']],
  ['The storm claimed 12 lives.', ['killed 12 exact: claimed 12 lives']],
  ['Six people, including four policemen, were wounded.', ['injured 4 exact: four policemen, were wounded', 'injured 6 exact: Six people, including four policemen, were wounded']],
  ['Some 250,000 people have fled their homes.', ['displaced -/250000/- about: Some 250,000 people have fled']],
  ['As many as 500 were feared dead.', ['killed -/-/500 upTo: As many as 500 were feared dead']],
  ['A fisherman was drowned.', ['killed 1 exact: A fisherman was drowned']],
  ['A 34-year-old woman was hurt.', ['injured 1 exact: A 34-year-old woman was hurt']],
  ['Killing no fewer than 14 shoppers, the blast injured as many as 60.', ['killed 14/-/- atLeast: Killing no fewer than 14 shoppers', 'injured -/-/60 upTo: injured as many as 60']],
  ['The loss of 31 sailors was confirmed.', ['killed 31 exact: loss of 31 sailors']],
  ['Almost 90 passengers seem certain to have drowned.', ['killed -/-/90 nearly: Almost 90 passengers seem certain to have drowned']],
  ['A clerk named as the owner of Lys Trading <LYS.X> was detained.', ['detained 1 exact: A clerk named as the owner of Lys Trading <LYS.X> was detained']],
  ['Shells hurt 15 conscripts, several of them badly.', ['injured 15 exact: hurt 15 conscripts']],
  ['The death toll passed 1,000 on Friday.', ['killed 1000/-/- moreThan: death toll passed 1,000']],
  ['The toll has risen above 60.', ['killed 60/-/- moreThan: toll has risen above 60']],
  ['Half a million islanders were displaced.', ['displaced 500000 exact: Half a million islanders were displaced']],
  ['Some 1.2m islanders fled their homes.', ['displaced -/1200000/- about: Some 1.2m islanders fled']],
  ['Divers found the bodies of three miners.', ['killed 3 exact: bodies of three miners']],
  ['Two boys remain missing.', ['missing 2 exact: Two boys remain missing']],
  // What looks like one and is none.
  ['The yard reported a loss of 32 mln crowns.', []],
  ['Steps were taken, and several measures taken before were dropped.', []],
  ['The broker executed two additional licences.', []],
  ['The ship of 4,600 dead weight tons is new.', []],
  ['It is one of five research bodies.', []],
  ['The front said 2,000 soldiers were killed, wounded or captured.', []],
  ['Up to 60 herders died or were missing.', []],
  ['The bank killed 300 jobs.', []],
  ['No one was hurt.', []],
  ['The dam could kill 2,000 people.', []],
  ['They threatened to kill 3 hostages in 1987.', ['abducted 3 exact: 3 hostages']],
  ['Prices injured 12 companies.', []],
  ['The budget is missing 2,000 dollars.', []],
  ['He was 42 when he died.', []],
  ['She died in 1987.', []],
  ['She died on March 5.', []],
  ['The minister executed 25 orders.', []],
  ['The port has 300 beds and a hospital.', []],
  ['Ada Varga, 42, was killed.', []],
  ['The village of 3,000 was quiet.', []],
];

suite('counts of casualties in a sentence', () => {
  for (const [sentence, claims] of SENTENCES) {
    test(sentence, () => assert.deepEqual(read(sentence).toSorted(), claims.toSorted()));
  }
});

test('a run of words that is as long as no sentence is read whole, and no count at the edge of a piece is another', () => {
  const sentence = `So ${'at least 30 sailors killed and then '.repeat(500)}`;
  const claims = read(sentence);
  assert.equal(claims.length, 500);
  assert.deepEqual([...new Set(claims)], ['killed 30/-/- atLeast: at least 30 sailors killed']);
});
