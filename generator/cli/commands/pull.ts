import { relative, resolve } from "node:path";
import { Command } from "commander";
import type { Project } from "../../config/index.js";
import { UnfoldError } from "../../support/diagnostic.js";
import { loadConfig, type LoadedConfig } from "../../config/load.js";
import { uninterrupted } from "../support/interrupt.js";
import { complainOf, progress, say, type Verbosity } from "../support/output.js";
import { type StrictEnums, strictEnumsOption } from "../support/strict-enums.js";
import type { SharedOptions } from "../support/projects.js";
import { collect, parseHash, parseHeaders, parseSeconds } from "./pull-options.js";
import { pullJson, pullText, writtenText } from "./pull-report.js";

interface PullCommandOptions extends SharedOptions, StrictEnums, Verbosity {
  readonly pin?: string;
  readonly sha256?: string;
  readonly save?: string;
  readonly timeout: number;
  readonly header?: readonly string[];
  readonly dryRun?: boolean;
}

export function pullCommand(): Command {
  return new Command("pull")
    .description("pin another document, and tell what it changes before anything is written")
    .argument("[source]", "a URL, a path or npm:…; the pinned document again when left out")
    .option("--pin <file>", "the pin file (default: the configuration's, or spec/source.json)")
    .option("--sha256 <hash>", "refuse a document that has another hash", parseHash)
    .option("--save <file>", "keep a copy of a URL's document, for generate to read")
    .option("--timeout <seconds>", "for the whole response of a URL", parseSeconds, 60)
    .option("--header <header>", "sent to the origin of the URL only; repeatable", collect)
    .option("--dry-run", "tell what it changes, write nothing")
    .addOption(strictEnumsOption())
    .option("--json", "tell it as JSON")
    .option("-q, --quiet", "say nothing but warnings and errors")
    .addHelpText("after", HELP)
    .action(async (source: string | undefined, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<PullCommandOptions>();
      const { config, cwd } = await configOrNone(options);
      const { pull } = await import("../../pull/index.js");
      const pin = await pinFile(config.projects, cwd, options);
      const line = progress(options);
      const pulled = await pull({
        cwd,
        strict: options.strict === true,
        allowRemote: options.allowRemote === true,
        strictEnums: options.strictEnums === true,
        pin,
        projects: config.projects.filter(({ document }) => resolve(cwd, document) === pin),
        source: source === undefined || isName(source) ? source : resolve(source),
        sha256: options.sha256,
        save: options.save === undefined ? undefined : resolve(options.save),
        timeout: options.timeout * 1000,
        headers: parseHeaders(options.header),
        onStep: (step) => line.show(step),
      }).finally(() => line.done());
      complainOf(pulled.warnings, options);
      if (options.json === true) say(JSON.stringify(pullJson(pulled), null, 2));
      else if (options.quiet !== true) say(pullText(pulled));
      if (options.dryRun === true) return;
      await uninterrupted(() => pulled.write());
      if (options.json !== true && options.quiet !== true) say(writtenText(pulled));
    });
}

const HELP = `
What is pinned is read by its hash: a path and a package from disk, a URL from the copy that --save
keeps beside the pin. Commit the copy, or let git ignore it and run \`unfold pull\` after a clone:
without a source it reads the pinned document again and refuses any other. A URL without a copy is
fetched by each run, which has to be allowed with --allow-remote.
HTTPS_PROXY, HTTP_PROXY and NO_PROXY are heeded.

Examples:
  unfold pull npm:@acme/api@1.3.0/openapi.json
  unfold pull https://api.acme.test/openapi.json --save spec/openapi.json
  unfold pull https://api.acme.test/openapi.json --header "Authorization: Bearer $TOKEN" --dry-run
  unfold pull`;

function isName(source: string): boolean {
  return /^(?:npm:|https?:\/\/)/i.test(source);
}

/** A pin can be made before there is a configuration. */
async function configOrNone({ config }: SharedOptions): Promise<LoadedConfig> {
  try {
    return await loadConfig(process.cwd(), config);
  } catch (error) {
    const isMissing = error instanceof UnfoldError && error.diagnostic.code === "missing-config";
    if (!isMissing || config !== undefined) throw error;
    return { config: { projects: [] }, cwd: process.cwd() };
  }
}

async function pinFile(
  projects: readonly Project[],
  cwd: string,
  { pin }: PullCommandOptions,
): Promise<string> {
  if (pin !== undefined) return resolve(pin);
  const { findPins } = await import("../../pull/pin-file.js");
  const documents = new Set(projects.map(({ document }) => resolve(cwd, document)));
  const pins = await findPins(documents, cwd);
  const [first = resolve(cwd, "spec/source.json"), ...others] = pins;
  if (others.length === 0) return first;
  throw new UnfoldError({
    code: "bad-arguments",
    message: "the configuration has several pin files",
    hint: `Choose one with --pin: ${pins.map((path) => relative(process.cwd(), path)).join(", ")}`,
  });
}
