/** Document → examples of what its operations answer. */
import type { TestingRule } from "../config/index.js";
import type { Schema } from "../openapi/index.js";
import { at, member, parsePointer } from "../openapi/pointer.js";
import { preferredMedia } from "../model/content/responses.js";
import type { ModelContext } from "../model/context/index.js";
import { matchList } from "../model/context/lists.js";
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
  const { dates = [], id: idName = "id" } = context.dialect ?? {};
  const templates = createTemplates(context, {
    dates,
    id: idName,
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
  if (found === undefined) return {};
  const { mediaType, media } = found;
  const type = mediaType === "application/json" || mediaType.includes("*") ? {} : { mediaType };
  if (!isJson(mediaType) && !isJsonLines(mediaType) && !isJsonSequence(mediaType)) {
    return type;
  }
  const { schema } = media;
  const pointer = `${found.pointer}/schema`;
  const template = templates.template(schema, { name: "", key: idOf(place), pointer });
  const page = pageOf(context, schema, { pointer, path: place.path });
  return { template, ...(page === undefined ? {} : { page }), ...type };
}

/** The page that an answer is, with the property that says where it is where that may say so. */
function pageOf(
  context: ModelContext,
  schema: Schema | undefined,
  { pointer, path }: { readonly pointer: string; readonly path: string },
): AnswerExample["page"] {
  const list = matchList(context, schema, pointer);
  if (list === undefined) return undefined;
  const { url } = list.rule;
  const container = at(context.document, (parsePointer(list.pointer) ?? []).slice(0, -2));
  const pattern = url === undefined ? undefined : member(member(container, url), "pattern");
  const isHere =
    url !== undefined &&
    member(container, url) !== undefined &&
    (typeof pattern !== "string" || new RegExp(pattern, "u").test(path.replaceAll(/[{}]/g, "")));
  return isHere ? { url } : {};
}

/** Schema → the last variables of the paths that end with one and answer it: what its ids are called in paths. */
type NamesOfIds = ReadonlyMap<string, ReadonlySet<string>>;

function namesOfIds(
  answers: readonly { readonly place: Place; readonly answer: AnswerExample }[],
): NamesOfIds {
  const names = new Map<string, Set<string>>();
  for (const { place, answer } of answers) {
    const variable = /\{([^{}]+)\}$/.exec(place.path)?.[1];
    if (variable === undefined || answer.page !== undefined) continue;
    for (const key of keysOf(answer.template)) {
      names.set(key, (names.get(key) ?? new Set()).add(variable));
    }
  }
  return names;
}

/** `/sessions/{session}` answers that session, and `/sessions/{session}/expire` does, as it answers a session, too. */
function idIn(path: string, { page, template }: AnswerExample, names: NamesOfIds) {
  const variable = /\{([^{}]+)\}[^{}]*$/.exec(path)?.[1];
  if (variable === undefined || page !== undefined || template === undefined) return undefined;
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
