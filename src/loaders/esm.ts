import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { because } from '../archive/problem.ts';

const COMPONENT = /^import\s+[\w{}\s,*]+\s+from\s+(['"])(\.\.?\/[^'"]+\.astro)\1;?$/;

/**
 * Refuses modules in a body, except a component of this project. A paragraph that merely begins with “import” or “export”
 * would be code to MDX; text from outside never becomes code. Throws an error with `reason`, `line` and `column`.
 */
export function refuseModules(tree: Root, path: string): void {
  visit(tree, (node) => {
    if (node.type !== 'mdxjsEsm') return;
    for (const statement of node.value.split('\n').filter((line) => line.trim() !== '')) {
      const file = COMPONENT.exec(statement.trim())?.[2];
      if (file !== undefined && existsSync(resolve(dirname(path), file))) continue;
      const reason = because(
        'A body imports nothing but an .astro component that exists, and exports nothing.',
        'Where it is prose, write the first letter as &#x69; (import) or &#x65; (export); where it is code, take it out.',
      );
      throw Object.assign(new Error(reason), { reason, ...node.position?.start });
    }
  });
}
