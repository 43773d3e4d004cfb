/** Everything the output folder is to hold, in memory: emitted modules printed, templates copied. */
import type { FileDescription } from "../emit/code/file.js";
import type { Emitted } from "../emit/index.js";
import { pause } from "../support/run-options.js";
import { sha256 } from "./manifest.js";
import { createPrinter } from "./print.js";
import { unusedModules } from "./used.js";
import { readTemplates, type TemplateFolders } from "./templates.js";

/** Path relative to the output folder, with `/` → text. */
export type Output = ReadonlyMap<string, string>;

export interface AssembleOptions {
  /** Folder of the sources inside the output: `src/` in a package, else empty. */
  readonly root: string;
  readonly templates: TemplateFolders;
  /** Text of a module that an earlier run made from the same slice. */
  readonly reuse: (path: string, slice: string) => Promise<string | undefined>;
  readonly signal?: AbortSignal | undefined;
}

export interface Assembled {
  readonly output: Output;
  /** Path of an emitted module → hash of its slice. */
  readonly slices: Readonly<Record<string, string>>;
  /** How many modules were made and formatted anew; the text of the others was known. */
  readonly made: number;
  /** Hash of the templates that were copied. */
  readonly templates: string;
}

export async function assemble(emitted: Emitted, options: AssembleOptions): Promise<Assembled> {
  const output = new Map<string, string>();
  const slices = new Map<string, string>();
  const templates = await readTemplates(options.templates);
  for (const [path, text] of templates) output.set(options.root + path, text);
  const printer = createPrinter();
  let made = 0;

  async function add(path: string, file: FileDescription): Promise<void> {
    if (file.kind === "text") {
      output.set(path, file.text);
      return;
    }
    await pause(options.signal);
    const slice = sha256(JSON.stringify(file.slice));
    slices.set(path, slice);
    const known = await options.reuse(path, slice);
    if (known === undefined) made++;
    output.set(path, known ?? (await printer.print(file)));
  }

  // An emitted module replaces the template of the same path: that is how a template names what it needs.
  for (const file of emitted.modules) await add(`${options.root}${file.path}.ts`, file);
  for (const file of emitted.packageFiles) await add(file.path, file);
  const modules = new Map([...output].filter(([path]) => path.endsWith(".ts")));
  for (const path of unusedModules(modules, `${options.root}runtime/`)) output.delete(path);
  const copied = [...templates].filter(([path]) => output.has(options.root + path));
  return {
    output,
    slices: Object.fromEntries(slices),
    made,
    templates: sha256(JSON.stringify(copied)),
  };
}
