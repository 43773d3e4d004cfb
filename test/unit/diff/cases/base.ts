/** The document and the programs of all cases. */
import type { RuleId } from "../../../../generator/diff/index.js";

export interface Case {
  readonly rule: RuleId;
  /** Replacements in the base document's text, each of which must be found; of another case, to read it backwards. */
  readonly edit: readonly (readonly [find: string, replacement: string])[] | RuleId;
  /** Other rules that name the same change. */
  readonly also?: readonly RuleId[];
  /**
   * Ordinary code. Compiles against the base, and must break against the edited one where the rule's types axis says
   * `major`, else not.
   */
  readonly program: string;
  /** Code that lists all cases: of rules of the level `exhaustive`, and breaks by their changes. */
  readonly exhaustive?: string;
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
      responses:
        "200":
          description: x
          headers: { X-Sure: { required: true, schema: { type: string } }, X-Maybe: { schema: { type: string } } }
          content: { application/json: { schema: { $ref: "#/components/schemas/Thing" } } }
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
                tone: { enum: [x, y], description: "Open Enum." }
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
      x-expandableFields: [host, owner, group]
      properties:
        id: { type: string }
        name: { type: string }
        kind: { enum: [a, b] }
        mood: { anyOf: [{ enum: [x, y] }, { type: string }] }
        level: { enum: [1, 2], x-ms-enum: { modelAsString: true } }
        note: { type: [string, "null"] }
        parent: { $ref: "#/components/schemas/Parent" }
        form: { anyOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }] }
        host: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Circle" }, { $ref: "#/components/schemas/Square" }] } }
        owner: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Parent" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Parent" }] } }
        group: { anyOf: [{ type: string }, { $ref: "#/components/schemas/Parent" }], x-expansionResources: { oneOf: [{ $ref: "#/components/schemas/Parent" }] } }
    Parent:
      type: object
      required: [label]
      properties: { label: { type: string } }
    Lonely: { type: object, properties: { a: { type: string } } }
    Circle: { type: object, required: [is], properties: { is: { enum: [circle] }, radius: { type: number } } }
    Square: { type: object, required: [is], properties: { is: { enum: [square] }, side: { type: number } } }
    Triangle: { type: object, required: [is], properties: { is: { enum: [triangle] }, angle: { type: number } } }
`;

export const IMPORTS = `
import { createClient, type Expand, type Thing, type Lonely, type Parent } from "./client/index.js";
import { changeThing, getThing, ping, type ChangeThingParams } from "./client/operations/index.js";
const client = createClient({ auth: { key: "secret" } });
declare const thing: Thing;
`;

/** Uses everything without leaning on anything that a compatible change may touch. */
export const CAREFUL = `${IMPORTS}
const read = await getThing(client, "1", { tags: ["x"] });
const id: string = read.id;
const name: string | undefined = read.name;
const note: string | null = read.note;
await changeThing(client, "1", { name: "x", kind: "a", size: 1 });
await ping(client);
declare const lonely: Lonely;
export { id, name, note, lonely };
`;

/** Tells two forms apart, with a way out for others. */
export const formOf = (form: string): string =>
  `export const length = ${form}?.is === "circle" ? ${form}.radius : ${form}?.is === "square" ? ${form}.side : 0;`;

/** Tells two forms apart, and holds that there are no others. */
export const onlyFormOf = (form: string): string =>
  `if (${form}?.is !== "circle" && ${form}?.is !== "square") ${form} satisfies undefined;`;

export const program = (text: string): string => IMPORTS + text;
