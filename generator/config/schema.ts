/** The configuration's shape at run time: an unknown key or a wrong value is named with its path. */
import { normalize } from "node:path/posix";
import * as v from "valibot";
import {
  isSelector,
  type Config,
  type Dialect,
  type PackageInfo,
  type Project,
  type Selector,
  type TestingRule,
} from "./index.js";
import { nearest } from "../load/parse/suggest.js";

const text = v.pipe(v.string(), v.nonEmpty());
const SELECTORS = 'a selector: "tag:…", "path:…", "operation:…" or "deprecated"';
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

const packageInfo = v.strictObject({
  name: text,
  version: text,
  description: v.string(),
  license: text,
  notice: v.exactOptional(text),
} satisfies Entries<PackageInfo>);

const selector = v.custom<Selector>(isSelector, SELECTORS);

const project = v.strictObject({
  name: text,
  document: text,
  overlays: v.exactOptional(v.array(text)),
  output: text,
  docs: v.exactOptional(v.picklist(["links", "full"])),
  docsBase: v.exactOptional(v.pipe(v.string(), v.url())),
  package: v.exactOptional(packageInfo),
  dialect: v.exactOptional(dialect),
  resources: v.exactOptional(v.picklist(["paths", "tags", "none"])),
  include: v.exactOptional(v.pipe(v.array(selector), v.minLength(1))),
  exclude: v.exactOptional(v.array(selector)),
  calls: v.exactOptional(v.picklist(["flat", "grouped"])),
  raw: v.exactOptional(v.boolean()),
  testing: v.exactOptional(
    v.union([
      v.boolean(),
      v.strictObject({
        values: v.exactOptional(v.record(text, v.union([v.string(), v.number()]))),
      } satisfies Entries<TestingRule>),
    ]),
  ),
} satisfies Entries<Project>);

const CONFIG: v.GenericSchema<unknown, Config> = v.strictObject({
  projects: v.pipe(v.array(project), v.minLength(1)),
} satisfies Entries<Config>);

/** One thing that is wrong with a configuration. */
export interface Problem {
  /** A sentence without a final stop. */
  readonly message: string;
  /** Leads to what is wrong, or to where something is missing. */
  readonly path: readonly (string | number)[];
  readonly hint?: string;
}

/** The configuration, or everything that is wrong with it. */
export function parseConfig(value: unknown): Config | readonly Problem[] {
  const result = v.safeParse(CONFIG, value);
  if (!result.success) return result.issues.map(problem);
  const twice = duplicates(result.output);
  return twice.length > 0 ? twice : result.output;
}

function problem(issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
  const inside = path.slice(0, -1);
  const owner = inside.length === 0 ? "the configuration" : inside.join(".");
  const key = String(path.at(-1) ?? "");
  if (issue.type === "strict_object" && issue.expected === "never") {
    const meant = nearest(key, OPTIONS);
    const hint = meant === undefined ? undefined : `Did you mean ${JSON.stringify(meant)}?`;
    const message = `${owner} has no option ${JSON.stringify(key)}`;
    return { message, path, ...(hint === undefined ? {} : { hint }) };
  }
  if (issue.type === "strict_object" && issue.received === "undefined") {
    return { message: `${owner} lacks ${JSON.stringify(key)}`, path: inside };
  }
  const what = path.length === 0 ? "the configuration" : path.join(".");
  if (issue.kind === "validation") return { message: `${what} has to be ${rule(issue)}`, path };
  return { message: `${what} has to be ${wanted(issue)}, not ${issue.received}`, path };
}

function rule({ type, requirement }: v.BaseIssue<unknown> & { requirement?: unknown }): string {
  if (type === "url") return "a URL";
  return type === "min_length" ? `a list of at least ${String(requirement)}` : "not empty";
}

const WANTED: Readonly<Record<string, string>> = {
  Object: "an object",
  Array: "a list",
  string: "a string",
  boolean: "true or false",
};

function wanted({ type, expected }: v.BaseIssue<unknown>): string {
  if (type === "custom") return SELECTORS;
  const name = expected ?? type;
  return WANTED[name] ?? name.replace(/^\((.*)\)$/, "$1").replaceAll(" | ", " or ");
}

const OPTIONS = [project, dialect, packageInfo].flatMap(({ entries }) => Object.keys(entries));

/** Two projects cannot write one folder, nor can one be told from another of its name. */
function duplicates({ projects }: Config): readonly Problem[] {
  return (["name", "output"] as const).flatMap((key) =>
    projects.flatMap((one, n) => {
      const first = projects.findIndex((other) => same(other[key], one[key]));
      if (first === n) return [];
      const message = `projects.${n} has the ${key} of projects.${first}: ${JSON.stringify(one[key])}`;
      return [{ message, path: ["projects", n, key] }];
    }),
  );
}

function same(a: string, b: string): boolean {
  return trimmed(a) === trimmed(b);
}

/** `./client/` is `client`. */
function trimmed(path: string): string {
  return normalize(path).replace(/\/+$/, "");
}
