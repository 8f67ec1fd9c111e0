import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { entriesOf } from '../../../../src/import/formats/bibliography/bibtex/entries.ts';
import { placed, stated } from './read.ts';

const article = (fields: string, key = 'a') =>
  `@article{${key},\n  title = {Quern},\n  date = {2021-04-02},\n${fields}\n}\n`;
const field = async (fields: string) => stated(article(fields));

suite('BibTeX and BibLaTeX', () => {
  test('each field that has a place here, and none other', async () => {
    assert.deepEqual(
      await stated(`@article{kott,
  title = {The lamp of {Quern}},
  subtitle = {A reckoning},
  author = {Kott, Ismene and Jon Brandt},
  journaltitle = {The Quern Courier},
  date = {2021-04-02},
  volume = 12, number = {163}, edition = {late}, pages = {A1--A3},
  url = {https://courier.example/a_b%20c},
  urldate = {2021-05-06},
  langid = {british},
  keywords = {lamps; \\'Ecole, keepers},
  abstract = {Who kept it.},
}`),
      {
        kind: 'none',
        title: 'The lamp of Quern: A reckoning',
        date: '2021-04-02',
        author: 'Ismene Kott, Jon Brandt',
        publisher: 'The Quern Courier',
        url: 'https://courier.example/a_b%20c',
        accessed: '2021-05-06',
        lang: 'en-GB',
        summary: 'Who kept it.',
        subjects: ['École', 'keepers', 'lamps'],
        volume: '12',
        issue: '163',
        edition: 'late',
        page: 'A1–A3',
      },
    );
  });

  test('what is private is left out and told by its name alone', async () => {
    const item = await field(
      'note = {I doubt it}, annote = {Ask her}, annotation = {x}, file = {/home/kott/a.pdf}, owner = {kott}, timestamp = {2021.05.06}',
    );
    assert.deepEqual(item.notes, [
      'its fields “note”, “annote”, “annotation”, “file”, “owner”, “timestamp” left out',
    ]);
    assert.doesNotMatch(JSON.stringify(item), /doubt|Ask her|home/);
  });

  test('what is private changes no digest', async () => {
    const digest = async (more: string) => {
      const [item] = (await placed(article(more))).values();
      return typeof item === 'object' ? item.sha256 : item;
    };
    assert.equal(await digest('note = {one}'), await digest('  note={two}  '));
    assert.notEqual(await digest(''), await digest('volume = 3'));
  });

  const TEX: [written: string, read: string][] = [
    [`{\\"U}ber die Br\\"ucke`, 'Über die Brücke'],
    [`\\'Ecole, caf\\'{e}, \\^{\\i}le, \\'{\\i}`, 'École, café, île, í'],
    ['Stra{\\ss}e, {\\AA}land, {\\o}re, \\c{c}a', 'Straße, Åland, øre, ça'],
    ['{Ö}l --- so -- so', 'Öl — so – so'],
    ['50\\% \\& \\#1 \\$3 a\\_b', '50% & #1 $3 a_b'],
    ['{{Two Braces}} {in {three}}', 'Two Braces in three'],
    ['\\emph{Grey} \\textbf{Heron}', 'Grey Heron'],
    ['a~b', 'a b'],
    ["``We look on,'' she said", '“We look on,” she said'],
    ['1 < 2 > 0 \\textless b\\textgreater', '1 < 2 > 0 <b>'],
    ['Bread at $2, and $x^2$', 'Bread at $2, and $x^2$'],
    ['Squares: $x^2$', 'Squares: x²'],
  ];
  for (const [written, read] of TEX)
    test(`TeX: ${written}`, async () => {
      const { title } = await stated(`@article{a, title = {${written}}, date = {2021-04-02}}`);
      assert.equal(title?.replaceAll('\u00a0', ' '), read);
    });

  for (const [written, read] of [
    ['a\\_b?x=1\\&y=2\\#f', 'a_b?x=1&y=2#f'],
    ['{\\_}b{\\textunderscore}c\\textasciitilde d\\~{}e', '_b_c~d~e'],
    ['a%20b', 'a%20b'],
  ])
    test(`the address ${written}`, async () => {
      const { url, notes } = await stated(
        `@article{a, title = {A}, date = {2021-04-02}, url = {https://courier.example/${written}}}`,
      );
      assert.equal(url, `https://courier.example/${read}`);
      assert.deepEqual(notes ?? [], []);
    });

  test('quotations and emphasis of LaTeX keep their words apart', async () => {
    const { title, notes } = await stated(
      '@article{a, title = {A \\textquote{lamp} of \\enquote*{Quern}, \\textquote[{Osk}]{was} \\emph{lit} \\textit{at} \\texttt{dusk}}, date = {2021-04-02}}',
    );
    assert.equal(title, 'A “lamp” of “Quern”, “was” lit at dusk');
    assert.deepEqual(notes ?? [], []);
  });

  const NAMES: [written: string, read: string][] = [
    ['van der Meer, Jan and Ludwig van Beethoven', 'Jan van der Meer, Ludwig van Beethoven'],
    ['King, Jr., Tom', 'Tom King Jr.'],
    ['{Harbour Board of Quern and Osk}', 'Harbour Board of Quern and Osk'],
    ['{{Associated {Wires}}}', 'Associated Wires'],
    ['Kott, Ismene and others', 'Ismene Kott and others'],
  ];
  for (const [written, read] of NAMES)
    test(`names: ${written}`, async () => {
      assert.equal((await field(`author = {${written}}`)).author, read);
    });

  const DAYS: [fields: string, day: string | undefined][] = [
    ['year = 2021, month = apr, day = 2', '2021-04-02'],
    ['year = {2021}, month = {April}, day = {2}', '2021-04-02'],
    ['year = 2021, month = 4, day = 2', '2021-04-02'],
    ['year = 2021, month = "2~" # apr', '2021-04-02'],
    ['year = 2021, month = apr # "~2"', '2021-04-02'],
    ['date = {2021-04-02T08:30:00+02:00}', '2021-04-02'],
    ['date = {2021-04}', undefined],
    ['year = 2021, month = apr', undefined],
    ['year = 2021', undefined],
    ['date = {2021-04-02/2021-04-05}', undefined],
    ['date = {2021-02-30}', undefined],
  ];
  for (const [fields, day] of DAYS)
    test(`the day of ${fields}`, async () => {
      const { date, notes } = await stated(`@article{a, title = {Quern}, ${fields}}`);
      assert.equal(date, day);
      if (day === undefined) assert.match(notes?.join() ?? '', /names no day/);
    });

  test('words that the file defines, joined, and what an entry has of its issue', async () => {
    const items = await placed(`@string{qc = "The " # {Quern}}
@string{whole = qc # { Courier}}
@article{child, crossref = {issue}, title = {Quern}}
@article{own, journal = whole, title = {Osk}, date = {2021-04-03}}
@periodical{issue, title = {The Monthly}, date = {2021-04-02}, volume = 3}
`);
    const child = items.get(':3');
    const own = items.get(':4');
    assert.ok(typeof child === 'object' && typeof own === 'object');
    assert.deepEqual(
      [child.title, child.publisher, child.date, child.volume],
      ['Quern', 'The Monthly', '2021-04-02', '3'],
    );
    assert.equal(own.publisher, 'The Quern Courier');
    assert.match(`${items.get(':5')}`, /^kind: .*“periodical”/);
  });

  test('a file of definitions alone is refused by what it is', async () => {
    const [fault] = (await placed('@string{qc = "Quern Courier"}\n')).values();
    assert.equal(fault, 'It is BibTeX without entries.');
  });

  test('a word that nothing defines is told', async () => {
    assert.match((await field('journal = nosuch')).notes?.join() ?? '', /no @string.*“nosuch”/);
  });

  const OTHERS: [entry: string, as: string][] = [
    ['@book{a, title = {Quern}, date = {2021-04-02}}', 'book'],
    ['@phdthesis{a, title = {Quern}, year = 2021}', 'thesis'],
    ['@unpublished{a, title = {Quern}, date = {2021-04-02}}', 'manuscript'],
    ['@inproceedings{a, title = {Quern}, date = {2021-04-02}}', 'paper'],
    ['@techreport{a, title = {Quern}, date = {2021-04-02}}', 'report'],
    ['@letter{a, title = {Quern}, date = {2021-04-02}}', 'letter'],
    ['@misc{a, title = {Quern}, date = {2021-04-02}, type = {Letter}}', 'letter'],
    ['@misc{a, title = {Quern}, date = {2021-04-02}, howpublished = {E-mail}}', 'letter'],
    ['@misc{a, title = {Quern}, date = {2021-04-02}}', 'kind'],
    ['@article{a, title = {Quern}, date = {2021-04-02}, pubstate = {forthcoming}}', 'draft'],
    ['@article{a, title = {Quern}, date = {2021-04-02}, status = {draft}}', 'draft'],
    ['@article{a, title = {Quern}, date = {2021-04-02}, status = {Entwurf}}', 'draft'],
    ['@article{a, title = {Quern}, date = {2021-04-02}, visibility = {private}}', 'private'],
    ['@article{a, title = {Quern}, date = {2021-04-02}, embargo = {2999-01-01}}', 'embargoed'],
  ];
  test('what is said to be public or in print is read', async () => {
    for (const field of ['status = {published}', 'status = {print}', 'visibility = {public}'])
      assert.equal(typeof [...(await placed(article(field))).values()][0], 'object', field);
  });

  for (const [entry, as] of OTHERS)
    test(`passed over: ${entry}`, async () => {
      const [item] = (await placed(entry)).values();
      assert.match(`${item}`, new RegExp(`^${as}: `));
    });

  test('a page of the web comes in, by whatever kind', async () => {
    for (const kind of ['online', 'electronic', 'www', 'misc'])
      assert.equal(
        (
          await stated(
            `@${kind}{a, title = {Quern}, date = {2021-04-02}, howpublished = {\\url{https://a.example/q}}}`,
          )
        ).url,
        'https://a.example/q',
      );
  });

  test('what is broken fails alone, with its line', async () => {
    const items = await placed(`@article{one, title = {Quern}, date = {2021-04-02}}

@article{two,
  title = {Osk { and more,
  date = {2021-04-02}
}
@article{three, title = {Osk}}, date = {2021-04-02}}
@article{four, title = {Osk} date = {2021-04-02}}
@article{five, title = {Last}, date = {2021-04-02}}
`);
    assert.deepEqual([...items.keys()], [':1', ':3', ':7', ':8', ':9']);
    assert.match(`${items.get(':3')}`, /^A brace of it is not closed/);
    assert.match(`${items.get(':7')}`, /^A brace closes it before its last field/);
    assert.match(`${items.get(':8')}`, /^It is no entry that BibTeX reads/);
    for (const [place, title] of [
      [':1', 'Quern'],
      [':9', 'Last'],
    ] as const) {
      const item = items.get(place);
      assert.equal(typeof item === 'object' && item.title, title);
    }
  });

  test('comments hold no entries, and the last may have no end', async () => {
    const items = await placed(`% @article{a, title = {Not this}, date = {2021-04-02}}
@comment{jabref: x
@article{b, title = {Nor this}, date = {2021-04-02}}
}
Words between, mail@quern.example too.
@article(c, title = "Quern (1)", date = "2021-04-02")
@comment{
@article{d, title = {Unread}, date = {2021-04-02}}
`);
    assert.deepEqual([...items.keys()], [':6', ':7']);
    assert.match(`${items.get(':7')}`, /not closed/);
  });

  const HOSTILE = [
    '\\write18{rm -rf /}',
    '\\input{/etc/passwd}',
    '<script>alert(1)</script>',
    '{process.exit()}',
    'import x from "y"',
    `${'{'.repeat(500)}x${'}'.repeat(500)}`,
    '$'.repeat(99),
    '<img src=x onerror=alert(1)>',
    '\u202egnp.exe',
  ];
  for (const words of HOSTILE)
    test(`nothing acts: ${words.slice(0, 30)}`, async () => {
      const [item] = (
        await placed(`@article{a, title = {Quern ${words}}, date = {2021-04-02}}`)
      ).values();
      assert.ok(typeof item === 'object', `${item}`);
      assert.match(item.title ?? '', /^Quern/);
      assert.equal(item.mdx, '');
      assert.doesNotMatch(item.title ?? '', /\u202e/);
      if (words.startsWith('<')) assert.ok(item.title?.includes(words));
    });

  test('definitions that double each other end', async () => {
    const doubled = Array.from({ length: 60 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}`);
    const items = await placed(
      `@string{s0 = {Quern}}\n${doubled.join('\n')}\n${article('journal = s60')}`,
    );
    assert.equal(items.size, 1);
  });

  test('what nests deeper than a parser goes fails alone', async () => {
    const deep = `@article{a, title = {${'{'.repeat(20_000)}${'}'.repeat(20_000)}}}`;
    const items = await placed(`${deep}\n${article('', 'b')}`);
    assert.match(
      `${items.get(':1')}`,
      /braces within braces, 20,002 deep; an entry has at most 600/,
    );
    assert.equal(typeof items.get(':2'), 'object');
  });

  test('commands within commands are read to the bound, and fail alone beyond it', async () => {
    const nested = (depth: number, key: string) =>
      article(`abstract = {${'\\textit{'.repeat(depth)}x${'}'.repeat(depth)}}`, key);
    const items = [...(await placed(`${nested(50, 'a')}\n${nested(51, 'b')}`)).values()];
    assert.equal(typeof items[0], 'object');
    assert.match(
      `${items[1]}`,
      /commands of TeX within commands, 51 deep; an entry has at most 50/,
    );
  });

  test('a word that is defined, joined more often than an entry is long, fails alone', async () => {
    const items = await placed(
      `@string{s = {${'lamp '.repeat(60)}}}\n${article(`journal = ${'s # '.repeat(8000)}s`)}\n${article('journal = s # s', 'b')}`,
    );
    const [first, second] = [...items.values()];
    assert.match(`${first}`, /characters with what @string defines; an entry has at most 50,000/);
    assert.equal(typeof second, 'object');
  });

  test('the bounds of many entries, all without an end, are found in time that grows with them', () => {
    assert.equal(entriesOf('@article{a, title={\n'.repeat(20_000)).length, 20_000);
  });

  test('an abstract that is longer than a summary is cut, and said to be', async () => {
    const { summary, notes } = await field(`abstract = {${'lamp '.repeat(400)}}`);
    assert.ok((summary?.length ?? 0) <= 1000);
    assert.deepEqual(notes, ['of its abstract the first 1,000 characters are kept']);
  });
});
