import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { because } from '../archive/problem.ts';
import { shownPath } from './content.ts';
import { bodyFault, MODULES } from './mdx-fault.ts';

const COMPONENT = /^import\s+([A-Z]\w*)\s+from\s+(['"])(\.\.?\/[^'"]+\.astro)\2;?$/;

/**
 * Refuses modules in a body, except a component of this project, and components that it does not import. A paragraph that
 * merely begins with “import” or “export” would be code to MDX; text from outside never becomes code.
 */
export function refuseModules(tree: Root, path: string): void {
  const imported = new Set<string>();
  visit(tree, 'mdxjsEsm', (node) => {
    for (const statement of node.value.split('\n').filter((line) => line.trim() !== '')) {
      const [, name, , file] = COMPONENT.exec(statement.trim()) ?? [];
      if (name === undefined || file === undefined)
        throw bodyFault(MODULES, node.position?.start, statement.trim());
      const component = resolve(dirname(path), file);
      if (!existsSync(component)) {
        const message = because(
          'A component that a body imports is there.',
          `There is no ${shownPath(component)}: correct the path.`,
        );
        throw bodyFault(message, node.position?.start, statement.trim());
      }
      imported.add(name);
    }
  });
  visit(tree, ['mdxJsxFlowElement', 'mdxJsxTextElement'], (node) => {
    const name = 'name' in node && typeof node.name === 'string' ? node.name : '';
    if (!/^[A-Z]|\./.test(name) || imported.has(name.split('.')[0] ?? '')) return;
    const message = because(
      'A component that a body uses is imported in it.',
      `Import ${name} from its .astro file, or write \\< for the character itself.`,
    );
    throw bodyFault(message, node.position?.start, `<${name}>`);
  });
}
