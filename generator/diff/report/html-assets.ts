/** What the page of a report looks like, and how it is filtered. Its policy names both by their hashes. */

export const STYLE = `
:root { --ink: #1a1f36; --paper: #fff; --soft: #596171; --line: #d8dee4; --link: #0a53be;
  --breaking: #a1141b; --exhaustive: #7a4a00; --compatible: #11603a; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --paper: #16181d; --soft: #a9b1bd; --line: #3a4048; --link: #8ab4f8;
    --breaking: #ff9a9e; --exhaustive: #f3c26b; --compatible: #7bd8a4; } }
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 72rem; margin: 0 auto; padding: 1.5rem; }
h1 { font-size: 1.5rem; }
code { font: 0.875em ui-monospace, monospace; overflow-wrap: anywhere; }
a { color: var(--link); }
form { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: 0.5rem 1.25rem; padding: 0.75rem 0;
  background: var(--paper); border-bottom: 1px solid var(--line); }
select, input[type="search"] { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft);
  border-radius: 4px; padding: 0.125rem 0.375rem; max-width: 20rem; }
ol { list-style: none; padding: 0; }
li[data-level] { border-bottom: 1px solid var(--line); padding: 0.5rem 0; scroll-margin-top: 5rem; }
li[data-level] p { margin: 0; }
li:target { outline: 2px solid var(--link); outline-offset: 4px; }
.level { font-weight: 600; }
.breaking { color: var(--breaking); }
.exhaustive { color: var(--exhaustive); }
.compatible { color: var(--compatible); }
.resource, .kind, .behind, summary { color: var(--soft); }
`;

/** The filters stand in the address, so that a link leads to what is seen. */
export const SCRIPT = `
"use strict";
const form = document.getElementById("filters");
const count = document.getElementById("count");
const rows = [...document.querySelectorAll("li[data-level]")];
const texts = new Map(rows.map((row) => [row, row.textContent.toLowerCase()]));
const levels = [...form.querySelectorAll("[name=level]")];
const { resource, search } = form.elements;
function apply() {
  const wanted = new Set(levels.filter((box) => box.checked).map((box) => box.value));
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let shown = 0;
  for (const row of rows) {
    const fits = wanted.has(row.dataset.level)
      && (resource.value === "" || row.dataset.resource === resource.value)
      && words.every((word) => texts.get(row).includes(word));
    row.hidden = !fits;
    if (fits) shown += 1;
  }
  count.textContent = shown + " of " + rows.length + " shown";
}
function remember() {
  const query = new URLSearchParams();
  if (levels.some((box) => !box.checked)) {
    query.set("levels", levels.filter((box) => box.checked).map((box) => box.value).join(","));
  }
  if (resource.value !== "") query.set("resource", resource.value);
  if (search.value !== "") query.set("search", search.value);
  const text = query.toString();
  history.replaceState(null, "", location.pathname + (text === "" ? "" : "?" + text));
}
function recall() {
  const query = new URLSearchParams(location.search);
  const given = query.get("levels");
  for (const box of levels) box.checked = given === null || given.split(",").includes(box.value);
  resource.value = query.get("resource") ?? "";
  search.value = query.get("search") ?? "";
}
/** What a link leads to is shown, whatever is filtered. */
function reveal() {
  const row = document.getElementById(location.hash.slice(1));
  if (row === null || !row.hidden) return;
  row.hidden = false;
  row.scrollIntoView();
}
form.addEventListener("input", () => { apply(); remember(); });
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", reveal);
recall();
apply();
reveal();
`;
