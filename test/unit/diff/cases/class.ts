/** As the others, for a document that is made into a class with resources and events. */
import type { Dialect } from "../../../../generator/config/index.js";
import config from "../../../../unfold.config.js";
import type { Case } from "./base.js";

export const CLASS_BASE = `
openapi: 3.1.0
info: { title: Base, version: "1" }
servers: [{ url: "https://base.test" }]
paths:
  /v1/things/{id}:
    get:
      operationId: GetThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/thing" } } } } }
  /v1/things/{id}/close:
    post:
      operationId: CloseThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/thing" } } } } }
components:
  schemas:
    thing: { type: object, required: [id], properties: { id: { type: string } } }
    part: { type: object, required: [size], properties: { size: { type: integer } } }
    kinds: { enum: [thing.closed, part.made] }
    event: { type: object }
    spare: { x-unfold-type: Spare, type: object, required: [a], properties: { a: { type: string } } }
    other: { x-unfold-type: Other, type: object, required: [b], properties: { b: { type: string } } }
    api_errors:
      type: object
      required: [type]
      properties:
        type: { enum: [api_error, card_error, idempotency_error, invalid_request_error] }
        message: { type: string }
        code: { type: string }
        decline_code: { type: string }
        doc_url: { type: string }
        param: { type: string }
`;

/** Stripe's conventions, and what they need of a document. */
export function classDialect(templates: string): Dialect {
  const [project] = config.projects;
  return {
    ...project?.dialect,
    templates,
    events: {
      types: "/components/schemas/kinds/enum",
      schema: "event",
      objectAt: ["data", "object"],
      previousAt: ["data", "previous_attributes"],
    },
  };
}

const IMPORTS = `
import { Stripe } from "./client/class.js";
import type { EventMap } from "./client/stripe/api.js";
const stripe = new Stripe("secret");
`;

/** Uses everything without leaning on anything that a compatible change may touch. */
const CAREFUL = `${IMPORTS}
const { id } = await stripe.things.retrieve("1");
await stripe.things.close("1");
declare const thing: Stripe.Thing;
declare const closed: EventMap["thing.closed"];
export const ids: string[] = [id, thing.id, closed.id];
`;

const program = (text: string): string => IMPORTS + text;

export const CLASS_CASES: readonly Case[] = [
  {
    rule: "method-added",
    also: ["type-name-added"],
    edit: [
      ["operationId: CloseThing", "operationId: CloseThing\n      x-unfold-method: [close, shut]"],
    ],
    program: CAREFUL,
  },
  {
    rule: "method-removed",
    also: ["method-added", "type-name-added", "type-name-removed"],
    edit: [["operationId: CloseThing", "operationId: CloseThing\n      x-unfold-method: shut"]],
    program: program('await stripe.things.close("1");'),
  },
  {
    rule: "method-changed",
    also: ["operation-added", "operation-removed", "type-name-changed"],
    edit: [
      ["/v1/things/{id}/close", "/v1/things/{id}/{part}/close"],
      [
        'parameters: [{ name: id, in: path, required: true, schema: { type: string } }]\n      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/thing" } } } } }\ncomp',
        'parameters: [{ name: id, in: path, required: true, schema: { type: string } }, { name: part, in: path, required: true, schema: { type: string } }]\n      responses: { "200": { description: x, content: { application/json: { schema: { $ref: "#/components/schemas/thing" } } } } }\ncomp',
      ],
      ["operationId: CloseThing", "operationId: ClosePart\n      x-unfold-method: close"],
    ],
    program: program('await stripe.things.close("1");'),
  },
  {
    rule: "type-name-added",
    edit: [["x-unfold-type: Spare", "x-unfold-type: [Spare, Reserve]"]],
    program: CAREFUL,
  },
  {
    rule: "type-name-removed",
    also: ["type-name-added"],
    edit: [["x-unfold-type: Spare", "x-unfold-type: Reserve"]],
    program: program("export type S = Stripe.Spare;"),
  },
  {
    rule: "type-name-changed",
    also: ["type-name-changed"],
    edit: [
      ["x-unfold-type: Spare", "x-unfold-type: Third"],
      ["x-unfold-type: Other", "x-unfold-type: Spare"],
      ["x-unfold-type: Third", "x-unfold-type: Other"],
    ],
    program: program("declare const spare: Stripe.Spare; export const { a } = spare;"),
  },
  {
    rule: "event-added",
    also: ["response-enum-value-added"],
    edit: [["[thing.closed, part.made]", "[thing.closed, thing.opened, part.made]"]],
    program: CAREFUL,
    exhaustive: program(
      'export const all: { readonly [T in keyof EventMap]: 0 } = { "thing.closed": 0, "part.made": 0 };',
    ),
  },
  {
    rule: "event-removed",
    also: ["response-enum-value-removed"],
    edit: [["[thing.closed, part.made]", "[thing.closed]"]],
    program: program('export type Made = EventMap["part.made"];'),
  },
  {
    rule: "event-object-changed",
    edit: [
      [
        "event: { type: object }",
        "event: { type: object, x-unfold-events: { thing.closed: part } }",
      ],
    ],
    program: program(
      'declare const closed: EventMap["thing.closed"]; export const { id } = closed;',
    ),
  },
];
