/**
 * One page that needs nothing else: no network, no storage. Its policy allows its own style and script by their hashes
 * and nothing besides (Content Security Policy Level 3, section 2.3.1); what comes of documents is text.
 */
import { createHash } from "node:crypto";
import type { Change } from "../index.js";
import { LEVELS } from "../rules/rules.js";
import { type Entry, entriesOf, isDocumentation } from "./entries.js";
import { SCRIPT, STYLE } from "./html-assets.js";
import type { ProjectReport } from "./index.js";
import { itemOf } from "./item.js";
import { kindOf } from "./kinds.js";
import { NONE, type ReportOptions, sectionsOf, titleOf } from "./sections.js";
import { summarize } from "./summary.js";

export function htmlOf(reports: readonly ProjectReport[], options: ReportOptions): string {
  const title = reports.map(({ api }) => api.title).find(Boolean) ?? "API";
  const policy = [
    "default-src 'none'",
    `style-src '${hash(STYLE)}'`,
    `script-src '${hash(SCRIPT)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(title)}: what has changed</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escape(title)}: what has changed</h1>
${reports.map((report) => verdict(report)).join("\n")}
${controls(reports, options)}
<p id="count" role="status"></p>
${reports.map((report, n) => project(report, n, options)).join("\n")}
</main>
<script>${SCRIPT}</script>
</body>
</html>`;
}

function verdict(report: ProjectReport): string {
  const { before, after } = report.api;
  const versions = before === after ? after : `${before} → ${after}`;
  const name = report.project === undefined ? "" : `<strong>${escape(report.project)}</strong> `;
  return `<p class="verdict">${name}${escape(versions)}: ${escape(summarize(report))}.</p>`;
}

function controls(reports: readonly ProjectReport[], { docs = false }: ReportOptions): string {
  const entries = reports.flatMap(({ changes }) => entriesOf(shown(changes, docs)));
  const resources = [...new Set(entries.map(titleOf))].sort();
  const levels = LEVELS.map(
    (level) =>
      `<label><input type="checkbox" name="level" value="${level}" checked> ${level}</label>`,
  );
  const options = resources.map((one) => `<option>${escape(one)}</option>`);
  return `<form id="filters" role="search">
${levels.join("\n")}
<label>resource <select name="resource"><option value="">all</option>${options.join("")}</select></label>
<label>search <input type="search" name="search" autocomplete="off"></label>
</form>`;
}

/** In the order in which it is told everywhere: by level, resource and kind. */
function project(report: ProjectReport, n: number, options: ReportOptions): string {
  const rows = sectionsOf(report, options).flatMap(({ resources }) =>
    resources.flatMap(({ kinds }) => kinds.flatMap(({ entries }) => entries)),
  );
  const title = report.project === undefined ? "" : `<h2>${escape(report.project)}</h2>\n`;
  return `${title}<ol class="changes">
${rows.map((entry) => row(entry, n)).join("\n")}
</ol>`;
}

function row(entry: Entry, n: number): string {
  const { name, detail, renamed, behind, axis } = itemOf(entry);
  const [first] = entry.changes;
  const id = `${n}-${entry.rule}-${first?.pointer ?? ""}-${first?.symbol ?? ""}`;
  const anchor = `c${createHash("sha256").update(id).digest("hex").slice(0, 12)}`;
  const facts = [
    renamed === ""
      ? detail === ""
        ? ""
        : `<code>${escape(detail)}</code>`
      : `renamed to <code>${escape(renamed)}</code>`,
    axis === "" ? "" : `<em>${escape(axis)}</em>`,
  ].filter(Boolean);
  const places =
    entry.places.length < 2
      ? ""
      : `<details><summary>${entry.places.length} places</summary><ul>${entry.places.map((place) => `<li><code>${escape(place)}</code></li>`).join("")}</ul></details>`;
  const resource = titleOf(entry);
  return `<li id="${anchor}" data-level="${entry.level}" data-resource="${escape(resource)}">
<p><span class="level ${entry.level}">${entry.level}</span> <span class="resource">${escape(resource === NONE ? "" : resource)}</span> <span class="kind">${escape(kindOf(entry.rule))}</span> <a href="#${anchor}" class="name"><code>${escape(name)}</code></a> ${facts.join(" ")}</p>
${behind === "" ? "" : `<p class="behind">${escape(behind)}</p>`}${places}
</li>`;
}

function shown(changes: readonly Change[], docs: boolean): readonly Change[] {
  return docs ? changes : changes.filter((change) => !isDocumentation(change));
}

/** Text for an element or for an attribute in double quotes. */
function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function hash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
