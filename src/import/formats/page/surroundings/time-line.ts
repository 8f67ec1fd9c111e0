/** Lines that say no more than when an article was published or changed: the page’s data say it too. */

const LANGUAGES =
  'ar bg ca cs da de el en es et fi fr he hr hu id it ja ko lt lv nb nl pl pt ro ru sk sl sr sv th tr uk vi zh'.split(
    ' ',
  );

const LABELS =
  'published publication posted updated update last modified first original originally edited created date on at and by time am pm est edt cst cdt mst mdt pst pdt hst gmt utc cet cest bst ist uhr veröffentlicht aktualisiert zuletzt erstellt stand am um vom publié publiée mis mise à jour le la modifié modifiée publicado publicada actualizado actualizada atualizado atualizada modificado em el las a às las de del hs h pubblicato aggiornato il alle gepubliceerd bijgewerkt opublikowano aktualizacja publicerad uppdaterad опубликовано обновлено в г';

/** Words that may stand in such a line: labels, and the months and days of the week in many languages. */
function wordsOfTime(): Set<string> {
  const words = new Set(LABELS.split(' '));
  for (const language of LANGUAGES)
    for (const width of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, {
        weekday: width,
        month: width,
        day: 'numeric',
      });
      for (let month = 0; month < 12; month++)
        for (const { type, value } of format.formatToParts(Date.UTC(2031, month, 1 + month)))
          if (type === 'month' || type === 'weekday')
            for (const word of value.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []) words.add(word);
    }
  return words;
}

const LONGEST = 160;
const WORD = /[\p{L}\p{M}]+/gu;
let known: Set<string> | undefined;

/** Whether a line holds figures and words of time, and nothing else. */
export function isTimeLine(text: string): boolean {
  if (text.length > LONGEST || !/\d/u.test(text)) return false;
  known ??= wordsOfTime();
  // “2031-04-02T09:00Z” and “4h” have letters that belong to figures.
  const words =
    text
      .toLowerCase()
      .replace(/\d[\dtz:.+-]*/gu, ' ')
      .match(WORD) ?? [];
  const isYearAlone = words.length === 0 && !/\d[-./:]\d/u.test(text);
  return !isYearAlone && words.every((word) => known?.has(word));
}
