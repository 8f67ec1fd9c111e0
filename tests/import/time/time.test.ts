import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { asTime, possibleTimes } from '../../../src/import/time/time.ts';

suite('times as sources write them', () => {
  const MOMENTS: [written: string, published: string][] = [
    ['2031-04-02T09:00:00+02:00', '2031-04-02T09:00:00+02:00'],
    ['2031-04-02T09:00+0200', '2031-04-02T09:00+02:00'],
    ['2031-04-02 09:00:00 +0200', '2031-04-02T09:00:00+02:00'],
    ['2031-04-02T09:00:00:125Z', '2031-04-02T09:00:00.125Z'],
    ['2031-04-02T09:00:00Z[Europe/Berlin]', '2031-04-02T09:00:00Z'],
    ['20310402T090000Z', '2031-04-02T09:00:00Z'],
    ['Wed, 02 Apr 2031 09:00:00 GMT', '2031-04-02T09:00:00Z'],
    ['April 2, 2031 4:05 p.m. EST', '2031-04-02T16:05-05:00'],
    ['2.4.2031, 12:05 AM CEST', '2031-04-02T00:05+02:00'],
  ];
  for (const [written, published] of MOMENTS)
    test(written, () => assert.equal(asTime(written)?.published, published));

  for (const written of ['2031-04-02T09:00', '02.04.2031 - 09:00', '2 April 2031, 09:00 IST'])
    test(`${written}: the zone is not known`, () => {
      const time = asTime(written);
      assert.equal(time?.published, '2031-04-02');
      assert.match(`${time?.local}`, /^2031-04-02T09:00$|^undefined$/);
    });
});

suite('days written out', () => {
  const DAYS: [written: string, lang: string | undefined][] = [
    ['Mittwoch, 2. April 2031', 'de'],
    ['2. April 2031', 'en'],
    ['April 2nd, 2031', undefined],
    ['2nd of April 2031', 'en-GB'],
    ['mercredi 2 avril 2031', 'fr'],
    ['2 de abril de 2031', 'es'],
    ['2 de abril de 2031', 'en'],
    ['2 aprile 2031', 'it'],
    ['2 Nisan 2031', 'tr'],
    ['2 апреля 2031 г.', 'ru'],
    ['2 Απριλίου 2031', 'el'],
    ['2. huhtikuuta 2031', 'fi'],
    ['2. dubna 2031', 'cs'],
    ['2031. április 2.', 'hu'],
    ['2031 m. balandžio 2 d.', 'lt'],
    ['2031. gada 2. aprīlis', 'lv'],
    ['2031年4月2日', 'ja'],
    ['2031년 4월 2일', 'ko'],
    ['2 tháng 4, 2031', 'vi'],
    ['٢ أبريل ٢٠٣١', 'ar'],
    ['2 نيسان 2031', 'ar'],
    ['২ এপ্রিল ২০৩১', 'bn'],
    ['2 अप्रैल 2031', 'hi'],
    ['2 เมษายน 2574', 'th'],
    ['2.4.31', 'de'],
    ['2. 4. 2031', 'sk'],
  ];
  for (const [written, lang] of DAYS)
    test(`${written} (${lang})`, () => assert.equal(asTime(written, lang)?.date, '2031-04-02'));

  test('a name of two months is read in its language, and in no other', () => {
    assert.equal(asTime('5. listopada 2031', 'hr')?.date, '2031-10-05');
    assert.equal(asTime('5 listopada 2031', 'pl')?.date, '2031-11-05');
    assert.equal(asTime('5 listopad 2031'), undefined);
    assert.equal(asTime('Mar 3, 2031', 'fi'), undefined);
  });
});

suite('days that are not known', () => {
  test('of two days that numbers may mean none is taken', () => {
    for (const lang of [undefined, 'en', 'en-US', 'de'])
      assert.equal(asTime('10/11/2031', lang), undefined, lang);
    assert.deepEqual(
      possibleTimes('10/11/2031').map(({ date }) => date),
      ['2031-11-10', '2031-10-11'],
    );
  });
  test('but where the language writes them so, or one number is no month', () => {
    for (const lang of ['fr', 'es', 'pt-BR', 'en-GB'])
      assert.equal(asTime('10/11/2031', lang)?.date, '2031-11-10', lang);
    assert.equal(asTime('25/11/2031')?.date, '2031-11-25');
    assert.equal(asTime('11/25/2031')?.date, '2031-11-25');
    assert.equal(asTime('5/5/2031')?.date, '2031-05-05');
  });
  for (const written of [
    '0001-01-01T00:00:00',
    '1402-08-15',
    '31.2.2031',
    '2.4.',
    'April 2031',
    '2/4/2031/7',
    'yesterday',
    '2.–4. April 2031 in 2032',
  ])
    test(written, () => assert.equal(asTime(written), undefined));
});
