/** What the client has of its own keeps its names: that it compiles is the business of test/e2e/documents/own-names.test.ts. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ReadModel, readModel } from "../../../generator/run/read-model.js";
import { temporaryFolder } from "../../support/typecheck.js";
import { type Settings, settingsOf } from "./clients.js";
import { documentOf } from "./own-names.js";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

async function modelOf(names: readonly string[], settings: Settings): Promise<ReadModel> {
  const document = documentOf(names, settings.dialect !== undefined);
  await writeFile(join(folder.path, "openapi.json"), JSON.stringify(document));
  const project = { name: "one", document: "openapi.json", output: "client", ...settings };
  return readModel(project, { cwd: folder.path });
}

describe("names of the client's own", () => {
  it.each([
    ["payload", "dialect", "PayloadSchema"],
    ["app_info", "dialect", "AppInfoSchema"],
    ["page_promise", "dialect", "PagePromiseSchema"],
    ["client", "dialect", "ClientSchema"],
    ["stripe", "class", "StripeSchema"],
    ["event_map", "class", "EventMapSchema"],
    ["raw_body", "functions", "RawBodySchema"],
    ["plain_options", "functions", "PlainOptionsSchema"],
    ["schemas", "functions", "SchemasSchema"],
  ])("yield with a warning that names the new one: %s", async (key, client, want) => {
    const { warnings, model } = await modelOf([key], settingsOf(client));
    expect(model.schemas.find((schema) => schema.key === key)?.name).toBe(want);
    expect(warnings).toContainEqual(
      expect.objectContaining({
        code: "reserved-type-name",
        message: expect.stringContaining(JSON.stringify(key)),
        hint: `It is called ${want}; give it a key of its own.`,
      }),
    );
  });

  it("are free where the client lacks them", async () => {
    const { model, warnings } = await modelOf(["payload", "stripe", "page"], {});
    const named = model.schemas.filter(({ variant }) => variant === undefined);
    expect(named.map(({ name }) => name)).toEqual(["Payload", "Stripe", "PageSchema"]);
    expect(warnings.map(({ code }) => code)).toContain("reserved-type-name");
  });
});
