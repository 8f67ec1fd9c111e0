import {
  added,
  type Fault,
  FRONTMATTER,
  ORGANISATION,
  PERSON,
  PLACE,
  spoilt,
  testFaults,
} from '../setup/broken.ts';

const figureAgain = FRONTMATTER.split('figures:\n')[1] ?? '';
const inPlace = (partOf: string) => `name: Port Ansel\npartOf: ${partOf}\n`;

// biome-ignore format: a table, a fault a row
const FAULTS: Fault[] = [
  ['an unknown person', spoilt('[ada-varga]', '[ada-varga, ada-verga]'), '5:21', 'ada-verga', 'id of a record in people/', 'Did you mean “ada-varga”?'],
  ['an unknown place', spoilt('[port-ansel]', '[port-ansel, zanzibar]'), '6:22', 'zanzibar', 'id of a record in places/', 'add places/zanzibar.yaml'],
  ['an unknown organisation', spoilt('[harbour-board]', '[harbour-board, habour-board]'), '7:32', 'habour-board', 'id of a record in organisations/', 'Did you mean “harbour-board”?'],
  ['an unknown subject', added('about: [ada-varg]\n'), '21:9', 'ada-varg', 'id of an authority record', 'Did you mean “ada-varga”?'],
  ['an unknown dateline', spoilt('dateline: port-ansel', 'dateline: port-ansell'), '8:11', 'port-ansell', 'id of a record in places/', 'Did you mean “port-ansel”?'],
  ['an id under the wrong kind', spoilt('[ada-varga]', '[ada-varga, port-ansel]'), '5:21', 'port-ansel', 'id of a record in people/', '“port-ansel” is in places/'],
  ['a dateline of the wrong kind', spoilt('dateline: port-ansel', 'dateline: ada-varga'), '8:11', 'ada-varga', 'id of a record in places/', '“ada-varga” is in people/: name one of places/'],
  ['a counter that is misspelt as unknown', spoilt('countedBy: harbour-board', 'countedBy: unkown'), '20:16', 'unkown', ', or unknown', 'Did you mean “unknown”?'],
  ['an unknown reporter, stated as such', added('    reportedBy: unknown\n'), '21:17', 'unknown', 'id of a record in organisations/', 'Leave the field out'],
  ['an organisation with the id unknown', { 'organisations/unknown.yaml': 'name: Unknown\n' }, 'organisations/unknown.yaml:1:1', 'unknown', 'reserved', 'Choose another'],
  ['an id twice in a list', spoilt('[ada-varga]', '[ada-varga, ada-varga]'), '5:21', 'ada-varga', 'once in a list', 'Take the second one out'],
  ['an id that is a path', spoilt('[ada-varga]', '[ada-varga, ../x]'), '5:21', '../x', 'lower-case letters', 'port-ansel'],
  ['an id with a capital', spoilt('[ada-varga]', '[Ada-varga]'), '5:10', 'Ada-varga', 'lower-case letters', 'port-ansel'],
  ['a person who is not in the text', { ...spoilt('[ada-varga]', '[ada-varga, una-holt]'), 'people/una-holt.yaml': 'name: Una Holt\n' }, '5:21', 'una-holt', 'occurs in the text', '“Una Holt”. Add the spelling that it uses to people/una-holt.yaml'],
  ['an acronym that the text has in lower case only', { ...spoilt('[harbour-board]', '[harbour-board, on]'), 'organisations/on.yaml': 'name: ON\n' }, '7:32', 'on', 'occurs in the text', '“ON”'],
  ['a figure in other words than the text', spoilt('asStated: twelve', 'asStated: 12'), '14:15', '12 sailors were missing', 'to the letter', 'Copy them from the text'],
  ['two figures of one id', added(figureAgain), '21:9', 'missing-sailors', 'once in an article', 'an id of its own'],
  ['a figure that is part of an unknown one', added('    partOf: all-sailors\n'), '21:13', 'all-sailors', 'another figure of its article', 'Write the id'],
  ['a figure that supersedes an unknown one', added('    supersedes: 2031/04/01/storm#f-x\n'), '21:17', '2031/04/01/storm#f-x', 'supersedes one that an article', 'Correct the reference'],
  ['a count by an unknown organisation', spoilt('countedBy: harbour-board', 'countedBy: harbor-board'), '20:16', 'harbor-board', 'organisations/, or unknown', 'Did you mean “harbour-board”?'],
  ['a figure of an unknown place', spoilt('    place: port-ansel', '    place: atoll'), '17:12', 'atoll', 'id of a record in places/', 'add places/atoll.yaml'],
  ['one id for a person and a place', { 'places/ada-varga.yaml': 'name: Ada Varga\n' }, 'places/ada-varga.yaml:1:1', 'ada-varga', 'people/ada-varga.yaml has this one too', 'Rename one'],
  ['a record with a misspelt field', { [PERSON]: 'name: Ada Varga\nalaises: []\n' }, `${PERSON}:2:1`, 'alaises', 'Only known fields', 'Did you mean “aliases”?'],
  ['a record with no name', { [PERSON]: 'aliases: [Ada Varga]\n' }, `${PERSON}:1:1`, '', '“name” is required', 'Add a line “name: …”'],
  ['a bad address in another catalogue', { [ORGANISATION]: 'name: Harbour Board\nsameAs:\n  - Q42\n' }, `${ORGANISATION}:3:5`, 'Q42', 'https://', 'whole address'],
  ['a latitude over 90', { [PLACE]: 'name: Port Ansel\ncoordinates: [91.5, 10]\n' }, `${PLACE}:2:15`, '91.5', 'from -90 to 90', '[latitude, longitude]'],
  ['a longitude over 180', { [PLACE]: 'name: Port Ansel\ncoordinates: [9.5, 181]\n' }, `${PLACE}:2:20`, '181', 'from -180 to 180', '[latitude, longitude]'],
  ['a latitude alone', { [PLACE]: 'name: Port Ansel\ncoordinates: [9.5]\n' }, `${PLACE}:2:14`, '[9.5]', 'two numbers', '[latitude, longitude]'],
  ['coordinates as text', { [PLACE]: 'name: Port Ansel\ncoordinates: 9.5, 10\n' }, `${PLACE}:2:14`, '9.5, 10', 'two numbers', '[latitude, longitude]'],
  ['a person told apart from itself', { [PERSON]: 'name: Ada Varga\ndistinctFrom: [ada-varga]\n' }, `${PERSON}:2:16`, 'ada-varga', 'another record in people/', 'take this one out'],
  ['a place that is part of an unknown one', { [PLACE]: inPlace('holms') }, `${PLACE}:2:9`, 'holms', 'another record in places/', 'add places/holms.yaml'],
  ['a place that is part of itself', { [PLACE]: inPlace('port-ansel') }, `${PLACE}:2:9`, 'port-ansel', 'another record in places/', 'id of another, or take this one out'],
  ['a place that is part of itself through another', { [PLACE]: inPlace('holms'), 'places/holms.yaml': 'name: Holms\npartOf: port-ansel\n' }, 'places/holms.yaml:2:9', 'port-ansel', 'not part of itself', 'holms → port-ansel → holms'],
  ['a person told apart from an unknown one', { [PERSON]: 'name: Ada Varga\ndistinctFrom: [una-holt]\n' }, `${PERSON}:2:16`, 'una-holt', 'another record in people/', 'Correct the id'],
];

testFaults(FAULTS);
