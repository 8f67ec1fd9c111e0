import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Article } from '../../domain/article/article.ts';
import { because, type Fault } from '../../domain/fault.ts';
import type { Problem } from '../../domain/problem.ts';
import { captureBesideEntry, captureText } from '../files/capture-file.ts';
import { problemAt, problemWith } from '../files/problem-place.ts';
import { regularBytes } from '../files/regular-file.ts';

/** An article, as far as its capture goes. */
interface Captured {
  id: string;
  path: string;
  entry: Pick<Article, 'source'>;
}

const MISSING = (name: string) =>
  because(
    'capture/missing',
    'The capture that an article states lies beside it, has at most 64 MB and can be read.',
    `Put ${name} there, or take “capture” out.`,
  );

/** What is wrong with the capture that an article states by its digest. */
function faultOf(path: string, sha256: string): Fault | undefined {
  let bytes: Buffer;
  try {
    bytes = regularBytes(path);
  } catch {
    return MISSING(basename(path));
  }
  const found = hash('sha256', bytes);
  if (found !== sha256)
    return because(
      'capture/digest',
      `A capture stays as it was saved; the SHA-256 of ${basename(path)} is ${found}.`,
      'Fetch the file again from a copy of the archive; or, if it is meant to be another, write its digest here.',
    );
  if (captureText(bytes) === undefined)
    return because(
      'capture/form',
      'A capture is a web archive (WARC) of one page as --keep-captures makes it, packed with gzip, of at most 64 MB.',
      'Import the page again with --keep-captures, which makes one; or take “capture” out.',
    );
  return undefined;
}

/** Faults of the captures that articles state. Each is read at every build, so that none is published that has changed. */
export function captureFaults(articles: readonly Captured[]): Problem[] {
  return articles.flatMap(({ path, entry }) => {
    const sha256 = entry.source?.capture;
    const fault = sha256 === undefined ? undefined : faultOf(captureBesideEntry(path), sha256);
    if (sha256 === undefined || !fault) return [];
    const text = readFileSync(path, 'utf8');
    return [problemAt(path, text, text.lastIndexOf(sha256), sha256, fault)];
  });
}

/** Faults of captures that lie beside no article that states them. @param captures ids of articles, by the path of the capture */
export function strayCaptures(
  captures: ReadonlyMap<string, string>,
  articles: readonly Captured[],
): Problem[] {
  const stating = new Set(articles.flatMap(({ id, entry }) => (entry.source?.capture ? [id] : [])));
  return [...captures]
    .filter(([, id]) => !stating.has(id))
    .map(([path, id]) =>
      problemWith(
        path,
        basename(path),
        because(
          'capture/stated',
          'A capture lies beside an article that states its SHA-256.',
          `Write it under source in ${id}.mdx as “capture”, or remove the file. Where an import was ended before it wrote the article, import it again.`,
        ),
      ),
    );
}
