/**
 * The judge of requests: Prism must take what the generated client sends, of values that the document allows, and how
 * many of the same calls it takes of openapi-fetch. `npm run test:documents -- --requests` runs it alone.
 */
import { build as bundle } from "esbuild";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { load } from "../../../../generator/load/index.js";
import { temporaryFolder } from "../../../support/typecheck.js";
import { type Api, APIS } from "../apis.js";
import { fetchDocuments } from "../fetch.js";
import { writeClient } from "../programs.js";
import { Calls } from "./calls.js";
import { type Client, ours, peer } from "./clients.js";
import { knownReason } from "./known.js";
import { startPrism } from "./prism.js";

const ENTRY = `export { createClient } from "./client/index.js";
export * as operations from "./client/operations/index.js";
`;

/** One API alone where it is named. */
export async function judgeRequests(only?: string): Promise<boolean> {
  const total: Counts = { calls: 0, unmade: 0, ours: 0, known: 0, theirs: 0 };
  const known = new Map<string, number>();
  for (const api of APIS.filter(({ title }) => only === undefined || title === only)) {
    const { refused, ...result } = await judge(api);
    const unknown: string[] = [];
    for (const one of refused) {
      const reason = knownReason(one);
      if (reason === undefined) unknown.push(one);
      else known.set(reason, (known.get(reason) ?? 0) + 1);
    }
    const counts = { ...result, ours: unknown.length, known: refused.length - unknown.length };
    for (const key of COUNTS) total[key] += counts[key];
    console.log(`${api.title}: ${summary(counts)}`);
    for (const line of unknown.slice(0, 20)) console.log(`  ${line.slice(0, 500)}`);
  }
  for (const [reason, count] of known) console.log(`${count} known: ${reason}`);
  console.log(summary(total));
  return total.ours === 0;
}

const COUNTS = ["calls", "unmade", "ours", "known", "theirs"] as const;
type Counts = Record<(typeof COUNTS)[number], number>;

function summary({ calls, unmade, ours, known, theirs }: Counts): string {
  return `${calls} calls, ${unmade} operations without values; refused ${ours}, ${known} for known reasons; of openapi-fetch ${theirs}`;
}

async function judge(api: Api) {
  const folder = await temporaryFolder();
  try {
    const [path = ""] = await fetchDocuments(api);
    const model = await writeClient(api, join(folder.path, "client"), { calls: "grouped" });
    await writeFile(join(folder.path, "entry.ts"), ENTRY);
    const outfile = join(folder.path, "entry.mjs");
    const entryPoints = [join(folder.path, "entry.ts")];
    await bundle({ entryPoints, bundle: true, format: "esm", platform: "node", outfile });
    const client: Client = await import(outfile);
    const { document } = await load(basename(path), { cwd: dirname(path) });
    await using prism = await startPrism(path);
    const mine = ours(model, client, prism.url);
    const others = peer(model, prism.url);
    const made = new Calls(document);
    const calls = made.all();
    const refused: string[] = [];
    let theirs = 0;
    for (const call of calls) {
      const why = await mine(call);
      const { method, path: template, mediaType = "" } = call;
      if (why !== undefined) refused.push(`${method} ${template} ${mediaType}: ${why}`);
      if ((await others(call)) !== undefined) theirs++;
    }
    return { calls: calls.length, unmade: made.unmade, refused, theirs };
  } finally {
    await folder.remove();
  }
}
