import { lstatSync, readFileSync } from 'node:fs';

/** A file that is read again when it has changed. A missing file is read as an empty one. */
export class HostFile<Said> {
  readonly #file: string;
  readonly #read: (text: string) => Said;
  #version = '';
  #said: Said;

  constructor(file: string, read: (text: string) => Said) {
    this.#file = file;
    this.#read = read;
    this.#said = read('');
  }

  /** What the file says now. */
  get said(): Said {
    const found = lstatSync(this.#file, { throwIfNoEntry: false });
    const version = found?.isFile() ? `${found.ino} ${found.size} ${found.mtimeMs}` : '';
    if (version !== this.#version) {
      this.#said = this.#read(version === '' ? '' : readFileSync(this.#file, 'utf8'));
      this.#version = version;
    }
    return this.#said;
  }
}
