/**
 * The names by which others call the fields of an article, in English, German, French, Spanish, Portuguese and Italian.
 * Case, accents and signs do not count. Where a source has several of one field, the first that says something is taken;
 * of subjects and former addresses all are.
 */
export const SYNONYMS = {
  title: [
    'title headline headlines posttitle',
    'titel überschrift schlagzeile',
    'titre título manchete titolo',
    'name',
  ],
  summary: [
    'description summary excerpt postexcerpt lead lede dek standfirst teaser abstract subtitle subheadline subhead',
    'vorspann zusammenfassung anriss kurztext untertitel beschreibung',
    'chapô chapeau résumé extrait sous-titre',
    'resumen entradilla bajada descripción subtítulo',
    'resumo linha-fina descrição',
    'sommario riassunto sottotitolo descrizione',
  ],
  date: [
    'date postdate pubdate publishdate publisheddate publishedat publishedon publicationdate datepublished',
    'publishdatetime published issued',
    'datum erscheinungsdatum erschienen erschienen-am veröffentlichungsdatum veröffentlicht-am publiziert-am',
    'date-de-publication date-de-parution publié-le',
    'fecha fecha-de-publicación publicado-el',
    'data data-de-publicação publicado-em',
    'data-di-pubblicazione pubblicato-il',
  ],
  author: [
    'author authors byline by writer writers creator creators postauthor authorname reporter journalist',
    'autor autoren autorin verfasser verfasserin',
    'auteur auteurs auteure autrice signature',
    'autores autora autore autori firma',
  ],
  publisher: [
    'publisher publication newspaper sitename outlet source journal',
    'zeitung medium quelle périodique',
    'periódico medio fuente',
    'jornal fonte giornale testata',
  ],
  url: [
    'canonicalurl canonical url link permalink posturl postpageurl articleurl sourceurl webaddress source identifier',
    'adresse lien enlace dirección endereço indirizzo',
  ],
  lang: ['lang language locale inlanguage', 'sprache langue idioma lingua'],
  subjects: [
    'tags tag keywords keyword topics topic subjects subject categories category maincategory section sections',
    'schlagwörter schlagworte stichwörter stichworte themen thema kategorie kategorien rubrik ressort',
    'mots-clés étiquettes sujets rubrique catégorie catégories thèmes',
    'etiquetas palabras-clave temas tema sección categoría categorías',
    'palavras-chave assuntos assunto seção categorias',
    'etichette parole-chiave argomenti sezione categorie',
  ],
  formerUrls: ['aliases alias redirectfrom formerurls oldurl oldurls'],
  located: ['dateline'],
  picture: [
    'image images featuredimage featureimage leadimage heroimage hero cover coverimage picture photo photograph',
    'imageurl photourl pictureurl imagefile photofile thumbnail',
    'bild titelbild aufmacherbild foto imagen imagem immagine',
  ],
  pictureAlt: [
    'imagealt featuredimagealt coveralt photoalt picturealt alttext imagealttext bildbeschreibung',
  ],
  pictureCaption: [
    'imagecaption featuredimagecaption covercaption photocaption picturecaption caption bildunterschrift legende',
  ],
  pictureCredit: [
    'imagecredit photocredit picturecredit photographer photoby bildnachweis bildquelle fotograf',
  ],
  text: [
    'bodyhtml contenthtml html htmlcontent articlebody body text content contents fulltext articletext bodytext',
    'posttext postcontent postbody plaincontent plaintext maintext story article extractedtext transcription',
    'volltext artikeltext inhalt beitrag artikel',
    'texte contenu corps texte-intégral',
    'texto contenido cuerpo texto-completo artículo',
    'conteúdo corpo artigo',
    'testo contenuto testo-completo articolo',
  ],
} as const;

/** A field of an article, or its text. */
export type Meaning = keyof typeof SYNONYMS;

/** What says in other languages whether an item is public, by the English name that `formats/status.ts` knows. */
const OF_STATUS = {
  status: 'statut estado stato zustand veröffentlichungsstatus',
  draft: 'entwurf brouillon borrador rascunho bozza',
  published: 'veröffentlicht publié publicado pubblicato',
  visibility: 'sichtbarkeit visibilité visibilidad visibilidade visibilità',
  private: 'privat privé privado privato',
} as const;

/** What a site is built with: it says nothing of an article. */
const OF_SITES = new Set(
  'layout template type kind id postid uuid internalid guid weight order menu toc math emailsentat inboxsentat'.split(
    ' ',
  ),
);

// Vocabularies and parts of systems stand before the names: `dcterms:title`, `Dublin Core : Title`.
const PREFIX =
  /^(?:dc|dcterms|dublin core|bibo|schema|og|extracttext|item type metadata)\s{0,3}[:.]\s{0,3}/iu;

/** A name without the vocabulary that it is of. */
export const withoutVocabulary = (name: string): string => name.trim().replace(PREFIX, '');

/** A name without its vocabulary, in small letters, without accents and signs: “Date de publication” is `datedepublication`. */
export const plainName = (name: string): string =>
  withoutVocabulary(name)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}]/gu, '');

/** What of a table of words stands for what. */
const byName = <Key>(table: Iterable<readonly [Key, string]>) =>
  new Map(
    [...table].flatMap(([key, words]) => words.split(' ').map((word) => [plainName(word), key])),
  );

const MEANINGS = new Map<string, Meaning[]>();
/** The place of each name within its field: the lower, the sooner it is taken. */
const RANKS = new Map<string, number>();
for (const [meaning, lines] of Object.entries(SYNONYMS) as [Meaning, readonly string[]][])
  for (const [rank, word] of lines.join(' ').split(' ').entries()) {
    const name = plainName(word);
    MEANINGS.set(name, [...new Set([...(MEANINGS.get(name) ?? []), meaning])]);
    if (!RANKS.has(`${meaning} ${name}`)) RANKS.set(`${meaning} ${name}`, rank);
  }

const STATUSES = byName(Object.entries(OF_STATUS) as [keyof typeof OF_STATUS, string][]);

/** The fields that a name stands for: `source` may be an address or a publisher. */
export const meaningsOf = (name: string): readonly Meaning[] => MEANINGS.get(plainName(name)) ?? [];

/** How soon a name is taken for a field that it stands for. */
export const rankOf = (meaning: Meaning, name: string): number =>
  RANKS.get(`${meaning} ${plainName(name)}`) ?? Number.POSITIVE_INFINITY;

/** The English name of what says whether an item is public; the name itself where it is no such name. */
export const statusNameOf = (name: string): string =>
  STATUSES.get(plainName(name)) ?? plainName(name);

/** Whether a name is of a site’s own making, and tells nothing of an article. */
export const isOfSite = (name: string): boolean => OF_SITES.has(plainName(name));
