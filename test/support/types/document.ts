import { readFileSync } from "node:fs";
import { query } from "jsonpath-rfc9535";
import { parse } from "yaml";

/** A JSON object whose members have not been looked at yet. */
export type Json = Readonly<Record<string, unknown>>;

/** A schema object of the document, as far as the walk reads it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly nullable?: boolean;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly "x-expansionResources"?: { readonly oneOf: readonly Schema[] };
  readonly "x-unfold-properties"?: Readonly<Record<string, PropertyNote>>;
}

/** What our overlays say of one property. */
export interface PropertyNote {
  readonly includable?: boolean;
  readonly presence?: "optional" | "required";
}

/** The part of the document that the walk reads. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** An operation object, as far as the walk reads it. */
export interface Operation {
  readonly parameters?: readonly { readonly name: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>;
  };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
}

const overlays = ["includable", "presence"];

/** Reads Stripe's document and lays the two overlays over it that concern `expand`. */
export function readDocument(root: URL): Document {
  const text = (path: string): string => readFileSync(new URL(path, root), "utf8");
  const { source } = JSON.parse(text("spec/source.json")) as { readonly source: string };
  const [, name, file] = /^npm:(@?[^@]+)@[^/]+\/(.+)$/.exec(source) ?? [];
  if (name === undefined || file === undefined) throw new Error(`cannot read ${source}`);
  const document: unknown = JSON.parse(text(`node_modules/${name}/${file}`));
  for (const overlay of overlays) apply(parse(text(`spec/overlays/${overlay}.yaml`)), document);
  return document as Document;
}

interface Overlay {
  readonly actions: readonly { readonly target: string; readonly update: Json }[];
}

/** The part of OpenAPI Overlay 1.0 that these overlays use: `update`, merged object by object. */
function apply(overlay: Overlay, document: unknown): void {
  for (const { target, update } of overlay.actions) {
    const found = query(document as never, target) as unknown as Record<string, unknown>[];
    if (found.length !== 1) throw new Error(`${target} selects ${String(found.length)} values`);
    for (const value of found) merge(value, update);
  }
}

function merge(into: Record<string, unknown>, from: Json): void {
  for (const [key, value] of Object.entries(from)) {
    const old = into[key];
    if (isObject(old) && isObject(value)) merge(old, value);
    else into[key] = value;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
