import type { Properties } from 'hast';
import type { MdxJsxAttribute } from 'mdast-util-mdx';
import { because, type Fault } from '../../../domain/fault.ts';
import { forbiddenCharacter } from '../../../domain/text.ts';
import { type AttributeValue, attributeFault } from './attribute.ts';
import { components, missingProps, propFault } from './component.ts';
import { ELEMENTS } from './element.ts';
import { type BodyFault, faultAt, NO_SPREAD } from './fault.ts';
import { literalOf, NO_LITERAL } from './literal.ts';
import type { Jsx } from './node.ts';

/** The value of an attribute, or nothing if it is not a literal. */
function literalValue({ value }: MdxJsxAttribute): AttributeValue | undefined {
  if (value === null || value === undefined) return true;
  return typeof value === 'string' ? value : (literalOf(value.data?.estree) ?? undefined);
}

function faultOf(element: string, name: string, value: AttributeValue): Fault | undefined {
  const component = components().get(element);
  const fault = component
    ? propFault(element, component, name, value)
    : attributeFault(element, ELEMENTS.get(element)?.takes ?? [], name, value);
  return fault ?? forbiddenCharacter(`${value}`)?.fault;
}

/** The text of an attribute as it was written. */
function wordsOf({ name, value }: MdxJsxAttribute): string {
  if (value === null || value === undefined) return name;
  return typeof value === 'string' ? `${name}="${value}"` : `${name}={${value.value}}`;
}

/** The sound attributes of an element or component. The faults of the others, and missing props, go to `faults`. */
export function propertiesOf(node: Jsx, faults: BodyFault[]): Properties {
  const properties: Properties = {};
  const given = new Set<string>();
  const element = node.name ?? '';
  for (const attribute of node.attributes) {
    const refuse = (fault: Fault, words: string) =>
      faults.push(faultAt(attribute.position ? attribute : node, fault, words));
    if (attribute.type === 'mdxJsxExpressionAttribute') {
      refuse(NO_SPREAD, `{${attribute.value}}`);
      continue;
    }
    const { name } = attribute;
    const value = literalValue(attribute);
    const words = wordsOf(attribute);
    if (value === undefined) {
      // If the element does not take the attribute at all, writing a literal would not help: report that instead.
      const fault = faultOf(element, name, '');
      const isTaken = fault === undefined || !fault.fix.includes(`${name} out`);
      refuse(isTaken ? NO_LITERAL : fault, words);
      given.add(name);
      continue;
    }
    const fault = given.has(name)
      ? because('body/attribute', 'An attribute stands once.', 'Keep one of the two.')
      : faultOf(element, name, value);
    given.add(name);
    if (fault) refuse(fault, words);
    else properties[name] = value;
  }
  const component = components().get(element);
  for (const prop of component ? missingProps(component, [...given]) : [])
    faults.push(faultAt(node, because('body/attribute', `<${element}> has the attribute ${prop}.`, `Write ${prop}="…" in its tag.`), `<${element}>`)); // biome-ignore format: one line reads better
  return properties;
}
