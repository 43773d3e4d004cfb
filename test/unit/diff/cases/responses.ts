/** Changes of what the API gives. */
import { CAREFUL, type Case, formOf, onlyFormOf, program } from "./base.js";

export const RESPONSES: readonly Case[] = [
  {
    rule: "response-kind-changed",
    edit: [
      [
        '      operationId: ping\n      responses: { "200": { description: x, content: { application/json: { schema: { type: string } } } } }',
        '      operationId: ping\n      responses: { "204": { description: x } }',
      ],
    ],
    program: program("const text: string = await ping(client); export { text };"),
  },
  {
    rule: "response-property-added",
    edit: [
      [
        "        id: { type: string }\n",
        "        id: { type: string }\n        more: { type: string }\n",
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "response-property-removed",
    edit: [["        name: { type: string }\n        kind", "        kind"]],
    program: program("export const { name } = thing;"),
  },
  {
    rule: "response-property-became-optional",
    edit: [["required: [id, kind, note, parent]", "required: [kind, note, parent]"]],
    program: program("const id: string = thing.id; export { id };"),
  },
  {
    rule: "response-property-became-required",
    edit: [["required: [id, kind, note, parent]", "required: [id, name, kind, note, parent]"]],
    program: CAREFUL,
  },
  {
    rule: "response-property-became-nullable",
    edit: [["        id: { type: string }", '        id: { type: [string, "null"] }']],
    program: program("const id: string = thing.id; export { id };"),
  },
  {
    rule: "response-property-became-not-nullable",
    edit: [['note: { type: [string, "null"] }', "note: { type: string }"]],
    program: CAREFUL,
  },
  {
    rule: "response-enum-value-added",
    edit: [
      [
        "        kind: { enum: [a, b] }\n        mood",
        "        kind: { enum: [a, b, c] }\n        mood",
      ],
    ],
    program: program('export const kind = thing.kind === "a" ? 1 : thing.kind === "b" ? 2 : 0;'),
    exhaustive: program(
      'switch (thing.kind) { case "a": case "b": break; default: thing.kind satisfies never; }',
    ),
  },
  {
    rule: "response-enum-value-removed",
    edit: [
      ["        kind: { enum: [a, b] }\n        mood", "        kind: { enum: [a] }\n        mood"],
    ],
    program: program('export const isB = thing.kind === "b";'),
  },
  {
    rule: "response-enum-opened",
    edit: [
      [
        "        kind: { enum: [a, b] }\n        mood",
        "        kind: { enum: [a, b, c], x-extensible-enum: true }\n        mood",
      ],
    ],
    also: ["known-value-added"],
    program: program('export const kind = thing.kind === "a" ? 1 : thing.kind === "b" ? 2 : 0;'),
    exhaustive: program(
      'switch (thing.kind) { case "a": case "b": break; default: thing.kind satisfies never; }',
    ),
  },
  {
    rule: "response-enum-closed",
    edit: [
      [
        "        level: { enum: [1, 2], x-ms-enum: { modelAsString: true } }",
        "        level: { enum: [1, 2] }",
      ],
    ],
    program: program("export const isThree = thing.level === 3;"),
  },
  {
    rule: "response-type-widened",
    edit: [
      [
        "        name: { type: string }\n        kind",
        "        name: { type: [string, integer] }\n        kind",
      ],
    ],
    program: program("const name: string | undefined = thing.name; export { name };"),
  },
  {
    rule: "response-type-added",
    edit: [
      [
        'form: { anyOf: [{ $ref: "#/components/schemas/Circle" }, ',
        'form: { anyOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Triangle" }, ',
      ],
    ],
    program: program(`const { form } = thing;\n${formOf("form")}`),
    exhaustive: program(`const { form } = thing;\n${onlyFormOf("form")}`),
  },
  {
    rule: "response-type-narrowed",
    edit: "response-type-widened",
    program: program("const name: string | number | undefined = thing.name; export { name };"),
  },
];
