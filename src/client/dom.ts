type Child = Node | string | undefined | false;

/** Makes an element. An attribute that is `true` has no value; one that is `false` or undefined is left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  // biome-ignore lint/plugin: written where it is called, and gone through.
  attributes: Record<string, string | boolean | undefined>,
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, '');
    else if (typeof value === 'string') element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}
