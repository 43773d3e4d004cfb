/**
 * `npm run bench:wire`: the encoder beside stripe's own and `qs`, and a request through the generated client beside
 * stripe@23.1.0 (its default client), openapi-fetch and bare `fetch`. Ratios are medians of rounds in which all take turns, so that a
 * busy machine slows all alike. Rounds: first argument, 7 by default.
 */
import assert from "node:assert/strict";
import { stringify } from "qs";
import { body } from "./wire-body.js";
import { clients, loadGenerated, type Send } from "./wire-clients.js";
import { startBenchServer } from "./wire-server.js";

const rounds = Number(process.argv[2] ?? 7);
const OURS = "generated client";
const generated = await loadGenerated();

await benchEncoders();
console.log();
await benchRequests(1, 300);
console.log();
await benchRequests(50, 1500);

async function benchEncoders(): Promise<void> {
  type Encode = (data: object) => string;
  const stripe: { queryStringifyRequestData: Encode } = await import(
    new URL("../../node_modules/stripe-latest/esm/utils.js", import.meta.url).href
  );
  const reference = "stripe@23.1.0";
  const encoders = new Map<string, Encode>([
    [OURS, generated.encodeForm],
    [reference, stripe.queryStringifyRequestData],
    ["qs, brackets put back", (data) => stringify(data).replace(/%5B/g, "[").replace(/%5D/g, "]")],
  ]);
  const texts = [...encoders.values()].map((encode) => encode(body));
  for (const text of texts) assert.equal(text, texts[0]);
  assert.equal(texts[0]?.split("&").length, 40);

  const count = 5000;
  const speeds = await takeTurns(encoders, async (encode) => {
    const before = process.cpuUsage();
    for (let n = 0; n < count; n++) encode(body);
    return (count * 1_000_000) / microseconds(before);
  });
  printRow(["encoder, 40 leaves", "ops / CPU s", `÷ ${reference}`, "floor", "goal"]);
  printRow(["---", "--:", "--:", "--:", "--:"]);
  for (const [name, speed] of speeds) {
    const bounds = name === OURS ? ["≥ 4", "≥ 6"] : ["", ""];
    const per = ratio(speed, speeds.get(reference));
    printRow([name, median(speed).toFixed(0), per.toFixed(2), ...bounds]);
  }
}

async function benchRequests(concurrent: number, requests: number): Promise<void> {
  using server = await startBenchServer();
  const all = clients(generated, server.port);
  for (const send of all.values()) await sendMany(send, concurrent, requests);
  const cpu = new Map<string, number[]>();
  const speeds = await takeTurns(all, async (send, name) => {
    const before = process.cpuUsage();
    const start = performance.now();
    await sendMany(send, concurrent, requests);
    const seconds = (performance.now() - start) / 1000;
    cpu.set(name, [...(cpu.get(name) ?? []), microseconds(before) / requests]);
    return requests / seconds;
  });
  const reference = "stripe@23.1.0";
  const title = `POST, ${concurrent} at a time`;
  printRow([title, "CPU µs", `÷ ${reference}`, "floor", "goal", "requests/s", "÷"]);
  printRow(["---", "--:", "--:", "--:", "--:", "--:", "--:"]);
  for (const [name, times] of cpu) {
    const speed = speeds.get(name) ?? [];
    printRow([
      name,
      median(times).toFixed(0),
      ratio(times, cpu.get(reference)).toFixed(2),
      ...(name === OURS ? ["≤ 1.0", "≤ 0.7"] : ["", ""]),
      median(speed).toFixed(0),
      ratio(speed, speeds.get(reference)).toFixed(2),
    ]);
  }
}

/** Of processor time since then, with all threads. */
function microseconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

async function sendMany(send: Send, concurrent: number, requests: number): Promise<void> {
  let left = requests;
  const lane = async (): Promise<void> => {
    while (left-- > 0) await send();
  };
  await Promise.all(Array.from({ length: concurrent }, lane));
}

/** What `run` gives for each, once a round. */
async function takeTurns<T>(
  all: ReadonlyMap<string, T>,
  run: (each: T, name: string) => Promise<number>,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const results = new Map<string, number[]>([...all.keys()].map((name) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const [name, each] of all) results.get(name)?.push(await run(each, name));
  return results;
}

/** The median of the rounds' own ratios. */
function ratio(values: readonly number[], others: readonly number[] = []): number {
  return median(values.map((value, round) => value / (others[round] ?? Number.NaN)));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function printRow(cells: readonly string[]): void {
  console.log(`| ${cells.join(" | ")} |`);
}
