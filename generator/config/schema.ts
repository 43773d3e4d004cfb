/** The configuration's shape at run time: an unknown key or a wrong value is named with its path. */
import { normalize } from "node:path/posix";
import * as v from "valibot";
import {
  type Acknowledged,
  ENUM_RULES,
  type Config,
  type PackageInfo,
  type Project,
  type TestingRule,
} from "./index.js";
import { contradictions, dialect, DIALECT_OPTIONS, type Entries, text } from "./dialect-schema.js";
import { pagination, PAGINATION_OPTIONS } from "./pagination-schema.js";
import { selector, SELECTORS } from "./selector-schema.js";
import { nearest } from "../support/nearest.js";

const packageInfo = v.strictObject({
  name: text,
  version: text,
  description: v.string(),
  license: text,
  reference: v.exactOptional(
    v.pipe(v.string(), v.url(), v.regex(/^https?:/i, "an address that begins with http or https")),
  ),
  notice: v.exactOptional(text),
} satisfies Entries<PackageInfo>);

const acknowledged = v.strictObject({
  code: text,
  pointer: v.exactOptional(text),
} satisfies Entries<Acknowledged>);

const testing = v.strictObject({
  values: v.exactOptional(v.record(text, v.union([v.string(), v.number()]))),
} satisfies Entries<TestingRule>);

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
  acknowledged: v.exactOptional(v.array(acknowledged)),
  lenient: v.exactOptional(v.boolean()),
  calls: v.exactOptional(v.picklist(["flat", "grouped"])),
  enums: v.exactOptional(v.picklist(ENUM_RULES)),
  pagination: v.exactOptional(pagination),
  raw: v.exactOptional(v.boolean()),
  testing: v.exactOptional(v.union([v.boolean(), testing])),
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
  const wrong = [...duplicates(result.output), ...result.output.projects.flatMap(disagreements)];
  return wrong.length > 0 ? wrong : result.output;
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

function rule(issue: v.BaseIssue<unknown> & { requirement?: unknown }): string {
  const { type, requirement, message } = issue;
  if (type === "check") return message;
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

/** The names of the options of a project, and of the objects that some of them are. */
export const PROJECT_OPTIONS = {
  project: Object.keys(project.entries),
  package: Object.keys(packageInfo.entries),
  acknowledged: Object.keys(acknowledged.entries),
  testing: Object.keys(testing.entries),
  dialect: Object.keys(dialect.entries),
} as const;

const OPTIONS = [
  ...[project, packageInfo, acknowledged].flatMap(({ entries }) => Object.keys(entries)),
  ...DIALECT_OPTIONS,
  ...PAGINATION_OPTIONS,
];

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

function disagreements(one: Project, n: number): readonly Problem[] {
  if (one.dialect === undefined) return [];
  if (one.pagination !== undefined && one.dialect.templates !== undefined) {
    const message = `projects.${n}.pagination cannot stand beside dialect.templates, which have pages of their own`;
    return [{ message, path: ["projects", n, "pagination"], hint: "Say it with dialect.lists." }];
  }
  const inside = ["projects", n, "dialect"];
  return contradictions(one.dialect, inside.join(".")).map(({ message, path }) => ({
    message,
    path: [...inside, ...path],
  }));
}

function same(a: string, b: string): boolean {
  return trimmed(a) === trimmed(b);
}

/** `./client/` is `client`. */
function trimmed(path: string): string {
  return normalize(path).replace(/\/+$/, "");
}
