/**
 * `npm run bench:generate`: what generating all of Stripe takes, beside other generators on the
 * same document. Ratios are of medians of rounds in which all take turns, so that a busy machine
 * slows all alike. Rounds: first argument, 9 by default; the peers take part in the first three.
 * `--no-peers` installs nothing.
 */
import { type Command, measure, median, type Usage } from "./process.js";
import { installPeers, openapiTypescript, type Peer } from "./generators/peers.js";
import { readStripe, STRIPE, stripeProject } from "./stripe-project.js";

interface Row {
  readonly name: string;
  /** Of the processor time, as a ratio; from the design. */
  readonly floor?: number;
  readonly goal?: number;
  readonly usages: Usage[];
}

const rounds = Number(process.argv.slice(2).find((word) => /^\d+$/.test(word)) ?? 9);
/** They are far from the floors, and slow. */
const PEER_ROUNDS = 3;
const withPeers = !process.argv.includes("--no-peers");

const project = await stripeProject();
try {
  const peers = withPeers ? await installPeers(project.folder, STRIPE) : [];
  await report(peers);
} finally {
  await project.remove();
}

async function report(peers: readonly Peer[]): Promise<void> {
  const cold: Row = { name: "Unfold, cold", floor: 1.5, goal: 1, usages: [] };
  const unchanged: Row = { name: "Unfold, unchanged", floor: 0.15, goal: 0.1, usages: [] };
  const changed: Row = { name: "Unfold, one schema changed", usages: [] };
  const baseline: Row = { name: "openapi-typescript (types only)", usages: [] };
  const others = peers.flatMap(({ name, command }): [Row, Command][] =>
    command === undefined ? [] : [[{ name, usages: [] }, command]],
  );
  const document = await readStripe();
  const edited = withOneSchemaChanged(document);

  for (let round = 0; round < rounds; round++) {
    await project.write(document);
    await project.clear();
    cold.usages.push(await project.generate());
    baseline.usages.push(await measure(openapiTypescript(STRIPE, project.folder)));
    unchanged.usages.push(await project.generate());
    await project.write(edited);
    changed.usages.push(await project.generate());
    if (round >= PEER_ROUNDS) continue;
    for (const [row, command] of others) row.usages.push(await measure(command));
  }

  print([cold, unchanged, changed, baseline, ...others.map(([row]) => row)], baseline);
  for (const { name, reason } of peers) {
    if (reason !== undefined) console.log(`\n${name} is left out: ${reason}`);
  }
}

function print(rows: readonly Row[], baseline: Row): void {
  console.log("| generate | CPU s | ratio | floor | goal | peak MB | ratio |");
  console.log("|---|---|---|---|---|---|---|");
  for (const { name, floor, goal, usages } of rows) {
    const of = (key: keyof Usage): readonly [value: number, ratio: number] => {
      const value = median(usages.map((usage) => usage[key]));
      return [value, value / median(baseline.usages.map((usage) => usage[key]))];
    };
    const [cpu, cpuRatio] = of("cpu");
    const [memory, memoryRatio] = of("memory");
    const bounds = [floor, goal].map((bound) => (bound === undefined ? "" : `≤ ${bound}`));
    const cells = [name, cpu.toFixed(2), cpuRatio.toFixed(2), ...bounds];
    console.log(`| ${[...cells, memory.toFixed(0), memoryRatio.toFixed(2)].join(" | ")} |`);
  }
}

interface Edited {
  readonly components: { readonly schemas: Record<string, { properties: Record<string, object> }> };
}

function withOneSchemaChanged(text: string): string {
  const document: Edited = JSON.parse(text);
  const schema = document.components.schemas["customer"];
  if (schema === undefined) throw new Error("the document has no customer");
  schema.properties["favourite_colour"] = { type: "string" };
  return JSON.stringify(document);
}
