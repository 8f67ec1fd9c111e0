import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from './documents.ts';

/** The largest file, in bytes, unless one document is larger: engines take requests of some megabytes best. */
const LARGEST = 8_000_000;

/**
 * Writes documents into numbered files of newline-delimited JSON, as `POST /INDEX/_bulk` takes them.
 * https://docs.opensearch.org/latest/api-reference/document-apis/bulk/
 */
export class BulkFiles {
  readonly #folder: string;
  readonly #name: string;
  #file: number | undefined;
  #size = 0;
  /** How many files were begun, and how many documents are in them. */
  files = 0;
  documents = 0;

  /** @param name with which the names of the files begin */
  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.#name = name;
  }

  add({ id, fields }: Document): void {
    const lines = Buffer.from(
      `${JSON.stringify({ index: { _id: id } })}\n${JSON.stringify(fields)}\n`,
    );
    if (this.#size > 0 && this.#size + lines.length > LARGEST) this.close();
    this.#file ??= this.#begin();
    writeSync(this.#file, lines);
    this.#size += lines.length;
    this.documents += 1;
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    [this.#file, this.#size] = [undefined, 0];
  }

  #begin(): number {
    this.files += 1;
    const number = `${this.files}`.padStart(4, '0');
    return openSync(join(this.#folder, `${this.#name}-${number}.ndjson`), 'wx');
  }
}
