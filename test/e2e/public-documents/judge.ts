/**
 * The judge of types: values that ajv accepts must be of the generated type, and how many of them are of
 * openapi-typescript's. `npm run test:documents -- --values` runs it alone.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { load } from "../../../generator/load/index.js";
import { build } from "../../../generator/run/build.js";
import { temporaryFolder, typecheck } from "../../support/typecheck.js";
import { type Api, APIS } from "./apis.js";
import { fetchDocuments } from "./fetch.js";
import { type Judged, validValues } from "./values.js";

/** Values that are refused though they are valid, at most; a better generator lowers it. */
const ALLOWED = 0;

export async function judgeValues(): Promise<boolean> {
  let [values, ours, theirs] = [0, 0, 0];
  for (const api of APIS) {
    for (const document of await fetchDocuments(api)) {
      const result = await judge(api, document);
      values += result.values;
      ours += result.ours.length;
      theirs += result.theirs;
      console.log(
        `${api.title}: ${result.values} values; refused ${result.ours.length}, by openapi-typescript ${result.theirs}`,
      );
      for (const line of result.ours.slice(0, 5)) console.log(`  ${line}`);
    }
  }
  console.log(`${values} values; refused ${ours}, by openapi-typescript ${theirs}`);
  return ours <= ALLOWED;
}

async function judge(api: Api, path: string) {
  const folder = await temporaryFolder();
  try {
    const source = { cwd: dirname(path) };
    const { document } = await load(basename(path), source);
    const dialect =
      api.discriminatorValue === undefined
        ? {}
        : { dialect: { discriminatorValue: api.discriminatorValue } };
    const project = { name: api.title, document: basename(path), output: "", ...dialect };
    const { output, model } = await build(project, source);
    for (const [file, text] of output) {
      const to = join(folder.path, "client", file);
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to, text);
    }
    const names = new Map(model.schemas.map(({ key, name }) => [key, name]));
    const values = validValues(document);
    const mine = values.map((one) => ({ ...one, type: `t.${names.get(one.key) ?? ""}` }));
    const text = `import type * as t from "./client/index.js";\n${checks(mine)}`;
    const peers = values.map((one) => ({
      ...one,
      type: `components["schemas"][${JSON.stringify(one.key)}]`,
    }));
    const types = astToString(await openapiTS(withoutRemote(document), { silent: true }));
    await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
    await writeFile(join(folder.path, "check.ts"), text);
    await writeFile(join(folder.path, "peer.ts"), types);
    const peer = `import type { components } from "./peer.js";\n${checks(peers)}`;
    await writeFile(join(folder.path, "peer-check.ts"), peer);
    const problems = (await typecheck("7.0", [folder.path])).split("\n");
    return {
      values: values.length,
      ours: refused(problems, "check.ts", mine),
      theirs: refused(problems, "peer-check.ts", peers).length,
    };
  } finally {
    await folder.remove();
  }
}

/** Examples elsewhere make no type; openapi-typescript would fetch them. */
function withoutRemote(document: object): string {
  return JSON.stringify(document, (key, value: unknown) =>
    key === "externalValue" && typeof value === "string" ? undefined : value,
  );
}

interface Typed extends Judged {
  readonly type: string;
}

/** One value a line, after the import. Without a fresh literal, a type is as open as its schema. */
function checks(values: readonly Typed[]): string {
  return values
    .map(({ value, type }) => `(${JSON.stringify(value)}) satisfies ${type};`)
    .join("\n");
}

/** The lines that a compiler refuses for another reason than that the type does not list a name. */
function refused(problems: readonly string[], file: string, values: readonly Typed[]): string[] {
  const lines = new Map<number, string>();
  for (const problem of problems) {
    const [, name = "", line = "", code = "", what = ""] =
      /([^/]+)\((\d+),\d+\): error (TS\d+): (.*)/.exec(problem) ?? [];
    if (name === file && code !== "TS2353") lines.set(Number(line), what);
  }
  return Array.from(lines, ([line, what]) => {
    const { key = "", value } = values[line - 2] ?? {};
    return `${key}: ${JSON.stringify(value).slice(0, 200)}: ${what.slice(0, 300)}`;
  });
}
