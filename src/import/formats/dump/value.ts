import { own } from '../../../domain/own.ts';

/** What a value of JSON holds at a path of names, whatever it is. */
export const at = (value: unknown, ...names: string[]): unknown =>
  names.reduce((held, name) => own(held, name), value);

/** A text, where a value is one; a number counts as one. */
export const textAt = (value: unknown, ...names: string[]): string | undefined => {
  const held = at(value, ...names);
  return typeof held === 'string' ? held : typeof held === 'number' ? `${held}` : undefined;
};

/** The members of a list, where a value is one. */
export const listAt = (value: unknown, ...names: string[]): unknown[] => {
  const held = at(value, ...names);
  return Array.isArray(held) ? held : [];
};

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
