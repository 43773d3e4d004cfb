/** Everything the output folder is to hold, in memory: emitted modules printed, the templates that they need copied. */
import type { FileDescription } from "../emit/code/file.js";
import type { Emitted } from "../emit/index.js";
import { pause } from "../support/run-options.js";
import type { Symbols, TemplateModule } from "../symbols/index.js";
import { BANNER } from "./banner.js";
import { sha256 } from "./manifest.js";
import { createPrinter, type Printed } from "./print.js";

/** Path relative to the output folder, with `/` → text. */
export type Output = ReadonlyMap<string, string>;

/** What an emitted module was made from, and which templates it needs. */
export interface MadeModule {
  /** Hash of its slice. */
  readonly slice: string;
  /** Paths of templates, without extension. */
  readonly needs: readonly string[];
}

export interface AssembleOptions {
  /** Folder of the sources inside the output: `src/` in a package, else empty. */
  readonly root: string;
  readonly symbols: Symbols;
  /** The folders of templates that are copied; of `runtime` only what is needed. */
  readonly folders: ReadonlySet<string>;
  /** A module that an earlier run made from the same slice. */
  readonly reuse: (path: string, slice: string) => Promise<Printed | undefined>;
  readonly signal?: AbortSignal | undefined;
  /** Told now and then how many modules are made, and which is next. */
  readonly onModule?: ((done: number, of: number, path: string) => void) | undefined;
}

export interface Assembled {
  readonly output: Output;
  /** By the path of an emitted module. */
  readonly modules: Readonly<Record<string, MadeModule>>;
  /** How many modules were made and formatted anew; the text of the others was known. */
  readonly made: number;
  /** Hash of the templates that were copied. */
  readonly templates: string;
}

export async function assemble(emitted: Emitted, options: AssembleOptions): Promise<Assembled> {
  const { root, symbols, folders } = options;
  const output = new Map<string, string>();
  const modules = new Map<string, MadeModule>();
  // An emitted module replaces the template of the same path: that is how a template names what it needs.
  const copied = [...symbols.modules.values()].filter(({ path }) => folders.has(folderOf(path)));
  for (const { path, text } of copied) output.set(`${root}${path}.ts`, BANNER + text);
  const printer = createPrinter(symbols);
  let made = 0;

  async function add(path: string, file: FileDescription): Promise<void> {
    if (file.kind === "text") {
      output.set(path, file.text);
      return;
    }
    await pause(options.signal);
    const slice = sha256(JSON.stringify([file.slice, ...symbols.standIns]));
    const known = await options.reuse(path, slice);
    if (known === undefined) made++;
    const { text, needs } = known ?? (await printer.print(file));
    modules.set(path, { slice, needs: needs.filter((module) => symbols.modules.has(module)) });
    output.set(path, text);
  }

  const { modules: own } = emitted;
  for (const [n, file] of own.entries()) {
    if (n % TOLD === 0) options.onModule?.(n, own.length, file.path);
    await add(`${root}${file.path}.ts`, file);
  }
  for (const file of emitted.packageFiles) await add(file.path, file);
  const paths = new Set(own.map(({ path }) => path));
  const needed = symbols.reached([
    ...[...modules.values()].flatMap(({ needs }) => needs),
    ...copied.filter(({ path }) => !isRuntime(path) && !paths.has(path)).flatMap(needsOf),
    ...(emitted.packageFiles.length > 0 ? [IN_BROWSERS] : []),
  ]);
  // What nothing needs of the runtime is left behind, so that an unused feature costs nothing.
  const isKept = ({ path }: TemplateModule): boolean => !isRuntime(path) || needed.has(path);
  for (const module of copied) if (!isKept(module)) output.delete(`${root}${module.path}.ts`);
  const kept = copied.filter(isKept).map(({ path, text }) => [`${path}.ts`, BANNER + text]);
  return {
    output,
    modules: Object.fromEntries(modules),
    made,
    templates: sha256(JSON.stringify(kept)),
  };
}

/** What a package has in the place of `runtime/node/wire` for browsers: see `pack/compile.ts`. */
const IN_BROWSERS = "runtime/node/none";

/** Every so many modules somebody is told. */
const TOLD = 20;

function isRuntime(path: string): boolean {
  return folderOf(path) === "runtime";
}

function folderOf(path: string): string {
  return path.slice(0, path.indexOf("/"));
}

function needsOf({ needs }: TemplateModule): readonly string[] {
  return needs;
}
