import { at, isObject } from '../dump/value.ts';

/** Whether a value of JSON is a post as WordPress’s REST API answers. */
export const isRestPost = (value: unknown): value is object =>
  isObject(value) &&
  at(value, 'title', 'rendered') !== undefined &&
  at(value, 'content') !== undefined;
