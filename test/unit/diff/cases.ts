/** For each rule a change that it names, and a program that meets the change: the compiler says whether it breaks. */
import type { RuleId } from "../../../generator/diff/index.js";

export interface Case {
  readonly rule: RuleId;
  /** Replacements in the base document's text, each of which must be found; of another case, to read it backwards. */
  readonly edit: readonly (readonly [find: string, replacement: string])[] | RuleId;
  /** Other rules that name the same change. */
  readonly also?: readonly RuleId[];
  /** Compiles against the base, and must break against the edited one where the rule's types axis says `major`. */
  readonly program: string;
}

/** The document that every case edits, one thing a line. */
export const BASE = `
openapi: 3.1.0
info: { title: Base, version: "1" }
servers: [{ url: "https://base.test" }]
security: [{ key: [] }]
paths:
  /things/{id}:
    get:
      operationId: getThing
      summary: Reads a thing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: tags, in: query, schema: { type: array, items: { type: string } } }
      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } } } }
    post:
      operationId: changeThing
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      requestBody:
        required: false
        content:
          application/json:
            schema:
              type: object
              properties:
                name: { type: string }
                kind: { enum: [a, b] }
                size: { type: integer }
      responses: { "200": { description: x, content: { application/json: { schema: { type: string } } } } }
  /ping:
    get:
      operationId: ping
      responses: { "200": { description: x, content: { application/json: { schema: { type: string } } } } }
components:
  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
  schemas:
    Thing:
      type: object
      required: [id, kind, note, parent]
      x-expandableFields: [owner, group]
      properties:
        id: { type: string }
        name: { type: string }
        kind: { enum: [a, b] }
        mood: { anyOf: [{ enum: [x, y] }, { type: string }] }
        note: { type: [string, "null"] }
        parent: { $ref: "#/components/schemas/Parent" }
        owner: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Parent" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Parent" }] } }
        group: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Parent" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Parent" }] } }
    Parent:
      type: object
      required: [label]
      properties: { label: { type: string } }
    Lonely: { type: object, properties: { a: { type: string } } }
`;

const IMPORTS = `
import { createClient, type Expand, type Thing, type Lonely, type Parent } from "./client/index.js";
import { changeThing, getThing, ping, type ChangeThingParams } from "./client/operations/index.js";
const client = createClient({ auth: { key: "secret" } });
declare const thing: Thing;
`;

/** Uses everything without leaning on anything that a compatible change may touch. */
const CAREFUL = `${IMPORTS}
const read = await getThing(client, "1", { tags: ["x"] });
const id: string = read.id;
const name: string | undefined = read.name;
const note: string | null = read.note;
await changeThing(client, "1", { name: "x", kind: "a", size: 1 });
await ping(client);
declare const lonely: Lonely;
export { id, name, note, lonely };
`;

const program = (text: string): string => IMPORTS + text;

export const CASES: readonly Case[] = [
  {
    rule: "operation-removed",
    edit: [
      [
        '  /ping:\n    get:\n      operationId: ping\n      responses: { "200": { description: x, content: { application/json: { schema: { type: string } } } } }\n',
        "",
      ],
    ],
    program: program("await ping(client);"),
  },
  {
    rule: "operation-added",
    edit: [["  /ping:\n", "  /pong:\n    get: { operationId: pong, responses: {} }\n  /ping:\n"]],
    program: CAREFUL,
  },
  {
    rule: "operation-renamed",
    edit: [["operationId: ping", "operationId: pang"]],
    program: program("await ping(client);"),
  },
  { rule: "operation-moved", edit: [["  /ping:", "  /v2/ping:"]], program: CAREFUL },
  {
    rule: "path-parameters-changed",
    also: ["operation-moved"],
    edit: [
      [
        "  /ping:\n    get:\n      operationId: ping\n",
        "  /ping/{n}:\n    get:\n      operationId: ping\n      parameters: [{ name: n, in: path, required: true, schema: { type: string } }]\n",
      ],
    ],
    program: program("await ping(client);"),
  },
  { rule: "server-changed", edit: [["https://base.test", "https://other.test"]], program: CAREFUL },
  { rule: "security-changed", edit: [["name: X-Key", "name: X-Other"]], program: CAREFUL },
  {
    rule: "security-scheme-removed",
    also: ["security-scheme-added"],
    edit: [
      [
        "    key: { type: apiKey, in: header, name: X-Key }",
        "    other: { type: http, scheme: bearer }",
      ],
    ],
    program: program("export {};"),
  },
  {
    rule: "security-scheme-added",
    edit: [["name: X-Key }", "name: X-Key }\n    other: { type: http, scheme: bearer }"]],
    program: CAREFUL,
  },

  {
    rule: "params-added",
    edit: [
      [
        "      operationId: ping\n",
        "      operationId: ping\n      parameters: [{ name: q, in: query, schema: { type: string } }]\n",
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "params-removed",
    edit: [
      [
        "        - { name: tags, in: query, schema: { type: array, items: { type: string } } }\n",
        "",
      ],
    ],
    program: program('await getThing(client, "1", { tags: ["x"] });'),
  },
  {
    rule: "params-became-required",
    edit: [["required: false", "required: true"]],
    program: program('await changeThing(client, "1");'),
  },
  {
    rule: "params-regrouped",
    edit: [
      [
        "        - { name: tags,",
        "        - { name: X-Trace, in: header, schema: { type: string } }\n        - { name: tags,",
      ],
    ],
    program: program('await getThing(client, "1", { tags: ["x"] });'),
  },
  {
    rule: "media-type-changed",
    edit: [
      [
        "          application/json:\n            schema:\n              type: object\n              properties:\n                name",
        "          application/x-www-form-urlencoded:\n            schema:\n              type: object\n              properties:\n                name",
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "encoding-changed",
    edit: [["- { name: tags, in: query,", "- { name: tags, in: query, style: pipeDelimited,"]],
    program: CAREFUL,
  },

  {
    rule: "request-property-added",
    edit: [
      ["                size:", "                more: { type: string }\n                size:"],
    ],
    program: CAREFUL,
  },
  {
    rule: "request-required-property-added",
    edit: [
      [
        "              properties:\n                name",
        "              required: [more]\n              properties:\n                more: { type: string }\n                name",
      ],
    ],
    program: program('await changeThing(client, "1", { name: "x" });'),
  },
  {
    rule: "request-property-removed",
    edit: [["                size: { type: integer }\n", ""]],
    program: program('await changeThing(client, "1", { size: 1 });'),
  },
  {
    rule: "request-property-became-required",
    edit: [
      [
        "              properties:\n                name",
        "              required: [size]\n              properties:\n                name",
      ],
    ],
    program: program('await changeThing(client, "1", { name: "x" });'),
  },
  {
    rule: "request-enum-value-added",
    edit: [["                kind: { enum: [a, b] }", "                kind: { enum: [a, b, c] }"]],
    program: CAREFUL,
  },
  {
    rule: "request-enum-value-removed",
    edit: [["                kind: { enum: [a, b] }", "                kind: { enum: [a] }"]],
    program: program('await changeThing(client, "1", { kind: "b" });'),
  },
  {
    rule: "request-type-widened",
    edit: [
      [
        "                size: { type: integer }",
        "                size: { type: [integer, string] }",
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "request-type-narrowed",
    also: ["request-type-widened"],
    edit: [["                size: { type: integer }", "                size: { type: boolean }"]],
    program: program('await changeThing(client, "1", { size: 1 });'),
  },

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
    program: program('const kind: "a" | "b" = thing.kind; export { kind };'),
  },
  {
    rule: "response-enum-value-removed",
    edit: [
      ["        kind: { enum: [a, b] }\n        mood", "        kind: { enum: [a] }\n        mood"],
    ],
    program: program('export const isB = thing.kind === "b";'),
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
      ["x-expandableFields: [owner, group]", "x-expandableFields: [owner, group, boss]"],
      [
        "        group:",
        '        boss: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Parent" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Parent" }] } }\n        group:',
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "expand-path-removed",
    edit: [["x-expandableFields: [owner, group]", "x-expandableFields: [owner]"]],
    program: program(
      'declare const expanded: Expand<"Thing", "group">; expanded.group satisfies Parent | undefined;',
    ),
  },
  {
    rule: "expand-target-added",
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
    rule: "media-type-added",
    edit: [
      [
        "              type: object\n              properties:\n                name: { type: string }\n                kind: { enum: [a, b] }\n                size: { type: integer }\n",
        "              type: object\n              properties:\n                name: { type: string }\n                kind: { enum: [a, b] }\n                size: { type: integer }\n          text/plain: { schema: { type: string } }\n",
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "media-type-removed",
    edit: "media-type-added",
    program: program('await changeThing(client, "1", "text", { contentType: "text/plain" });'),
  },
  {
    rule: "error-bodies-added",
    edit: [
      [
        '      operationId: ping\n      responses: { "200": { description: x, content: { application/json: { schema: { type: string } } } }',
        '      operationId: ping\n      responses: { "404": { description: x, content: { application/json: { schema: { type: boolean } } } }, "200": { description: x, content: { application/json: { schema: { type: string } } } }',
      ],
    ],
    program: CAREFUL,
  },
  {
    rule: "error-bodies-removed",
    edit: "error-bodies-added",
    program: 'export type { PingErrors } from "./client/operations/index.js";',
  },

  // Read backwards: what was the edited document before is the base after.
  {
    rule: "params-became-optional",
    edit: "params-became-required",
    program: program('await changeThing(client, "1", { name: "x" });'),
  },
  {
    rule: "request-property-became-optional",
    edit: "request-property-became-required",
    program: program('await changeThing(client, "1", { size: 1 });'),
  },
  {
    rule: "response-type-narrowed",
    edit: "response-type-widened",
    program: program("const name: string | number | undefined = thing.name; export { name };"),
  },
  {
    rule: "expand-target-removed",
    edit: "expand-target-added",
    program: program(
      'declare const expanded: Expand<"Thing", "group">; export const group: Parent | Lonely | undefined = expanded.group;',
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
