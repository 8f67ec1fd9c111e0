import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { suite, test } from 'node:test';
import { openSource } from '../../../../src/import/formats/source.ts';
import { partsOfCsv } from '../../../../src/import/formats/table/csv.ts';
import { inputsOf } from '../../../../src/import/input.ts';
import { itemsOf } from '../../../../src/import/item.ts';
import { readingsOf } from '../../../support/readings.ts';
import { scratchFolder, write } from '../../../support/scratch.ts';

/** Each item of an input with its place: its headline and text, why it is passed over, or what is wrong. */
async function placesOf(path: string | Uint8Array, encoding?: string) {
  const found: string[] = [];
  const inputs = typeof path === 'string' ? inputsOf(path) : [{ name: 'input', bytes: path }];
  for (const input of inputs) {
    assert.ok(!('fault' in input));
    for await (const { item } of itemsOf(input, { encoding })) {
      const { reading } = item;
      const said =
        'document' in reading
          ? `${reading.document.title}: ${reading.document.mdx.trim()}`
          : 'skipped' in reading
            ? reading.as
            : reading.fault;
      found.push(`${item.origin.replace(/^.*(?=[:,][^/]*$)/, '')} ${said}`);
    }
  }
  return found;
}

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'));

suite('a table of lines', () => {
  test('a day that may be two is one under the name of a status too, and is never passed over', async () => {
    const rows = ['A,10/11/2021,Which month?', 'B,12/25/2021,Certain.', 'C,soon,Not yet.'];
    for (const name of ['Published', 'Date']) {
      const found = await placesOf(csv(`Headline,${name},Text`, ...rows.slice(0, 2)));
      assert.deepEqual(found, [':2 A: Which month?', ':3 B: Certain.']);
    }
    assert.deepEqual(await placesOf(csv('Headline,Published,Text', ...rows.slice(2))), [
      ':2 unknown',
    ]);
  });

  test('an item a row, named by its line; quotation marks and line breaks in cells', async () => {
    const table = csv(
      'title,date,text',
      '"Lamp, lit",2021-04-02,"One.',
      '',
      '""Two."""',
      '',
      'Gale,2021-04-03,Three.',
    );
    for (const bytes of [table, Buffer.from(`\uFEFF${table.toString().replaceAll('\n', '\r\n')}`)])
      assert.deepEqual(await placesOf(bytes), [
        ':2 Lamp, lit: One.\n\n“Two.”'.replaceAll(/[“”]/g, '"'),
        ':6 Gale: Three.',
      ]);
  });

  test('parted by semicolons, tabs, bars, and as Excel says in its first line', async () => {
    for (const sign of [';', '\t', '|'])
      assert.deepEqual(
        await placesOf(csv(`title${sign}date${sign}text`, `Lamp${sign}2021-04-02${sign}Lit.`)),
        [':2 Lamp: Lit.'],
      );
    assert.deepEqual(await placesOf(csv('sep=;', 'title;text', 'Lamp;Lit.')), [':3 Lamp: Lit.']);
  });

  test('in UTF-16 as Excel writes it, and in an encoding that is named', async () => {
    const text = 'title\ttext\nLampe\tDas Licht für Quérn.\n';
    const read = [':2 Lampe: Das Licht für Quérn.'];
    assert.deepEqual(await placesOf(Buffer.from(`\uFEFF${text}`, 'utf16le')), read);
    assert.deepEqual(await placesOf(Buffer.from(text, 'latin1'), 'windows-1252'), read);
    assert.match(
      (await placesOf(Buffer.from(text, 'latin1'))).join(),
      /Line 2 is not UTF-8.*--encoding windows-1252/,
    );
  });

  test('a row that is broken fails alone, by its line', async () => {
    const found = await placesOf(
      csv(
        'title,date,text',
        'A,2021-04-02,One.',
        'B,2021-04-02',
        'C,2021-04-02,x,y',
        'D,2021-04-02,"Two" x.',
        'E,2021-04-02,Three.,,',
        '',
        'F,2021-04-02,Four.',
      ),
    );
    assert.deepEqual(
      found.map((one) => one.replace(/ (?:This row|Its quotation).*/, ' fault')),
      [':2 A: One.', ':3 fault', ':4 fault', ':5 fault', ':6 E: Three.', ':8 F: Four.'],
    );
  });

  test('a quotation mark that is not closed ends it, and what was before is read', async () => {
    const found = await placesOf(csv('title,text', 'A,One.', 'B,"Two.', 'C,Three.'));
    assert.equal(found[0], ':2 A: One.');
    assert.match(found[1] ?? '', /not closed/);
  });

  test('without a column of text it is refused, with what to rename', async () => {
    const { faults } = await readingsOf('title,date,author\nLamp,2021-04-02,Ismene Kott\n');
    assert.match(
      faults.join(),
      /^It is CSV without a column of text\. Its columns are “title”, “date”, “author”\. Call the one/,
    );
  });

  test('of subscribers it is private: refused where it is named, passed over in a folder', async (t) => {
    const list = 'email,active_subscription,created_at\na@b.example,true,2021-04-02\n';
    assert.match((await readingsOf(list)).faults.join(), /private, and is not read/);
    const folder = scratchFolder(t);
    write(folder, { 'email_list.csv': list });
    assert.deepEqual(await placesOf(folder), [`${folder}/email_list.csv private`]);
  });

  test('a space before a quotation mark, and one within a cell', async () => {
    const found = await placesOf(
      csv('title, date, text', 'A, 2021-04-02, "One, two."', 'B,2021-04-02,a 6" pipe'),
    );
    assert.deepEqual(found, [':2 A: One, two.', ':3 B: a 6" pipe']);
  });

  test('a row without the day of publication that others have is a draft', async () => {
    const found = await placesOf(
      csv('title,date,published_at,text', 'A,2021-04-02,,x', 'B,,2021-04-02,x'),
    );
    assert.deepEqual(found, [':2 draft', ':3 B: x']);
  });

  test('rows that were not published are passed over', async () => {
    const found = await placesOf(
      csv(
        'titel;datum;text;status;entwurf',
        'A;2021-04-02;x;veröffentlicht;',
        'B;2021-04-02;x;Entwurf;',
        'C;2021-04-02;x;;',
        'D;2021-04-02;x;publish;ja',
        'E;2021-04-02;;publish;nein',
      ),
    );
    assert.deepEqual(found, [':2 A: x', ':3 draft', ':4 unknown', ':5 draft', ':6 blank']);
  });
});

suite('the columns of a table', () => {
  for (const [header, row] of [
    [
      'Überschrift;Erschienen am;Autorin;Inhalt;Rubrik',
      'Lampe;2021-04-02;Ismene Kott;Licht.;Hafen',
    ],
    [
      'Titre;Date de publication;Auteur;Texte intégral;Mots-clés',
      'Lampe;2021-04-02;Ismene Kott;Licht.;Hafen',
    ],
    [
      'Título;Fecha de publicación;Autora;Contenido;Etiquetas',
      'Lampe;2021-04-02;Ismene Kott;Licht.;Hafen',
    ],
    [
      'Título;Data de publicação;Autor;Conteúdo;Palavras-chave',
      'Lampe;2021-04-02;Ismene Kott;Licht.;Hafen',
    ],
    [
      'Titolo;Data di pubblicazione;Autore;Testo;Parole chiave',
      'Lampe;2021-04-02;Ismene Kott;Licht.;Hafen',
    ],
    [
      'dcterms:title;dcterms:date;dcterms:creator;extracttext:extracted_text;dcterms:subject',
      'Lampe;2021-04-02;Ismene Kott;Licht.;Hafen',
    ],
    [
      'Dublin Core:Title;Dublin Core:Date;Dublin Core:Creator;Item Type Metadata:Text;Dublin Core:Subject',
      'Lampe;2021-04-02;Ismene Kott;Licht.;Hafen',
    ],
    [
      'Title;Publish Date;Author;Plain Content;Tags',
      'Lampe;2021-04-02;Ismene Kott;Licht.;["Hafen"]',
    ],
  ] as const)
    test(header, async () => {
      const { stories, faults } = await readingsOf(`${header}\n${row}\n`, 'table.csv');
      assert.deepEqual(faults, []);
      const [story] = stories;
      assert.deepEqual(
        [story?.title, story?.date, story?.author, story?.mdx, story?.subjects, story?.notes],
        ['Lampe', '2021-04-02', 'Ismene Kott', 'Licht.\n', ['Hafen'], []],
      );
    });

  test('HTML is told by its tags, and a text beside it is named', async () => {
    const { stories } = await readingsOf(
      'title,date,text,html\nA,2021-04-02,One two,"<p>One</p><p>two <img src=x></p>"\nB,2021-04-02,"3 < 4\nand <so> on",\nC,2021-04-02,"<b>One</b>\n\ntwo",\n',
    );
    assert.deepEqual(
      stories.map(({ mdx }) => mdx),
      ['One\n\ntwo\n', '3 \\< 4\n\nand \\<so> on\n', '**One**\n\ntwo\n'],
    );
    assert.deepEqual(stories[0]?.notes, ['its fields “text” left out']);
    assert.equal(stories[0].media?.[0]?.name, 'x');
  });
});

suite('Substack', () => {
  const HEADER = 'post_id,post_date,is_published,email_sent_at,type,audience,title,subtitle';
  const row = (id: string, isPublished = 'true', audience = 'everyone') =>
    `${id},2021-04-02T08:00:00.000Z,${isPublished},,newsletter,${audience},Lamp,At last`;

  test('the texts beside the table, of what everyone may read', async (t) => {
    const folder = scratchFolder(t);
    write(folder, {
      'posts.csv': [
        HEADER,
        row('12.lamp'),
        row('13.draft', 'false'),
        row('14.paid', 'true', 'only_paid'),
        row('15.gone'),
        row('16.flat'),
      ].join('\n'),
      'posts/12.lamp.html': '<p>Lit.</p>',
      'posts/13.draft.html': '<p>Secret.</p>',
      'posts/14.paid.html': '<p>Secret.</p>',
      '16.flat.html': '<p>Flat.</p>',
      'posts/12.opens.csv': 'post_id,timestamp,email\n12,2021-04-02,a@b.example\n',
    });
    const found = (await placesOf(folder)).map((one) => one.replace(/^.*\//, ''));
    assert.deepEqual(found, [
      '16.flat.html file',
      '12.lamp.html file',
      '12.opens.csv private',
      '13.draft.html file',
      '14.paid.html file',
      ':2 Lamp: Lit.',
      ':3 draft',
      ':4 private',
      '15.gone.html. Unpack the whole export.',
      ':6 Lamp: Flat.',
    ]);
  });

  test('nothing leads out of its folder: no name of a file, and no link', async (t) => {
    const folder = scratchFolder(t);
    write(folder, {
      'secret.html': '<p>Secret.</p>',
      'export/posts.csv': [
        HEADER,
        row('../secret'),
        row('12.link'),
        row('13.x/../../secret'),
        row('/etc/passwd'),
      ].join('\n'),
      'elsewhere/posts/14.far.html': '<p>Secret.</p>',
      'other/posts.csv': [HEADER, row('14.far')].join('\n'),
    });
    write(folder, { 'export/posts/20.x.html': '<p>x</p>' });
    symlinkSync(join(folder, 'secret.html'), join(folder, 'export/posts/12.link.html'));
    symlinkSync(join(folder, 'elsewhere/posts'), join(folder, 'other/posts'));
    for (const name of ['export', 'other'])
      for (const found of await placesOf(join(folder, name, 'posts.csv')))
        assert.match(found, /not beside the table/);
  });

  test('a pipe in the place of a text or of the table is never waited for', async (t) => {
    const folder = scratchFolder(t);
    write(folder, {
      'export/posts.csv': [HEADER, row('12.pipe')].join('\n'),
      'export/posts/20.x.html': '<p>x</p>',
      'piped/posts/12.lamp.html': '<p>The lamp of Quern was lit.</p>',
    });
    execFileSync('mkfifo', [
      join(folder, 'export/posts/12.pipe.html'),
      join(folder, 'piped/posts.csv'),
    ]);
    for (const found of await placesOf(join(folder, 'export/posts.csv')))
      assert.match(found, /not beside the table/);
    assert.equal((await placesOf(join(folder, 'piped/posts/12.lamp.html'))).length, 1);
  });

  test('a table whose place nobody knows has no texts', async () =>
    assert.match(
      (await readingsOf([HEADER, row('12.lamp')].join('\n'))).faults.join(),
      /Name the file where it lies/,
    ));
});

test('a table larger than memory is read row by row', async () => {
  const line = Buffer.from(
    `Lamp,2021-04-02,"${'The lamp was lit again, and again. '.repeat(300)}"\n`,
  );
  const rows = 6000;
  const source = await openSource(
    { name: 'input', bytes: csv('title,date,text', 'A,2021-04-02,B') },
    undefined,
  );
  async function* stream() {
    yield Buffer.from('title,date,text\n');
    for (let row = 0; row < rows; row++) yield line;
  }
  let count = 0;
  let most = 0;
  for await (const { place } of partsOfCsv({ ...source, stream })) {
    count++;
    if (count % 1000 === 0) most = Math.max(most, process.memoryUsage().heapUsed);
    assert.equal(place, `:${count + 1}`);
  }
  assert.equal(count, rows);
  assert.ok(most < 200e6, `${most}`);
});
