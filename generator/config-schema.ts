/** The configuration's shape at run time: an unknown key or a wrong value is named with its path. */
import * as v from "valibot";
import type { Config, Dialect, PackageInfo, Project } from "./config.js";

const text = v.pipe(v.string(), v.nonEmpty());
const METHODS = ["GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE"] as const;

/** Keeps the entries in step with the interface: a key that only one of them has does not compile. */
type Entries<T> = Readonly<Record<keyof T, v.GenericSchema>>;

const dialect = v.strictObject({
  templates: text,
  body: v.exactOptional(text),
  nested: v.exactOptional(v.boolean()),
  bodyAsQuery: v.exactOptional(v.array(v.picklist(METHODS))),
  dates: v.exactOptional(v.array(text)),
  nullableIsPresent: v.exactOptional(v.boolean()),
  deletedPrefix: v.exactOptional(text),
  lists: v.exactOptional(
    v.array(
      v.strictObject({
        object: text,
        type: text,
        call: text,
        result: text,
        properties: v.array(text),
      }),
    ),
  ),
  class: v.exactOptional(v.strictObject({ name: text, exports: v.array(text) })),
  events: v.exactOptional(v.strictObject({ types: text, schema: text })),
  types: v.exactOptional(v.record(text, text)),
} satisfies Entries<Dialect>);

const project = v.strictObject({
  name: text,
  document: text,
  overlays: v.exactOptional(v.array(text)),
  output: text,
  docs: v.exactOptional(v.picklist(["links", "full"])),
  docsBase: v.exactOptional(v.pipe(v.string(), v.url())),
  package: v.exactOptional(
    v.strictObject({
      name: text,
      version: text,
      description: v.string(),
      license: text,
      notice: v.exactOptional(text),
    } satisfies Entries<PackageInfo>),
  ),
  dialect: v.exactOptional(dialect),
  resources: v.exactOptional(v.picklist(["paths", "none"])),
  calls: v.exactOptional(v.picklist(["flat", "grouped"])),
  raw: v.exactOptional(v.boolean()),
} satisfies Entries<Project>);

const CONFIG: v.GenericSchema<unknown, Config> = v.strictObject({
  projects: v.pipe(v.array(project), v.minLength(1)),
} satisfies Entries<Config>);

/** The configuration, or a sentence for each thing that is wrong with it. */
export function parseConfig(value: unknown): Config | readonly string[] {
  const result = v.safeParse(CONFIG, value);
  if (result.success) return result.output;
  return result.issues.map((issue) => `${v.getDotPath(issue) ?? "the export"}: ${issue.message}`);
}
