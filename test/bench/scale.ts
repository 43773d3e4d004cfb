/**
 * `npm run bench:scale`: what `generate` takes as the document grows: Stripe's 1, 2, 4 and 8 times
 * over, each time under other names. The largest: first argument, 8 by default.
 */
import type { Usage } from "./process.js";
import { readStripe, stripeProject } from "./stripe-project.js";

const largest = Number(process.argv[2] ?? 8);
const project = await stripeProject();
try {
  const text = await readStripe();
  console.log("| times | schemas | CPU s | CPU s / time | peak MB | MB / time |");
  console.log("|---|---|---|---|---|---|");
  for (let times = 1; times <= largest; times *= 2) {
    const document = repeated(text, times);
    await project.clear();
    await project.write(JSON.stringify(document));
    print(times, Object.keys(document.components.schemas).length, await project.generate());
  }
} finally {
  await project.remove();
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
