/** A document in Swagger 2.0 where the library that converts it is not installed. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { unfoldProcess } from "../../support/cli.js";
import { temporaryFolder } from "../../support/typecheck.js";

/** Acts as if the library were not there. */
const HOOK = `export function resolve(name, context, next) {
  if (name !== "swagger2openapi") return next(name, context);
  throw Object.assign(new Error("Cannot find package"), { code: "ERR_MODULE_NOT_FOUND" });
}`;
const asModule = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;
const REGISTER = `import { register } from "node:module"; register(${JSON.stringify(asModule(HOOK))});`;

it("is refused, with the command that installs it", async () => {
  const folder = await temporaryFolder();
  try {
    const text = 'swagger: "2.0"\ninfo: { title: T, version: "1" }\npaths: {}\n';
    await writeFile(join(folder.path, "api.yaml"), text);
    const args = ["generate", "api.yaml", "-o", "client"];
    const env = { NODE_OPTIONS: `--import=${asModule(REGISTER)}` };
    const finished = await unfoldProcess(args, { cwd: folder.path, env });
    expect([finished.code, finished.stderr]).toEqual([
      3,
      `error: api.yaml is written in Swagger 2.0 [swagger-2]
  at api.yaml:1:1 #/swagger
  Install what converts it, \`npm i -D swagger2openapi\`, or convert it to OpenAPI 3 yourself
`,
    ]);
  } finally {
    await folder.remove();
  }
});
