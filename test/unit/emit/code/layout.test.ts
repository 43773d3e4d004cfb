/** Types laid out without prettier: the same lines as prettier's, wherever they have to break. */
import { format } from "prettier";
import { expect, it } from "vitest";
import { layOut } from "../../../../generator/emit/code/layout.js";
import { typeEntry } from "../../../../generator/emit/code/type-text.js";

const LONG = "A".repeat(50);

it.each([
  "string",
  `${LONG} | ${LONG}`,
  `"${LONG}" | "${LONG}" | null`,
  `${LONG}1 | ${LONG}2 | ${LONG}3`,
  `Expand<"${LONG}", string>`,
  `Expand<"${LONG}" | "b", ListPaths<"${LONG}", E>>`,
  `Expand<"${LONG}1" | "${LONG}2", string>`,
  `Params<Paths<"${LONG}", E>> | RequestOptions<"${LONG}">`,
  `Params<"a | b", "c, d", "${LONG}", "${LONG}">`,
])("lays out %s", async (type) => {
  const head = "export interface Thing {";
  const lines = layOut(typeEntry("member?: ", type), ";", ";", "  ");
  const formatted = await format(`${head}\n  member?: ${type};\n}`, {
    parser: "typescript",
    printWidth: 100,
  });
  expect(`${[head, ...lines, "}"].join("\n")}\n`).toBe(formatted);
});

it.each(["a", "list", "lists", "retrieve", '"a-"', '"a-b"', '"a-bc"'])(
  "lays out a text behind %s",
  async (key) => {
    const members = [`${key}: "GET /${LONG}${LONG}"`, `other: "GET /"`];
    const lines = layOut({ head: "const tree = ", members }, ",", ";");
    const text = `const tree = { ${members.join(", ")} };`;
    const formatted = await format(text, { parser: "typescript", printWidth: 100 });
    expect(`${lines.join("\n")}\n`).toBe(formatted);
  },
);
