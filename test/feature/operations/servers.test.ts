/** Where requests go: servers with variables, of a path, of an operation, relative ones, and none. */
import { expect, it } from "vitest";
import { start } from "./program.js";

it("are the document's, a path's or an operation's own, with values for their variables", async () => {
  await using program = await start("servers");
  expect(await program.run("urls")).toEqual([
    "https://eu.servers.test:443/v1/plain",
    "https://files.test/path",
    "https://eu-upload.servers.test/all/path",
    "https://eu.servers.test:443/files/relative",
    "https://eu.servers.test:443/v1/files/relative",
    "https://cdn.test/x/relative",
  ]);
  const serverVariables = { region: "us", base: "v2", tenant: "acme" };
  expect(await program.run("urls", { serverVariables })).toEqual([
    "https://us.servers.test:443/v2/plain",
    "https://files.test/path",
    "https://us-upload.servers.test/acme/path",
    "https://us.servers.test:443/files/relative",
    "https://us.servers.test:443/v2/files/relative",
    "https://cdn.test/x/relative",
  ]);
  const baseUrl = "http://localhost:9/proxy";
  expect(new Set((await program.run("urls", { baseUrl, serverVariables })) as string[])).toEqual(
    new Set(["plain", "path", "relative"].map((path) => `${baseUrl}/${path}`)),
  );
});

it("must be named by the caller where the document names none with a host", async () => {
  await using program = await start("no-server");
  expect((await program.sent("pets")).url).toBe("/v2/pets");
  await expect(program.run("homeless")).rejects.toThrow(
    new TypeError("The document names no server with a host: createClient needs a baseUrl"),
  );
});
