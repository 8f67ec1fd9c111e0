// biome-ignore format: a list of words
/** Common English words that are just as often given names or surnames. */
const WORDS = new Set(
  `abbot amber angel art august bailey baker banks barber bay bell berry best bill bird bishop black bloom bob bond booth
  bow bowman bridge bridges brook brooks brown buck bull burns bush butcher butler carol carpenter carter case chance chase
  chip christian church clay clerk cliff close cook cooper cross crystal dale daisy dawn day dean dear destiny dick dolly don
  drake drew duke earl ernest eve faith farmer field fields finch fisher ford forest foster fox frank french frost gardener
  gay gene ginger glen gold good grace grant gray green grey guy hale harmony harry hart hazel heath heather herb hill holly
  hood hope hunt hunter iris iron ivory ivy jack jade jasmine jay jean jewel job jolly josh joy judge june junior justice
  king knight lake lamb lance lane law leaf lee lily little lodge long love luck major marina mark marsh marshal marshall
  mason maverick may mercy merry mike mild mile miles mill miller mills misty moon moss mountain myrtle nelly new nick noble
  noel norm north oak ocean olive page paige pansy paris park parker parsons patience patsy peace pearl penny pepper pierce
  pike pope poppy porter potter power price prince prudence queen rain ray reed reef rich ridge ring rip river rivers road
  rob robin rock rod roman rose rosemary rowan ruby rusty sage sailor sandy savage scout sharp shepherd short singer skip
  sky sleep small smith snow sparrow spencer spring star stark steel stern stone storm strong sue summer sunny swallow swan
  swift tailor tanner taylor temple terry thatcher thorn tiger tiny tom trinity true trust turner van victor violet virtue
  wade walker wall ward warden warren waters weaver webb wells west wheeler white wild will willow winter wise wolf wood
  woods wren wright york young`.split(/\s+/),
);

/** True for a common word (given in lower case) that is just as often a given name or a surname. */
export const isCommonWord = (word: string): boolean => WORDS.has(word);
