import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Plugin, Rolldown } from 'vite';
import { moduleAt, namedIn, nameOf } from '../../dependencies/imports.ts';
import { digestOfCode, type Module, reached } from '../../dependencies/made-of.ts';
import { packageAt, packageNamed } from '../../dependencies/package-lock.ts';

/** The configuration from which Astro makes pages. It imports only plugins, and none of these changes a page. */
const SETTINGS = 'astro.config.mjs';
/** The bundle of the code that makes pages. */
export const MAKING = 'prerender';
/** The bundle of what browsers fetch for pages. */
const FETCHED = 'client';

type Graph = Pick<Rolldown.PluginContext, 'getModuleIds' | 'getModuleInfo'>;

/** The name of a module's file. The styles and scripts of a component belong to the component's file. */
function nameAt(id: string): string {
  const [file = id] = id.split('?', 1);
  return existsSync(file) ? nameOf(file) : id;
}

const packageOf = (id: string) => packageAt(id) ?? packageNamed(id);

/** A module of the project in the graph of the bundler. One that has no file is the work of a plugin. */
function moduleIn(graph: Graph, id: string): Module {
  const info = graph.getModuleInfo(id);
  const name = nameAt(id);
  const text = existsSync(name) ? readFileSync(name, 'latin1') : (info?.code ?? '');
  const named = namedIn(name, text);
  const all = [...(info?.importedIds ?? []), ...(info?.dynamicallyImportedIds ?? [])];
  const own = all.filter((one) => !one.startsWith('node:') && packageOf(one) === undefined);
  return {
    digest: hash('sha256', text),
    imports: [...own.map(nameAt), ...named.imports],
    packages: [...all.flatMap((one) => packageOf(one) ?? []), ...named.packages],
  };
}

/**
 * The code of each page, from the bundler's graph: the modules that the page imports, directly or through others, and
 * the names of the style sheets and scripts that come with it. These names contain a hash of the content.
 */
export class PageCode {
  readonly #modules = new Map<string, Module>();
  /** The files that come with a module. */
  readonly #files = new Map<string, Set<string>>();
  readonly #known = new Map<string, string>();

  /** A plugin of the bundler that notes the graph. */
  readonly plugin: Plugin;

  constructor() {
    const noteModules = (graph: Graph) => this.#noteModules(graph);
    const noteFiles = (bundle: Rolldown.OutputBundle) => this.#noteFiles(bundle);
    this.plugin = {
      name: 'cuttings-page-code',
      applyToEnvironment: ({ name }) => name === MAKING || name === FETCHED,
      generateBundle: {
        // Before other plugins remove anything from the bundle.
        order: 'pre',
        handler(_options, bundle) {
          if (this.environment.name === MAKING) noteModules(this);
          noteFiles(bundle);
        },
      },
    };
  }

  /**
   * A digest of the code of a page, once all is bundled.
   *
   * @param component the file of its route: the path in the project
   */
  of(component: string): string {
    const known = this.#known.get(component) ?? this.#digestOf(component);
    this.#known.set(component, known);
    return known;
  }

  #digestOf(component: string): string {
    const modules = reached([component], (name) => this.#modules.get(name) ?? moduleAt(name));
    const files = [...modules.keys()].flatMap((name) => [...(this.#files.get(name) ?? [])]);
    return digestOfCode(modules, moduleAt(SETTINGS).digest, ...new Set(files.toSorted()));
  }

  #noteModules(graph: Graph): void {
    for (const id of graph.getModuleIds()) {
      if (packageOf(id) !== undefined) continue;
      const name = nameAt(id);
      const { imports = [], packages = [] } = this.#modules.get(name) ?? {};
      const module = moduleIn(graph, id);
      // A component has several modules in one file.
      this.#modules.set(name, {
        digest: module.digest,
        imports: [...imports, ...module.imports],
        packages: [...packages, ...module.packages],
      });
    }
  }

  #noteFiles(bundle: Rolldown.OutputBundle): void {
    for (const part of Object.values(bundle)) {
      if (part.type !== 'chunk') continue;
      const styles = part.viteMetadata?.importedCss ?? [];
      for (const id of part.moduleIds) this.#noteOf(id, styles);
      // A script belongs to the module from which the bundler made it.
      if (part.facadeModuleId !== null && part.fileName.endsWith('.js'))
        this.#noteOf(part.facadeModuleId, [part.fileName]);
    }
  }

  #noteOf(id: string, files: Iterable<string>): void {
    const name = nameAt(id);
    this.#files.set(name, new Set([...(this.#files.get(name) ?? []), ...files]));
  }
}
