import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { Command } from "commander";
import { UnfoldError } from "../../support/diagnostic.js";
import { CONFIG_NAMES } from "../../config/load.js";
import { say } from "../support/output.js";

export function initCommand(): Command {
  return new Command("init")
    .description("write an unfold.config.ts to start from")
    .argument("[document]", "the OpenAPI document", "openapi.yaml")
    .option("-o, --output <folder>", "where the client is to be written", "client")
    .addHelpText("after", "\nExamples:\n  unfold init api.yaml -o src/client")
    .action(async (document: string, { output }: { output: string }) => {
      const existing = CONFIG_NAMES.find((name) => existsSync(resolve(name)));
      if (existing !== undefined) {
        throw new UnfoldError({
          code: "bad-arguments",
          message: `${existing} is already here`,
          location: { file: existing },
          hint: "Edit it, or move it away first.",
        });
      }
      // A configuration of something that is not there would only fail later.
      const { load } = await import("../../load/index.js");
      await load(document, { cwd: process.cwd(), allowRemote: true });
      await writeFile("unfold.config.ts", template(document, output), { flag: "wx" });
      say("unfold.config.ts is written. Next: unfold generate");
    });
}

function template(document: string, output: string): string {
  return `import { defineConfig } from "unfold-openapi";

export default defineConfig({
  projects: [
    {
      name: "api",
      document: ${JSON.stringify(document)},
      output: ${JSON.stringify(output)},
      // resources: "tags",         // operations as methods, too: pets.list()
      // calls: "grouped",          // one argument: { path, query, header, cookie, body }
      // enums: "open",             // responses may have values that are not listed; or "closed", "auto"
      // pagination: [{ kind: "link" }], // lists over which can be iterated; or "cursor", "url", "page", "offset"
      // exclude: ["deprecated"],   // or "tag:…", "path:/v1/**", "operation:…"; include likewise
    },
  ],
});
`;
}
