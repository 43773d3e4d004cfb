import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { UnfoldError } from "../../../generator/support/diagnostic.js";
import { load } from "../../../generator/load/index.js";
import { at, formatPointer, parsePointer } from "../../../generator/openapi/pointer.js";
import { folder } from "./folder.js";

const key = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 8 }),
  fc.constantFrom("__proto__", "constructor", "toString", "", "a/b", "~1", "%41", '"', "\\", "0"),
);
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean(), fc.constant(null)),
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(key, tie("value")), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));
const indent = fc.constantFrom(undefined, 1, "\t");

function* pointers(value: unknown, tokens: readonly string[] = []): Generator<readonly string[]> {
  yield tokens;
  if (typeof value !== "object" || value === null) return;
  for (const [name, item] of Object.entries(value)) yield* pointers(item, [...tokens, name]);
}

test("pointers survive being written", () => {
  fc.assert(
    fc.property(fc.array(key), (tokens) => {
      expect(parsePointer(formatPointer(tokens))).toEqual(tokens);
    }),
  );
});

test("whatever is in an extension comes out as it went in, and is found in the text", async () => {
  await fc.assert(
    fc.asyncProperty(json, indent, async (data, space) => {
      const text = JSON.stringify({ openapi: "3.1.0", "x-data": data }, null, space);
      const { document, locate } = await load("a.json", { cwd: folder({ "a.json": text }) });
      expect(JSON.stringify(document)).toBe(JSON.stringify(JSON.parse(text)));
      const lines = text.split("\n");
      for (const tokens of pointers(document["x-data"], ["x-data"])) {
        const pointer = formatPointer(tokens);
        const { line = 0, column = 0, ...rest } = locate(pointer);
        expect(rest).toEqual({ file: "a.json", pointer });
        const found = lines[line - 1]?.slice(column - 1) ?? "";
        const isItem = Array.isArray(at(document, tokens.slice(0, -1)));
        const written = JSON.stringify(isItem ? at(document, tokens) : tokens.at(-1));
        expect(found.startsWith(isItem ? (written[0] ?? "") : written)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test("YAML says the same as JSON", async () => {
  await fc.assert(
    fc.asyncProperty(json, async (data) => {
      const whole = { openapi: "3.1.0", "x-data": data };
      const cwd = folder({ "a.yaml": stringify(whole), "a.json": whole });
      const yaml = await load("a.yaml", { cwd });
      const { document } = await load("a.json", { cwd });
      expect(JSON.stringify(yaml.document)).toBe(JSON.stringify(document));
      for (const tokens of pointers(document)) {
        expect(yaml.locate(formatPointer(tokens)).pointer).toBe(formatPointer(tokens));
      }
    }),
    { numRuns: 60 },
  );
});

test("a broken text is one diagnostic at the place where it breaks", async () => {
  const text = JSON.stringify({ openapi: "3.1.0", "x-a": [1, -2.5e3, "\\u\n", true, null, {}] });
  await fc.assert(
    fc.asyncProperty(
      fc.nat(text.length),
      fc.nat(3),
      fc.string({ maxLength: 2 }),
      async (offset, removed, inserted) => {
        const broken = text.slice(0, offset) + inserted + text.slice(offset + removed);
        const error = await load("a.json", { cwd: folder({ "a.json": broken }) }).catch(
          (thrown: unknown) => thrown,
        );
        const code = error instanceof UnfoldError ? error.diagnostic.code : undefined;
        expect(code === "syntax").toBe(!isJson(broken));
        if (!(error instanceof UnfoldError)) return;
        const { line = 0, column = 0 } = error.diagnostic.location ?? {};
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
        expect(column).toBeLessThanOrEqual(broken.length + 1);
      },
    ),
    { numRuns: 300 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test("no document, however odd, brings down the loader", async () => {
  const field = fc.constantFrom(
    ...["openapi", "paths", "/a", "get", "responses", "200", "content", "schema", "properties"],
    ...["components", "schemas", "A", "allOf", "items", "$ref", "$id", "$anchor", "discriminator"],
    ...["mapping", "parameters", "name", "in", "type", "required", "callbacks", "__proto__"],
  );
  const ref = fc.constantFrom("#", "#/components/schemas/A", "#A", "#/paths/~1a", "b.json#/A", "A");
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 7 },
      fc.oneof(ref, fc.constantFrom(null, 1, true, "query", "object", "https://a.example/b")),
      fc.array(tie("value"), { maxLength: 3 }),
      fc
        .array(fc.tuple(field, tie("value")), { maxLength: 4 })
        .map((entries) => Object.fromEntries(entries)),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(value, value, value, async (schema, path, other) => {
      const document = {
        openapi: "3.1.0",
        paths: { "/a": path },
        components: { schemas: { A: schema } },
      };
      const cwd = folder({ "a.json": document, "b.json": { A: other } });
      try {
        await load("a.json", { cwd });
      } catch (error) {
        expect(error).toBeInstanceOf(UnfoldError);
        expect((error as UnfoldError).diagnostic.location).toBeDefined();
      }
    }),
    { numRuns: 400 },
  );
});
