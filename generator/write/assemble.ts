/** Everything the output folder is to hold, in memory: emitted modules printed, templates copied. */
import { basename, join } from "node:path";
import type { Emitted } from "../emit/index.js";
import { packageRoot } from "../root.js";
import { readTemplates } from "./templates.js";
import { createPrinter } from "./print.js";

/** Path relative to the output folder, with `/` → text. */
export type Output = ReadonlyMap<string, string>;

export interface AssembleOptions {
  /** Folder of the sources inside the output: `src/` in a package, else empty. */
  readonly root: string;
  /** Absolute path of the dialect's templates. */
  readonly dialect: string | undefined;
  /** Whether the expand types are needed. */
  readonly expand: boolean;
}

export async function assemble(emitted: Emitted, options: AssembleOptions): Promise<Output> {
  const output = new Map<string, string>();
  const templates = join(packageRoot, "templates");
  const folders = [join(templates, "runtime")];
  if (options.expand) folders.push(join(templates, "expand"));
  if (options.dialect !== undefined) folders.push(options.dialect);
  for (const folder of folders) {
    for (const [path, text] of await readTemplates(folder)) {
      output.set(`${options.root}${basename(folder)}/${path}`, text);
    }
  }
  const printer = createPrinter();
  // An emitted module replaces the template of the same path: that is how a template names what it needs.
  for (const file of emitted.modules) {
    output.set(`${options.root}${file.path}.ts`, await printer.print(file));
  }
  for (const file of emitted.packageFiles) output.set(file.path, await printer.print(file));
  return output;
}
