/** Changes of operations: where they are, what they take, which media types and errors they have. */
import { CAREFUL, type Case, program } from "./base.js";

export const OPERATIONS: readonly Case[] = [
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
    program: program("await ping(client, { timeout: 1 });"),
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
    rule: "media-type-added",
    edit: [
      [
        '              type: object\n              properties:\n                name: { type: string }\n                kind: { enum: [a, b] }\n                tone: { enum: [x, y], description: "Open Enum." }\n                size: { type: integer }\n',
        '              type: object\n              properties:\n                name: { type: string }\n                kind: { enum: [a, b] }\n                tone: { enum: [x, y], description: "Open Enum." }\n                size: { type: integer }\n          text/plain: { schema: { type: string } }\n',
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
];
