/**
 * Invented news for the judged queries: what is told of each story is known, so it is known which articles a reader wants
 * who asks for it. Several tell of one thing in different places, months and sums, as in any archive.
 */
export interface Story {
  /** The first day of it, as in `date` of an article. */
  day: string;
  /** What it is about: two words, or one. */
  subject: string;
  /** What happened to it, as a headline has it. */
  event: string;
  /** What that is called a day later. */
  called: string;
  place: string;
  person: string;
  /** How others spell the person. */
  alias: string;
  organisation: string;
  /** The sum in the text, and as a reader types it. */
  sum: string;
  typed: string;
  /** How many people it touched. */
  people: number;
  /** What came of it, as the headline of a later article. */
  outcome: string;
}

const TABLE = `
2031-02-03 | ore carrier | runs aground in fog | grounding | Velm Sound | Orla Quist | Orla Kwist | Velm Harbour Board | 1.5 billion dlrs | $1.5 billion | 12 | inquiry into pilotage opens
2031-02-11 | ore carrier | sold for scrap | sale | Tarrow | Benno Ashgrave | Benno Ashgrove | Tarrow Salvage Company | 42 mln dlrs | $42 million | 31 | yard to close by autumn
2031-02-19 | grain silo | bursts after harvest | collapse | Ostrava Reach | Milo Trevane | Mylo Trevane | Reach Growers Union | 7.2 mln dlrs | $7.2 million | 4 | insurers dispute the claim
2031-03-02 | ferry | sinks within sight of harbour | sinking | Hallin | Sefa Durran | Seffa Duran | Hallin Packet Line | 18 mln dlrs | $18 million | 96 | lifeboat rules tightened
2031-03-09 | ferry | fares frozen for islanders | freeze | Norrick | Pell Ivarsen | Pel Iversen | Norrick Island Council | 900,000 dlrs | $900,000 | 2700 | council asks for a subsidy
2031-03-17 | tin miners | walk out over wages | strike | Corvale | Greta Mollin | Greta Molin | Corvale Miners Union | 5 pct | 5% | 5400 | arbitrator named in dispute
2031-03-25 | tin price | falls to a ten year low | slump | Brayle | Anselm Roke | Anselm Roake | Brayle Metal Exchange | 8,250 dlrs | $8,250 | 60 | producers meet on quotas
2031-04-02 | river | breaks its banks | flood | Lower Ishel | Tomas Wendry | Thomas Wendrie | Ishel Relief Fund | 63 mln dlrs | $63 million | 18000 | engineers blame old sluices
2031-04-10 | reservoir | dries up in drought | drought | Upper Ishel | Noor Calland | Nur Calland | Ishel Water Service | 11 pct | 11% | 640 | rationing to end in spring
2031-04-18 | savings bank | closes its doors | failure | Merrowby | Lucan Thorne | Lukan Thorne | Merrowby Deposit Office | 2.3 billion dlrs | $2.3 billion | 41000 | depositors are paid in full
2031-04-26 | savings bank | opens first branch | opening | Fennick | Ada Prowse | Ada Prouse | Fennick Cooperative | 3 mln dlrs | $3 million | 22 | second branch is planned
2031-05-04 | cholera | spreads among harvesters | outbreak | Sant Orrel | Ilse Vantongen | Ilze Vantongen | Orrel Health Service | 4.1 mln dlrs | $4.1 million | 310 | wells are declared safe
2031-05-12 | measles | closes schools | outbreak | Dunmarrow | Rhys Keverne | Reece Keverne | Dunmarrow School Board | 120,000 dlrs | $120,000 | 870 | pupils return after three weeks
2031-05-20 | suspension bridge | opens to traffic | opening | Kell Narrows | Ottoline Brandt | Otoline Brant | Narrows Bridge Trust | 212 mln dlrs | $212 million | 1500 | tolls halved for buses
2031-05-28 | suspension bridge | closes in gale | closure | Pharrow Gap | Jory Penhale | Jorey Penhale | Pharrow Road Office | 2 mln dlrs | $2 million | 35 | wind vanes are added
2031-06-05 | sugar quota | cut by a third | cut | Amberholm | Dessa Lindqvale | Desa Lindqvale | Amberholm Cane Board | 33 pct | 33 percent | 9200 | growers turn to cotton
2031-06-13 | sugar refinery | burns for two days | fire | Castle Embry | Hob Tarrant | Hobb Tarant | Embry Refining Company | 27 mln dlrs | $27 million | 7 | arson is ruled out
2031-06-21 | treaty | signed on fishing grounds | signing | Skarrow Head | Irena Valdusk | Irina Valdusk | Northern Fisheries Commission | 200 miles | 200 miles | 14 | trawlers leave the shelf
2031-06-29 | trawler | seized with its catch | seizure | Gull Rocks | Moss Arkady | Moss Arkadi | Gull Rocks Coast Guard | 75,000 dlrs | $75,000 | 9 | skipper is fined
2031-07-07 | prison | taken over by inmates | riot | Blackmere | Vera Stannich | Vera Stanich | Blackmere Prison Office | 6 mln dlrs | $6 million | 240 | governor resigns
2031-07-15 | opera house | reopens with a premiere | reopening | Lindholt | Caspar Ewe | Kaspar Ewe | Lindholt Opera Trust | 38 mln dlrs | $38 million | 1900 | season is extended
2031-07-23 | museum | robbed of bronze bells | theft | Old Saxel | Petra Oakenfold | Petra Okenfold | Saxel Museum | 1.1 mln dlrs | $1.1 million | 3 | bells are found in a barn
2031-07-31 | census | counts fewer than expected | count | Great Marl | Dion Abelard | Dionne Abelard | Marl Statistics Office | 4 pct | 4 percent | 812000 | recount is refused
2031-08-08 | locusts | strip the millet fields | plague | Sorrel Plains | Amina Tesfar | Aminah Tesfar | Plains Farming Agency | 14 mln dlrs | $14 million | 26000 | spraying planes arrive
2031-08-16 | earthquake | cracks a dam | earthquake | Mount Harrow | Elias Corrin | Elyas Corrin | Harrow Dam Company | 500 mln dlrs | $500 million | 51 | valley people go home
2031-08-24 | lighthouse | goes dark after a century | closing | Cape Wrenna | Una Fairley | Oona Fairlie | Wrenna Lights Trust | 80,000 dlrs | $80,000 | 2 | lamp goes to a school
2031-09-01 | krall | devalued against the dollar | devaluation | Vostrel | Stellan Orm | Stelan Orm | Bank of Vostrel | 15 pct | 15 pct | 300 | petrol rises overnight
2031-09-09 | postal rates | rise twice in a year | rise | Embermouth | Flora Duggan | Flora Dugan | Embermouth Post Office | 20 pct | 20% | 1100 | letters fall by half
2031-09-17 | oil field | found under the shelf | find | Brannoch Bank | Sorley Macrath | Sorley McRath | Brannoch Oil Company | 3.6 billion barrels | 3.6 billion barrels | 85 | pipeline route is agreed
2031-09-25 | oil tanker | attacked by gunboats | attack | Gulf of Sarn | Idris Halvane | Idrees Halvane | Sarn Tanker Line | 30 mln dlrs | $30 million | 23 | convoys begin next week
2031-10-03 | oil tanker | leaks off a bird colony | spill | Pennark | Wilma Ostrander | Vilma Ostrander | Pennark Bird Trust | 9 mln dlrs | $9 million | 400 | beaches open again
2031-10-11 | teachers | win a pay rise | settlement | Harbrook | Nessa Quillan | Nesa Quillan | Harbrook Teachers Union | 6.5 pct | 6.5% | 7300 | taxes rise to pay for it
2031-10-19 | stock market | falls in heavy selling | crash | Brayle | Conrad Ellery | Konrad Ellery | Brayle Stock Exchange | 22 pct | 22 percent | 950 | trading hours are cut
2031-10-27 | satellite | falls into the sea | loss | Kite Island | Hana Brevik | Hanna Brevik | Kite Space Agency | 145 mln dlrs | $145 million | 64 | second launch is put off
2031-11-04 | railway tunnel | breaks through | breakthrough | Grey Pass | Bruno Skelland | Bruno Skeland | Pass Railway Company | 1.2 billion dlrs | $1.2 billion | 830 | first trains in two years
2031-11-12 | airport | shut by volcanic ash | closure | Farrowby | Lise Amundrath | Liese Amundrath | Farrowby Airport Company | 17 mln dlrs | $17 million | 11000 | ash moves out to sea
2031-11-20 | chess champion | loses to a schoolgirl | defeat | Marle Abbey | Tobiah Wrent | Tobias Wrent | Abbey Chess Club | 5,000 dlrs | $5,000 | 40 | return match is agreed
2031-11-28 | jellyfish | stop a power station | swarm | Dorrin Bay | Inga Sollers | Inga Solers | Dorrin Power Company | 12 mln dlrs | $12 million | 58000 | nets are hung at the intake
2031-12-06 | asbestos | found in a hospital | finding | Wexcombe | Alun Preedy | Alan Preedy | Wexcombe Hospital Trust | 26 mln dlrs | $26 million | 520 | wards move to tents
2031-12-14 | whalers | return without a catch | return | Straum | Birgit Hestvold | Birgitte Hestvold | Straum Whaling Station | 7 mln dlrs | $7 million | 88 | station becomes a museum
`;

const typedAs = (row: string): Story => {
  const cells = row.split('|').map((cell) => cell.trim());
  const [day = '', subject = '', event = '', called = '', place = '', person = ''] = cells;
  const [alias = '', organisation = '', sum = '', typed = '', people = '', outcome = ''] =
    cells.slice(6);
  return {
    ...{ day, subject, event, called, place, person, alias, organisation, sum, typed, outcome },
    people: Number(people),
  };
};

/** The stories, in the order of time. */
export const STORIES: readonly Story[] = TABLE.trim().split('\n').map(typedAs);
