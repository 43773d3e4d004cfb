/**
 * `npm run bench:scale`: what `generate` takes as the document grows: Stripe's 1, 2, 4 and 8 times
 * over, each time under other names. The largest: first argument, 8 by default.
 * `npm run bench:scale shapes [size]`: documents that are wide in one direction, a quarter, half and all of `size`
 * (20,000 by default), with how many times as long the double takes: 2 is linear, 4 a square.
 */
import { WIDE } from "../support/large-documents.js";
import type { Usage } from "./process.js";
import { readStripe, type StripeProject, stripeProject } from "./stripe-project.js";

const [what, size] = process.argv.slice(2);
const largest = Number(what ?? 8);
const project = await stripeProject();
try {
  if (what === "shapes") await shapes(project, Number(size ?? 20_000));
  else await stripe(project);
} finally {
  await project.remove();
}

async function stripe(project: StripeProject): Promise<void> {
  const text = await readStripe();
  console.log("| times | schemas | CPU s | CPU s / time | peak MB | MB / time |");
  console.log("|---|---|---|---|---|---|");
  for (let times = 1; times <= largest; times *= 2) {
    const document = repeated(text, times);
    await project.clear();
    await project.write(JSON.stringify(document));
    print(times, Object.keys(document.components.schemas).length, await project.generate());
  }
}

async function shapes(project: StripeProject, most: number): Promise<void> {
  const sizes = [most / 4, most / 2, most].map(Math.round);
  console.log(
    `| CPU s | ${sizes.join(" | ")} | per doubling |\n|---|${"---|".repeat(sizes.length + 1)}`,
  );
  for (const [name, make] of Object.entries(WIDE)) {
    const taken: number[] = [];
    for (const each of sizes) {
      await project.clear();
      await project.write(JSON.stringify(make(each)));
      taken.push((await project.generate(true)).cpu);
    }
    const ratios = taken.slice(1).map((cpu, n) => (cpu / (taken[n] ?? cpu)).toFixed(1));
    const cells = [name, ...taken.map((cpu) => cpu.toFixed(1)), ratios.join(", ")];
    console.log(`| ${cells.join(" | ")} |`);
  }
}

function print(times: number, schemas: number, { cpu, memory }: Usage): void {
  const cells = [times, schemas, cpu.toFixed(2), (cpu / times).toFixed(2), memory.toFixed(0)];
  console.log(`| ${[...cells, (memory / times).toFixed(0)].join(" | ")} |`);
}

interface Document {
  readonly components: { readonly schemas: Record<string, unknown> };
  readonly paths: Record<string, unknown>;
}

/** The document, followed by copies of its schemas and paths that refer to each other. */
function repeated(text: string, times: number): Document {
  const document: Document = JSON.parse(text);
  const { components, paths } = document;
  for (let n = 2; n <= times; n++) {
    const copy: Document = JSON.parse(renamed(text, n));
    for (const [name, schema] of Object.entries(copy.components.schemas)) {
      components.schemas[`${name}_r${n}`] = schema;
    }
    for (const [path, item] of Object.entries(copy.paths)) {
      paths[path.replace(/^\/v1\//, `/v1/r${n}_`)] = item;
    }
  }
  return document;
}

/** Every reference and every operation id with the number of the copy. */
function renamed(text: string, n: number): string {
  return text
    .replace(/("\$ref":\s*"#\/components\/schemas\/[^"]+)/g, `$1_r${n}`)
    .replace(/("operationId":\s*"[^"]+)/g, `$1R${n}`);
}
