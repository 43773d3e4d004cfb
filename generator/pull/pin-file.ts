/** The pin file as JSON: what is read of it. */
import { existsSync } from "node:fs";
import { UnfoldError } from "../support/diagnostic.js";
import { parseFile } from "../load/source/file.js";
import { Inputs } from "../load/source/inputs.js";
import { isObject } from "../load/parse/json-value.js";

/** Every field of a pin file. Those that Unfold does not know are kept. */
export interface PinFields {
  readonly source?: unknown;
  readonly sha256?: unknown;
  readonly apiVersion?: unknown;
  readonly copy?: unknown;
  readonly [field: string]: unknown;
}

/** The fields of the pin file at an absolute path; none where there is no such file. */
export async function readPinFields(path: string, inputs: Inputs): Promise<PinFields> {
  if (!existsSync(path)) return {};
  const { root, name } = await parseFile(inputs.bytes(path));
  if (isObject(root) && !("openapi" in root) && !("swagger" in root)) return root;
  throw new UnfoldError({
    code: "bad-arguments",
    message: `${name} is a document of its own, not a pin file`,
    location: { file: name },
    hint: "Name the pin file with --pin, for instance --pin spec/source.json",
  });
}

/** Which of these absolute paths are pin files. */
export async function findPins(paths: Iterable<string>, cwd: string): Promise<string[]> {
  const inputs = new Inputs(cwd);
  const pins: string[] = [];
  for (const path of paths) {
    if (!path.endsWith(".json")) continue;
    const fields = await readPinFields(path, inputs).catch((): PinFields => ({}));
    if (typeof fields.source === "string") pins.push(path);
  }
  return pins;
}
