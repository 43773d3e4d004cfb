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
  const total = { calls: 0, ours: 0, known: 0, theirs: 0 };
  const known = new Map<string, number>();
  for (const api of APIS.filter(({ title }) => only === undefined || title === only)) {
    const result = await judge(api);
    const unknown: string[] = [];
    for (const refused of result.ours) {
      const reason = knownReason(`${api.title} ${refused}`);
      if (reason === undefined) unknown.push(refused);
      else known.set(reason, (known.get(reason) ?? 0) + 1);
    }
    total.calls += result.calls;
    total.ours += unknown.length;
    total.known += result.ours.length - unknown.length;
    total.theirs += result.theirs;
    console.log(
      `${api.title}: ${summary({ ...result, ours: unknown.length, known: result.ours.length - unknown.length })}`,
    );
    for (const line of unknown) console.log(`  ${line.slice(0, 500)}`);
  }
  for (const [reason, count] of known) console.log(`known: ${count} ${reason}`);
  console.log(summary(total));
  return total.ours === 0;
}

interface Counts {
  readonly calls: number;
  readonly ours: number;
  readonly known: number;
  readonly theirs: number;
}

function summary({ calls, ours, known, theirs }: Counts): string {
  return `${calls} calls; refused ${ours}, ${known} more for known reasons; of openapi-fetch ${theirs}`;
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
    const calls = new Calls(document).all();
    const refused: string[] = [];
    let theirs = 0;
    for (const call of calls) {
      const why = await mine(call);
      const { method, path: template, mediaType = "" } = call;
      if (why !== undefined) refused.push(`${method} ${template} ${mediaType}: ${why}`);
      if ((await others(call)) !== undefined) theirs++;
    }
    return { calls: calls.length, ours: refused, theirs };
  } finally {
    await folder.remove();
  }
}
