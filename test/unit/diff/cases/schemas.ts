/** Changes of schemas, of what can be expanded, and of what is said of them. */
import { CAREFUL, type Case, formOf, onlyFormOf, program } from "./base.js";

const HOST = 'declare const expanded: Expand<"Thing", "host">; const { host } = expanded;\n';

export const SCHEMAS: readonly Case[] = [
  {
    rule: "schema-removed",
    edit: [["    Lonely: { type: object, properties: { a: { type: string } } }\n", ""]],
    program: program("declare const lonely: Lonely; export { lonely };"),
  },
  {
    rule: "schema-added",
    edit: [["    Lonely:", "    Another: { type: object }\n    Lonely:"]],
    program: CAREFUL,
  },

  {
    rule: "expand-path-added",
    also: ["response-property-added"],
    edit: [
      [
        "x-expandableFields: [host, owner, group]",
        "x-expandableFields: [host, owner, group, boss]",
      ],
      [
        "        group:",
        '        boss: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Parent" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Parent" }] } }\n        group:',
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "expand-path-removed",
    edit: [["x-expandableFields: [host, owner, group]", "x-expandableFields: [host, owner]"]],
    program: program(
      'declare const expanded: Expand<"Thing", "group">; expanded.group satisfies Parent | undefined;',
    ),
  },
  {
    rule: "expand-became-union",
    edit: [
      [
        'group: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Parent" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Parent" }] } }',
        'group: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Parent" }, { $ref: "#/components/schemas/Lonely" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Parent" }, { $ref: "#/components/schemas/Lonely" }] } }',
      ],
    ],
    program: program(
      'declare const expanded: Expand<"Thing", "group">; export const label: string | undefined = expanded.group?.label;',
    ),
  },
  {
    rule: "expand-target-added",
    edit: [
      [
        '{ $ref: "#/components/schemas/Square" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }] } }',
        '{ $ref: "#/components/schemas/Square" }, { $ref: "#/components/schemas/Triangle" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }, { $ref: "#/components/schemas/Triangle" }] } }',
      ],
    ],
    program: program(`${HOST}${formOf("host")}`),
    exhaustive: program(`${HOST}${onlyFormOf("host")}`),
  },

  {
    rule: "schema-renamed",
    also: ["schema-added"],
    edit: [["    Lonely:", "    lonely: { type: integer }\n    Lonely:"]],
    program: program("declare const lonely: Lonely; export const { a } = lonely;"),
  },
  {
    rule: "known-value-added",
    edit: [["anyOf: [{ enum: [x, y] }", "anyOf: [{ enum: [x, y, z] }"]],
    program: program('const mood: "x" | (string & {}) | undefined = thing.mood; export { mood };'),
  },
  {
    rule: "known-value-removed",
    edit: [["anyOf: [{ enum: [x, y] }", "anyOf: [{ enum: [x] }"]],
    program: program('export const isY = thing.mood === "y";'),
  },
  {
    rule: "expand-target-removed",
    edit: "expand-target-added",
    program: program(
      `${HOST}export const is: "circle" | "square" | "triangle" | undefined = host?.is;`,
    ),
  },

  {
    rule: "deprecated",
    edit: [
      ["      summary: Reads a thing", "      summary: Reads a thing\n      deprecated: true"],
    ],
    program: CAREFUL,
  },
  { rule: "docs-changed", edit: [["Reads a thing", "Reads one thing"]], program: CAREFUL },
];
