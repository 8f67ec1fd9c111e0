import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { because, type Fault } from '../../../domain/fault.ts';
import type { AttributeValue } from './attribute.ts';

/** The folder of the components that bodies may use. The name of a component is the name of its file. */
export const COMPONENTS_FOLDER = 'src/components/body';

/** The props of a component, by name: the types or words that each one takes, and whether it is required. */
export type Component = ReadonlyMap<string, { types: readonly string[]; required: boolean }>;

const PROP = /^(\w+)(\??): ([^;]+);$/;
const TYPE = /^(?:string|number|boolean|'[^']*')$/;

/**
 * Reads the props of a component from the `interface Props` in its source. Each prop stands on one line. Its type is
 * text, a number, a boolean, or one of some words.
 *
 * @throws if a prop is not written like this
 */
export function componentIn(name: string, source: string): Component {
  const [, body = ''] = source.split(/^interface Props \{$/m);
  const [written = ''] = body.split(/^\}/m, 1);
  const lines = written.split('\n').map((line) => line.trim());
  const props = lines.filter((line) => line !== '' && !/^(?:\/\*|\*|\/\/)/.test(line));
  return new Map(
    props.map((line) => {
      const [, prop = '', optional, said = ''] = PROP.exec(line) ?? [];
      const types = said.split(' | ');
      if (!types.every((type) => TYPE.test(type)))
        throw new Error(
          `${COMPONENTS_FOLDER}/${name}.astro: a prop of a component for bodies is a string, a number, a boolean, or one of some words, on a line: “${line}” is not.`,
        );
      return [prop, { types, required: optional === '' }];
    }),
  );
}

let known: ReadonlyMap<string, Component> | undefined;

/** The components that bodies may use, by name. */
export function components(): ReadonlyMap<string, Component> {
  if (known) return known;
  const folder = resolve(COMPONENTS_FOLDER);
  const names = readdirSync(folder)
    .filter((file) => /^[A-Z]\w*\.astro$/.test(file))
    .map((file) => file.slice(0, -'.astro'.length))
    .toSorted();
  known = new Map(
    names.map((name) => [
      name,
      componentIn(name, readFileSync(join(folder, `${name}.astro`), 'utf8')),
    ]),
  );
  return known;
}

const isOf = (type: string, value: AttributeValue) =>
  type.startsWith("'") ? value === type.slice(1, -1) : typeof value === type;

const says = (types: readonly string[]) =>
  types.map((type) => type.replace(/^'(.*)'$/, '“$1”')).join(' or ');

/** Gives the fault of an attribute of a component, or nothing if it is sound. */
export function propFault(
  name: string,
  component: Component,
  attribute: string,
  value: AttributeValue,
): Fault | undefined {
  const prop = component.get(attribute);
  if (!prop) {
    const taken = [...component.keys()];
    return because(
      'body/attribute',
      `<${name}> takes ${taken.length > 0 ? `${taken.join(', ')} and nothing else` : 'no attributes'}.`,
      `Take ${attribute} out, or add it to the props in ${COMPONENTS_FOLDER}/${name}.astro.`,
    );
  }
  if (prop.types.some((type) => isOf(type, value))) return undefined;
  return because(
    'body/value',
    `${attribute} of <${name}> is ${says(prop.types)}.`,
    'Write text in quotation marks, a number in braces.',
  );
}

/** The required props of a component that are missing. */
export const missingProps = (component: Component, given: readonly string[]): string[] =>
  [...component].flatMap(([prop, { required }]) =>
    required && !given.includes(prop) ? [prop] : [],
  );
