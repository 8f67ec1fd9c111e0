import type { ARCHIVES } from '../../support/archives.ts';

/**
 * What a search must find, by the last parts of the articles' addresses. Names were worked out from the records and their
 * spellings, words and phrases by reading the texts, not by asking the search.
 */
export interface Gold {
  /** The address from `?` on, before its signs are escaped. */
  search: string;
  slugs: string[];
  /** True where nothing else may be found. */
  alone?: true;
}

const find = (search: string, ...slugs: string[]): Gold => ({ search, slugs });
const findAlone = (search: string, ...slugs: string[]): Gold => ({ search, slugs, alone: true });

// biome-ignore format: a list
const VARGA = [
  'evidence-in-full', 'fishers-count-eleven', 'ha-arkhiyon-niftach', 'horin-sho-no-sokuryo', 'inhiyar-turba-fawqa-sidj', 'la-carte-des-hauts-fonds', 'packet-sable-tern-runs-aground', 'raid-on-dunmarrow', 'risala-ila-al-jarida', 'six-dead-in-sallow-reach', 'the-year-it-was-and-the-wire', 'what-the-summer-market-sold',
];
// biome-ignore format: a list
const PORT_ANSEL = [
  'an-owl-in-the-customs-house', 'evidence-in-full', 'families-leave-dunmarrow', 'ha-arkhiyon-niftach', 'horin-sho-no-sokuryo', 'how-to-read-a-lamp', 'inhiyar-turba-fawqa-sidj', 'isik-bekcisi', 'la-carte-des-hauts-fonds', 'packet-sable-tern-runs-aground', 'risala-ila-al-jarida', 'the-year-it-was-and-the-wire', 'what-the-summer-market-sold',
];
// biome-ignore format: a list
const HARBOUR_BOARD = [
  'eight-dead-the-final-count', 'evidence-in-full', 'fishers-count-eleven', 'how-to-read-a-lamp', 'packet-sable-tern-runs-aground', 'risala-ila-al-jarida', 'six-dead-in-sallow-reach', 'the-year-it-was-and-the-wire', 'tides-and-lamps-for-the-week',
];
// biome-ignore format: a list
const VARGA_AT_DUNMARROW = [
  'evidence-in-full', 'horin-sho-no-sokuryo', 'packet-sable-tern-runs-aground', 'raid-on-dunmarrow', 'risala-ila-al-jarida', 'six-dead-in-sallow-reach', 'the-year-it-was-and-the-wire',
];

/** Queries by archive; every fault that is found becomes one more. */
export const GOLD: Partial<Record<keyof typeof ARCHIVES, Gold[]>> = {
  // biome-ignore format: a table reads better than columns
  holms: [
    find('q=ميرا هالوران', 'relief-arrives-ar', 'council-statement-ar'),
    find('q=מירה הלורן', 'archive-found-he'),
    find('q=Мира Халлоран', 'halloran-speech'),
    find('q=Miroslava Halloran', 'halloran-speech'),
    find('q=Lodzki', 'correction-example', 'lamps-lit'),
    find('q=Lodzky', 'lamps-lit'),
    find('q=Łódzki', 'correction-example', 'lamps-lit'),
    find('q=bjorkas', 'ferry-grey-heron-overdue', 'grey-heron-found', 'karte-der-inseln'),
    find('q=Weißmüller', 'karte-der-inseln'),
    find('q=ISIK', 'storm-warning', 'a-long-headline'),
    find('q=田村', 'kaiyo-chosa', 'seals-return'),
    find('q=海洋', 'kaiyo-chosa'),
    find('q=سمير الطيب', 'relief-arrives-ar', 'bidi'),
    find('q=tamura', 'kaiyo-chosa', 'seals-return'),
    find('q=O’Darra', 'grey-heron-found', 'signs'),
    find("q=o'darra", 'grey-heron-found', 'signs'),
    find('q=port ansel harbour board', 'ferry-grey-heron-overdue', 'correction-example'),
    find('q=lysa gora', 'correction-example', 'karte-der-inseln'),
    find('q=halloran stennet', 'fair-at-stennet', 'minutes-in-full'),
    find('q=lamps dark', 'correction-example'),
    find('q=“life ring”', 'ferry-grey-heron-overdue'),
    findAlone('q="ring life"'),
    find('q=umbrellas', 'school-roof'),
    find('q=umbrella', 'school-roof'),
    findAlone('q=quibblewort'),
    findAlone('q=zanderfisch'),
  ],
  // biome-ignore format: a table reads better than columns
  isles: [
    find('q=Varga', ...VARGA),
    find('q=إسمينيا فارغا', ...VARGA),
    find('q=ורגה', ...VARGA),
    find('q=ヴァルガ', ...VARGA),
    find('q=Исмения Варга', ...VARGA),
    find('q=Ισμένια Βάργκα', ...VARGA),
    find('q=Varga-Lund', ...VARGA),
    find('q=lucjan brzezidlo', 'lamps-to-be-watched-from-houses', 'warsztat-w-zabim-legu'),
    find('q=zabi leg', 'warsztat-w-zabim-legu', 'what-the-summer-market-sold'),
    find('q=orkelvag', 'eight-dead-the-final-count', 'evidence-in-full', 'fishers-count-eleven', 'raid-on-dunmarrow', 'warsztat-w-zabim-legu'),
    find('q=weisskliff', 'a-flora-of-great-ansel', 'neue-karte-der-sterne', 'what-the-summer-market-sold'),
    find('q=izgin dagisli', 'eight-dead-the-final-count', 'evidence-in-full', 'how-to-read-a-lamp', 'isik-bekcisi', 'lamps-to-be-watched-from-houses', 'six-dead-in-sallow-reach'),
    find('q=oyvar bronnskar', 'evidence-in-full', 'fishers-count-eleven', 'warsztat-w-zabim-legu'),
    find('q=naseem al-marsawy', 'families-leave-dunmarrow', 'inhiyar-turba-fawqa-sidj', 'june-in-numbers', 'risala-ila-al-jarida', 'the-year-it-was-and-the-wire'),
    find('q=المرساوي', 'families-leave-dunmarrow', 'inhiyar-turba-fawqa-sidj', 'june-in-numbers', 'risala-ila-al-jarida', 'the-year-it-was-and-the-wire'),
    find("q=o'shellan", 'evidence-in-full', 'fishers-count-eleven', 'risala-ila-al-jarida'),
    find('q=oshellan', 'evidence-in-full', 'fishers-count-eleven', 'risala-ila-al-jarida'),
    find('q=maeve oshellan', 'evidence-in-full', 'fishers-count-eleven', 'risala-ila-al-jarida'),
    find('q=IT', 'how-to-read-a-lamp', 'raid-on-dunmarrow', 'the-year-it-was-and-the-wire', 'two-letters-one-name'),
    find('q=Corwin Mabe', 'a-flora-of-great-ansel', 'eight-dead-the-final-count', 'evidence-in-full', 'packet-sable-tern-runs-aground', 'two-letters-one-name'),
    find('q=Dr Mabe', 'a-flora-of-great-ansel', 'two-letters-one-name'),
    find('q=Port Ansel Harbour Board', ...HARBOUR_BOARD),
    find('q=Port Ansel', ...PORT_ANSEL),
    find('q=ميناء أنسل', ...PORT_ANSEL),
    find('q=潮沢', 'evidence-in-full', 'horin-sho-no-sokuryo'),
    find('q=ホリン礁', 'evidence-in-full', 'horin-sho-no-sokuryo', 'packet-sable-tern-runs-aground'),
    find('q=איי וסרי', 'ha-arkhiyon-niftach', 'horin-sho-no-sokuryo', 'isik-bekcisi', 'la-carte-des-hauts-fonds', 'the-year-it-was-and-the-wire', 'warsztat-w-zabim-legu'),
    find('q=Varga Dunmarrow', ...VARGA_AT_DUNMARROW),
    find('q=Sable Tern', 'eight-dead-the-final-count', 'evidence-in-full', 'fishers-count-eleven', 'packet-sable-tern-runs-aground', 'six-dead-in-sallow-reach'),
    find('q=Sable Tern&from=2032-01-01', 'evidence-in-full'),
    find('q=Varga&from=2032-01-01&to=2032-12-31', 'ha-arkhiyon-niftach', 'horin-sho-no-sokuryo', 'la-carte-des-hauts-fonds', 'what-the-summer-market-sold'),
    findAlone('person=ismenia-varga&place=dunmarrow', ...VARGA_AT_DUNMARROW),
    findAlone('organisation=lantern-relief&place=lesser-dun', 'june-in-numbers', 'raid-on-dunmarrow'),
    find('q=paperweight', 'evidence-in-full'),
    find('q="lit at the first match"', 'evidence-in-full', 'six-dead-in-sallow-reach'),
    find('q=resoled', 'notice-from-dunmarrow'),
    find('q=stonecrop', 'a-flora-of-great-ansel'),
    find('q=البطانيات', 'inhiyar-turba-fawqa-sidj'),
    find('q=Fernrohre', 'neue-karte-der-sterne'),
    find('q=鉛筆', 'horin-sho-no-sokuryo'),
    findAlone('q=quillfeather'),
    findAlone('q=tuningfork'),
    findAlone('q=Odo Fennimarch', 'what-the-summer-market-sold', 'packet-sable-tern-runs-aground'),
    find('q=Varga’s', ...VARGA),
    find("q=varga's", ...VARGA),
    find('q=VARGA', ...VARGA),
    find('q=Ismenia Varga', ...VARGA),
    find('q=ismenia varga lund', ...VARGA),
    find('q=varga lund', ...VARGA),
    findAlone('q=“sable tern”', 'eight-dead-the-final-count', 'evidence-in-full', 'fishers-count-eleven', 'packet-sable-tern-runs-aground', 'six-dead-in-sallow-reach'),
    find("q='sable tern'", 'eight-dead-the-final-count', 'evidence-in-full', 'fishers-count-eleven', 'packet-sable-tern-runs-aground', 'six-dead-in-sallow-reach'),
    findAlone('q="be known whose"', 'notice-from-dunmarrow'),
    findAlone('q="was asleep there when"', 'packet-sable-tern-runs-aground'),
    findAlone('q="two days in"', 'evidence-in-full', 'families-leave-dunmarrow'),
    findAlone('q="sold eleven"', 'what-the-summer-market-sold'),
    findAlone('q="lace the boot"', 'notice-from-dunmarrow'),
    findAlone('q="five of the raiders"', 'raid-on-dunmarrow'),
    findAlone('q="mail packet sable tern"', 'packet-sable-tern-runs-aground'),
    findAlone('q="of no use"', 'notice-from-dunmarrow'),
    findAlone('q="packet mail tern"'),
    findAlone('q=“lit at the first match”', 'evidence-in-full', 'six-dead-in-sallow-reach'),
    find('q=infirmary midnight', 'evidence-in-full'),
    find('q=wedding telegraph'),
    find('q=newspaper letters', 'evidence-in-full'),
    find('q=skippers aground', 'eight-dead-the-final-count'),
    findAlone('q=midnight -infirmary', 'the-year-it-was-and-the-wire'),
    findAlone('q=telegraph -wedding', 'raid-on-dunmarrow', 'the-year-it-was-and-the-wire', 'two-letters-one-name'),
    findAlone('q=agreement -thursday', 'bakers-agree-on-the-price-of-bread'),
    findAlone('q=saturday -sunday', 'fishers-count-eleven', 'what-the-summer-market-sold'),
    find('q=botanist', 'evidence-in-full', 'two-letters-one-name'),
    find('q=blankets', 'june-in-numbers', 'packet-sable-tern-runs-aground'),
    find('q=aground', 'eight-dead-the-final-count', 'packet-sable-tern-runs-aground'),
    find('q=bootlace'),
    findAlone('q=-the', 'horin-sho-no-sokuryo', 'isik-bekcisi', 'warsztat-w-zabim-legu', 'neue-karte-der-sterne', 'la-carte-des-hauts-fonds', 'ha-arkhiyon-niftach', 'risala-ila-al-jarida', 'inhiyar-turba-fawqa-sidj'),
    findAlone('q="mail packet" -skippers', 'families-leave-dunmarrow', 'packet-sable-tern-runs-aground'),
    findAlone('q=???'),
    findAlone('q=xyzzyplugh'),
    findAlone('q="two days in the"', 'evidence-in-full'),
    findAlone('q=quillfeather blankets'),
  ],
};
