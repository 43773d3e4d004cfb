/** What `pull` found, for people and for machines. */
import { format } from "../../support/diagnostic.js";
import { summarize } from "../../diff/report/index.js";
import { nextVersion } from "../../diff/rules/version.js";
import type { Examined, Pulled } from "../../pull/index.js";

/** Breaking changes that are named one by one; `unfold diff` names them all. */
const NAMED = 10;

export function pullText({ before, after, examined }: Pulled): string {
  const from = typeof before.source === "string" ? title(before) : "nothing";
  const lines = [`${from} → ${title(after)}`, `sha256 ${after.sha256}`];
  return [...lines, ...examined.map(projectText)].join("\n");
}

interface Titled {
  readonly source?: unknown;
  readonly apiVersion?: unknown;
}

function title({ source, apiVersion }: Titled): string {
  return typeof apiVersion === "string" ? `${String(source)} (${apiVersion})` : String(source);
}

function projectText({ project, changes }: Examined): string {
  if ("code" in changes) {
    const reason = format({ ...changes, severity: "warning" }).replace(/^/gm, "  ");
    return `${project.name}: what changes is not known, as the pinned document cannot be read\n${reason}`;
  }
  const { name, package: info } = project;
  const next = info && nextVersion(info.version, changes.bump);
  const versions = info && next !== info.version ? ` (${info.version} → ${next})` : "";
  const breaking = changes.changes.filter(({ bump }) => bump === "major");
  const named = breaking
    .slice(0, NAMED)
    .map(({ rule, symbol, name: called = symbol }) => `  ${rule}  ${called}`);
  const rest = breaking.length - named.length;
  return [
    `${name}: ${summarize(changes)}${versions}`,
    ...named,
    ...(rest > 0 ? [`  and ${rest} more that break; unfold diff git:HEAD names them all`] : []),
  ].join("\n");
}

/** What was done, and what is to be done next. */
export function writtenText({ files, after, examined }: Pulled): string {
  if (files.length === 0) return "Nothing to write: it is pinned already.";
  const isRemote = /^https?:/i.test(after.source) && after.copy === undefined;
  const next = `unfold generate${isRemote ? " --allow-remote" : ""}`;
  const hint = isRemote ? " (or keep a copy with --save)" : "";
  const isUsed = examined.some(({ project }) => project.output !== "");
  return [`Written: ${files.join(", ")}`, ...(isUsed ? [`Next: ${next}${hint}`] : [])].join("\n");
}

export function pullJson({ before, after, examined, files, warnings }: Pulled): object {
  const projects = examined.map(({ project: { name, package: info }, changes }) => {
    if ("code" in changes) return { project: name, unknown: changes };
    const version = info && { from: info.version, to: nextVersion(info.version, changes.bump) };
    return { project: name, ...changes, version };
  });
  return { before, after, files, warnings, projects };
}
