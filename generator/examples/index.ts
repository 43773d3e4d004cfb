/** Document → examples of what its operations answer. */
import type { TestingRule } from "../config/index.js";
import type { Schema } from "../openapi/index.js";
import { member } from "../openapi/pointer.js";
import { preferredMedia } from "../model/content/responses.js";
import type { ModelContext } from "../model/context/index.js";
import { matchList } from "../model/context/extensions.js";
import { isJson, isJsonLines, isJsonSequence } from "../model/content/media-types.js";
import { placesOf } from "../model/operations/operations.js";
import { idOf, type Place } from "../model/api/place.js";
import type { Model } from "../model/types/index.js";
import { unmark } from "./endless.js";
import { createTemplates, type Templates } from "./schema.js";
import type { AnswerExample, Examples, Template } from "./types.js";

export type { AnswerExample, Examples, Template } from "./types.js";

/** Of the operations that the model has: not all of a document's may be wanted. */
export function readExamples(
  context: ModelContext,
  { operations }: Model,
  { values = {} }: TestingRule,
): Examples {
  const templates = createTemplates(context, {
    dates: context.dialect?.dates ?? [],
    values: new Map(Object.entries(values)),
  });
  const wanted = new Set(operations.map(({ method, path }) => `${method} ${path}`));
  const places = placesOf(context.document).filter((place) => wanted.has(keyOf(place)));
  const answers = places.map((place) => ({ place, answer: readAnswer(context, templates, place) }));
  const names = namesOfIds(answers);
  const schemas = templates.finish();
  const plain = unmark(schemas);
  const found = answers.map(({ place, answer }): [string, AnswerExample] => {
    const { template } = answer;
    const id = idIn(place.path, answer, names);
    return [
      keyOf(place),
      {
        ...answer,
        ...(template === undefined ? {} : { template: plain(template) }),
        ...(id === undefined ? {} : { id }),
      },
    ];
  });
  const all = Array.from(schemas, ([key, template]) => [key, plain(template)] as const);
  return { schemas: new Map(all), answers: new Map(found) };
}

function keyOf({ method, path }: Place): string {
  return `${method.toUpperCase()} ${path}`;
}

function readAnswer(context: ModelContext, templates: Templates, place: Place): AnswerExample {
  const found = preferredMedia(context, place);
  if (found === undefined) return { page: false };
  const { mediaType, media } = found;
  const type = mediaType === "application/json" || mediaType.includes("*") ? {} : { mediaType };
  if (!isJson(mediaType) && !isJsonLines(mediaType) && !isJsonSequence(mediaType)) {
    return { page: false, ...type };
  }
  const { schema } = media;
  const pointer = `${found.pointer}/schema`;
  const template = templates.template(schema, { name: "", key: idOf(place), pointer });
  return { template, page: isAddressed(context, schema, place.path), ...type };
}

/** Whether the answer is a page that says where it is, and may say that it is here. */
function isAddressed({ dialect }: ModelContext, schema: Schema | undefined, path: string): boolean {
  if (typeof schema !== "object" || matchList(schema, dialect) === undefined) return false;
  const url = member(schema.properties, "url");
  const pattern = member(url, "pattern");
  if (typeof pattern !== "string") return url !== undefined;
  return new RegExp(pattern, "u").test(path.replaceAll(/[{}]/g, ""));
}

/** Schema → the last variables of the paths that end with one and answer it: what its ids are called in paths. */
type NamesOfIds = ReadonlyMap<string, ReadonlySet<string>>;

function namesOfIds(
  answers: readonly { readonly place: Place; readonly answer: AnswerExample }[],
): NamesOfIds {
  const names = new Map<string, Set<string>>();
  for (const { place, answer } of answers) {
    const variable = /\{([^{}]+)\}$/.exec(place.path)?.[1];
    if (variable === undefined || answer.page) continue;
    for (const key of keysOf(answer.template)) {
      names.set(key, (names.get(key) ?? new Set()).add(variable));
    }
  }
  return names;
}

/** `/sessions/{session}` answers that session, and `/sessions/{session}/expire` does, as it answers a session, too. */
function idIn(path: string, { page, template }: AnswerExample, names: NamesOfIds) {
  const variable = /\{([^{}]+)\}[^{}]*$/.exec(path)?.[1];
  if (variable === undefined || page || template === undefined) return undefined;
  const isNamed = keysOf(template).some((key) => names.get(key)?.has(variable) === true);
  return path.endsWith("}") || isNamed ? variable : undefined;
}

/** The schemas that an answer may be of. */
function keysOf(template: Template | undefined): readonly string[] {
  if (!Array.isArray(template)) return [];
  const [tag, ...rest]: readonly Template[] = template;
  if (tag === "ref") return rest.filter((key) => typeof key === "string");
  return tag === "or" || tag === "null" ? rest.flatMap(keysOf) : [];
}
