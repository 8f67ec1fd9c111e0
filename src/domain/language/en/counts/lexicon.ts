import type { Figure } from '../../../figures/figure.ts';

type Measure = Figure['measure'];

/** How a word takes the people it counts. */
export interface Trigger {
  measure: Measure;
  words: string[];
  /** `acts`: “killed 20” and “20 were killed”. `suffers`: “20 died”. `is`: “20 dead”. `of`: “the loss of 20 lives”. */
  takes: 'acts' | 'suffers' | 'is' | 'of';
  /** What must follow within a few words, or it means something else: “fled their homes”, not “fled the scene”. */
  followedBy?: string[];
  /** What may not follow at once, or it means something else: “dead weight”. */
  notBefore?: string[];
}

const split = (words: string) => words.split(' ');
const phrases = (text: string) => text.split(', ').map(split);
const trigger =
  (measure: Measure, takes: Trigger['takes'], followedBy?: string) =>
  (words: string[]): Trigger => ({
    measure,
    words,
    takes,
    ...(followedBy && { followedBy: split(followedBy) }),
  });

// biome-ignore format: lists read better than columns
/** The words that say what happened to people. A longer phrase is listed before a shorter one that begins it. */
const TRIGGERS: Trigger[] = [
  ...phrases('shot dead, gunned down, hacked to death, killed, killing, kills, kill, murdered, murdering, slain, slaughtered, massacred, massacring, assassinated, executed, executing, beheaded, hanged, lynched, electrocuted, suffocated').map(trigger('killed', 'acts')),
  ...phrases('took, taking, taken, claimed, claiming, cost, costing').map(trigger('killed', 'acts', 'lives life')),
  ...phrases('stabbed, beat, beaten, shot, hacked, burned, burnt, crushed, trampled, clubbed, stoned').map(trigger('killed', 'acts', 'death dead')),
  ...phrases('burned to death, burnt to death, frozen to death, froze to death, crushed to death, beaten to death, stabbed to death, trampled to death, starved to death, bled to death, put to death, choked to death, lost their lives, lost his life, lost her life, drowned, drowning, died, die, dies, dying, perished, perish, succumbed').map(trigger('killed', 'suffers')),
  ...phrases('among the dead, feared dead, deaths, fatalities, bodies, corpses').map(trigger('killed', 'is')),
  ...phrases('dead').map(trigger('killed', 'is')).map((dead) => ({ ...dead, notBefore: split('weight insects animals cattle fish birds heat end duck center centre line stock wood') })),
  ...phrases('deaths of, death of, killing of, killings of, murder of, murders of, massacre of, execution of, executions of, lives of, bodies of, body of, remains of, killers of').map(trigger('killed', 'of')),
  ...phrases('loss of').map(trigger('killed', 'of', 'lives life people men women children soldiers troops crew sailors seamen airmen passengers personnel')),
  ...phrases('injured, injuring, injures, injure, wounded, wounding, wounds, wound, maimed, maiming, hurt, hurting, hospitalised, hospitalized').map(trigger('injured', 'acts')),
  ...phrases('among the injured, among the wounded, injuries').map(trigger('injured', 'is')),
  ...phrases('suffer, suffered, suffering, sustained').map(trigger('injured', 'suffers', 'injury injuries burns wounds fractures bruises concussion cuts shock')),
  ...phrases('admitted to hospital, rushed to hospital').map(trigger('injured', 'suffers')),
  ...phrases('treated, taken to hospital').map(trigger('injured', 'suffers', 'for in hospital hospitals injuries after with')),
  ...phrases('injury to, injuries to, injuring of, wounding of').map(trigger('injured', 'of')),
  ...phrases('unaccounted for, reported missing, among the missing, missing').map(trigger('missing', 'is')),
  ...phrases('disappeared, disappear, vanished, went missing, gone missing').map(trigger('missing', 'suffers')),
  ...phrases('disappearance of, disappearances of').map(trigger('missing', 'of')),
  ...phrases('kidnapped, kidnapping, kidnaps, abducted, abducting, abducts, captured, capturing').map(trigger('abducted', 'acts')),
  ...phrases('taken hostage, taken captive, taken prisoner, held hostage, held captive, taken by force, taken').map(trigger('abducted', 'suffers')),
  ...phrases('hostages, hostage, captives').map(trigger('abducted', 'is')),
  ...phrases('kidnapping of, abduction of, abductions of, kidnappers of, abductors of, captors of').map(trigger('abducted', 'of')),
  ...phrases('arrested, arresting, arrests, arrest, detained, detaining, detains, jailed, jailing, imprisoned, imprisoning, interned, rounded up, rounding up').map(trigger('detained', 'acts')),
  ...phrases('taken into custody, remanded, put under arrest, placed under arrest').map(trigger('detained', 'suffers')),
  ...phrases('under arrest, in custody, in detention, behind bars').map(trigger('detained', 'is')),
  ...phrases('arrest of, arrests of, detention of, imprisonment of, jailing of').map(trigger('detained', 'of')),
  ...phrases('displaced, displacing, evacuated, evacuating, uprooted, uprooting').map(trigger('displaced', 'acts')),
  ...phrases('homeless').map(trigger('displaced', 'is')),
  ...phrases('fled, flee, fleeing, forced to leave, forced to flee, forced from, driven from, forced out of').map(trigger('displaced', 'suffers', 'homes home houses villages village fighting country town towns city area areas flooding floods violence camps')),
  ...phrases('evacuation of, displacement of').map(trigger('displaced', 'of')),
].toSorted((a, b) => b.words.length - a.words.length);

// biome-ignore format: lists read better than columns
/** The triggers that begin with a word, the longest first. */
export const TRIGGERS_BY_WORD = Map.groupBy(TRIGGERS, ({ words: [first = ''] }) => first);

/** Matches a sentence with a trigger, “toll” or “number of”: a quick test before the full search for counts. */
export const MAY_COUNT = new RegExp(
  `\\b(?:toll|number of|${TRIGGERS.map(({ words }) => words.join(' ')).join('|')})\\b`,
  'iu',
);

/** Words between the people counted and the word that says what happened to them. */
export const AUXILIARIES = new Set(
  split(
    'is are was were be been being am has have had get gets got getting still also already reportedly reported feared believed presumed thought known confirmed later now then so far since only either officially immediately instantly apparently allegedly subsequently initially seriously badly slightly critically severely mortally fatally accidentally who which that left leaving made making rendered rendering found listed declared said to both all others other more there gone remain remains remained seem seems seemed appear appears appeared certain likely',
  ),
);

// biome-ignore format: lists read better than columns
/** Words that end the description of the people counted. */
export const STOPS = new Set(split(
  'in of at on by from with without near after before when while during since for to into onto over under aboard inside outside among amid across along against around about between through throughout until because as than but and or nor if who whom which that whose where is are was were be been being has have had do does did will would could may might shall should can cannot must not said says say told the a an this these those his her their its it they he she we following including according just only even last late early yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday per each every so aged alone',
));

// biome-ignore format: lists read better than columns
/** Measures and money: what they stand before is no person, whatever word ends it. */
export const UNITS = new Set(split(
  'percent pct cent cents dollar dollars dlr dlrs pound pounds stg yen mark marks franc francs peso pesos rupee rupees rouble roubles taka lira lire crown crowns euro euros tonne tonnes ton tons kilo kilos kg km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters foot feet inch inches hectare hectares acre acres barrel barrels bushel bushels gallon gallons litre litres year years month months week weeks day days hour hours minute minutes degree degrees points dinar dinars rial rials shekel shekels square cubic',
));

// biome-ignore format: lists read better than columns
/** Things that news counts and that are not people. */
export const THINGS = new Set(split(
  'percent pct cent cents dollar dollars dlr dlrs pound pounds stg yen mark marks franc francs peso pesos rupee rupees rouble roubles taka lira lire crown crowns euro euros tonne tonnes ton tons kilo kilos kg km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters foot feet inch inches hectare hectares acre acres barrel barrels bushel bushels gallon gallons litre litres bag bags bale bales ounce ounces share shares point points basis contract contracts lot lots trade trades order orders deal deals year years month months week weeks day days hour hours minute minutes second seconds time times degree degrees bomb bombs blast blasts explosion explosions attack attacks raid raids shell shells missile missiles rocket rockets gun guns rifle rifles weapon weapons round rounds bullet bullets plane planes jet jets aircraft airliner airliners helicopter helicopters ship ships vessel vessels boat boats tanker tankers ferry ferries freighter freighters barge barges tank tanks vehicle vehicles car cars truck trucks lorry lorries bus buses coach coaches train trains wagon wagons carriage carriages mine mines plant plants factory factories company companies firm firms bank banks branch branches store stores shop shops office offices building buildings house houses home homes hut huts tent tents school schools hospital hospitals church churches temple temples mosque mosques bridge bridges road roads village villages town towns city cities province provinces state states country countries nation nations region regions area areas district districts county counties island islands site sites place places field fields farm farms tree trees crop crops plantation plantations animal animals cattle livestock cow cows calf calves pig pigs hog hogs sheep goat goats horse horses chicken chickens hen hens turkey turkeys bird birds fish seal seals whale whales elephant elephants dog dogs cat cats rat rats job jobs post posts seat seats vote votes bill bills law laws measure measures amendment amendments proposal proposals project projects plan plans programme programmes program programs case cases suit suits lawsuit lawsuits charge charges count counts incident incidents accident accidents crash crashes collision collisions clash clashes earthquake earthquakes quake quakes tremor tremors aftershock aftershocks flood floods storm storms fire fires avalanche avalanches part parts piece pieces item items product products unit units copy copies page pages letter letters document documents paper papers report reports question questions issue issues goal goals game games match matches win wins defeat defeats penalty penalties employer employers industry industries sector sectors market markets economy economies computer computers container containers reactor reactors well wells rig rigs platform platforms satellite satellites rouble dinar dinars rial rials shekel shekels billion million flight flights trip trips visit visits meeting meetings round nests nest colony colonies hive hives quarter quarters half third thirds fifth tenth terms term occasion occasions instance instances way ways side sides front fronts step steps stage stages level levels age ages figure figures number numbers pay wages price prices rate rates loan loans debt debts bond bonds fund funds asset assets premises windows window door doors line lines link links station stations airport airports port ports base bases camp camps post position positions outpost outposts square cubic horsepower megawatts volts watts',
));

// biome-ignore format: lists read better than columns
const PERSON = new Set(split(
  'man woman child boy girl baby infant person civilian soldier policeman constable guard student pupil pilot crewman crewmember official guerrilla guerilla militant terrorist insurgent inmate hostage victim resident priest nun bishop judge diplomat activist technician bystander pedestrian climber youth teenager mother father son daughter brother sister wife husband couple suspect spy dissident businessman fireman aid refugee migrant conscript recruit marine general colonel major captain lieutenant sergeant corporal private chief president executive employee trainee detainee member deputy mayor monk tribesman chairman accountant merchant servant peasant citizen patient rebel national immigrant migrant occupant attendant defendant combatant operative native fugitive captive detective relative evacuee deportee escapee cleric critic mechanic paramedic medic graduate delegate candidate pirate advocate mercenary revolutionary missionary secretary steward bodyguard cousin uncle aunt nephew niece grandchild grandson granddaughter kid toddler newborn adult elder thief nurse imam rabbi sheikh king prince princess sheriff marshal guest host athlete acrobat bureaucrat addict convict architect agent slave orphan widow survivor casualty body corpse soul life stowaway escort lad girlfriend boyfriend partner clerk cook chef scout nanny valet maid groom bride',
));
const PERSONAL = /(?:man|woman|men|women|ist|ian|er|or|eer|ess)$/;

// biome-ignore format: lists read better than columns
const NO_PERSON = new Set(split(
  'number letter paper matter quarter border river winter summer corner power tower computer container counter chapter disaster error sector factor reactor motor harbor harbour labor labour favor favour color colour center order offer water fever ladder chamber cover danger shoulder finger error mirror minor major terror floor door liner carrier tanker freighter bomber fighter helicopter trailer cruiser steamer trawler boxer barrier quarter semester register encounter murder other another under over never ever however loss process business press congress progress success mess stress access address dress witnesser cancer tumor tumour rumor rumour',
));

/** Whether “a …” or “one …” with this word counts one person. */
export function isPerson(word: string): boolean {
  return PERSON.has(word) || (PERSONAL.test(word) && !THINGS.has(word) && !NO_PERSON.has(word));
}

// biome-ignore format: lists read better than columns
/** Triggers that are also used of things: “steps taken”, “licences executed”, “markets captured”, “trees uprooted”. */
export const SAID_OF_ALL = new Set(split(
  'taken took taking claimed claiming cost costing captured capturing executed executing disappeared disappear vanished missing uprooted uprooting evacuated evacuating treated hurt hurting hurts bodies corpses',
));

const COLLECTIVE = new Set(
  split(
    'people persons others lives souls crew personnel staff police troops families members youths dead wounded injured missing clergy kin infantry passsengers',
  ),
);

/** Whether the words for those counted name people: “black workers”, “Libyans”, “crew members”. True if empty. */
export function namesPeople(group: string): boolean {
  const head = group.split(' ').at(-1) ?? '';
  const word = head.toLowerCase();
  return head === '' || COLLECTIVE.has(word) || /^\p{Lu}/u.test(head) || isPerson(singular(word));
}

/** A noun without the ending of its plural. */
export const singular = (noun: string): string =>
  noun
    .replace(/men$/, 'man')
    .replace(/children$/, 'child')
    .replace(/ies$/, 'y')
    .replace(/s$/, '');

/** Words for what might happen or did not happen. They do not state an event. */
export const MODALS = new Set(
  split(
    "could would may might should will shall can must to not never won't didn't wasn't weren't cannot",
  ),
);
