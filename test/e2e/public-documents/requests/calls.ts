/** Calls of a document's operations, with values that ajv accepts: the least that is valid, and all that there is. */
import { essence, isStructured } from "../../../../generator/model/content/media-types.js";
import { isReference, dereference } from "../../../../generator/openapi/reference.js";
import {
  METHODS,
  type Method,
  type OpenApiDocument,
  type Parameter,
  type Referable,
} from "../../../../generator/openapi/index.js";
import { child, formatPointer, parsePointer } from "../../../../generator/openapi/pointer.js";
import { Values, withFiles } from "./values.js";

export interface Call {
  /** `GET`, … */
  readonly method: string;
  /** As the document has it. */
  readonly path: string;
  readonly mediaType?: string;
  readonly groups: Groups;
}

export type Groups = Readonly<Partial<Record<string, unknown>>>;

interface Body {
  readonly mediaType?: string;
  readonly body?: unknown;
}

interface Wanted {
  readonly path: string;
  readonly method: Method;
  /** With what is optional. */
  readonly whole: boolean;
}

/** OpenAPI has parameters of these names ignored. */
const TAKEN = /^(?:accept|content-type|authorization)$/i;

export class Calls {
  readonly #document: OpenApiDocument;
  readonly #values: Values;

  /** Operations for which none were found. */
  unmade = 0;

  constructor(document: OpenApiDocument) {
    this.#document = document;
    this.#values = new Values(document);
  }

  /** Those for which values were found. */
  all(): Call[] {
    return Object.entries(this.#document.paths ?? {}).flatMap(([path, item]) =>
      METHODS.flatMap((method) => {
        const operation = item[method];
        if (operation === undefined) return [];
        const calls = [false, true].flatMap((whole) => this.#calls({ path, method, whole }));
        if (calls.length === 0) this.unmade++;
        return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()];
      }),
    );
  }

  #calls(wanted: Wanted): Call[] {
    const { path, method } = wanted;
    const groups = this.#parameters(wanted);
    if (groups === undefined) return [];
    return this.#bodies(wanted).map(({ mediaType, body }) => ({
      method: method.toUpperCase(),
      path,
      ...(mediaType === undefined ? {} : { mediaType }),
      groups: body === undefined ? groups : { ...groups, body },
    }));
  }

  /** Undefined where one is required of which no value is known. */
  #parameters({ path, method, whole }: Wanted): Groups | undefined {
    const item = this.#document.paths?.[path];
    const shared = child("/paths", path);
    const lists = [
      { at: `${shared}/parameters`, nodes: item?.parameters ?? [] },
      { at: `${shared}/${method}/parameters`, nodes: item?.[method]?.parameters ?? [] },
    ];
    const groups: Record<string, Record<string, unknown>> = {};
    for (const { at, nodes } of lists) {
      for (const [n, node] of nodes.entries()) {
        const { name, in: place, required = false } = dereference(this.#document, node);
        if (place === "header" && TAKEN.test(name)) continue;
        if (!whole && !required) continue;
        const value = this.#values.of(this.#schemaAt(node, child(at, n)), whole);
        if (isSendable(value)) (groups[place] ??= {})[name] = value;
        else if (required) return undefined;
      }
    }
    return groups;
  }

  /** One a media type; one without a body where there need not be any. */
  #bodies({ path, method, whole }: Wanted): readonly Body[] {
    const node = this.#document.paths?.[path]?.[method]?.requestBody;
    if (node === undefined) return [{}];
    const { content = {}, required = false } = dereference(this.#document, node);
    if (!whole && !required) return [{}];
    const pointer = pointerOf(node, `${child("/paths", path)}/${method}/requestBody`);
    return Object.keys(content).flatMap((mediaType) => {
      const schema = `${child(`${pointer}/content`, mediaType)}/schema`;
      const type = essence(mediaType);
      const value = isStructured(type) ? this.#values.of(schema, whole) : "text";
      const file = type === "multipart/form-data" ? new Blob(["text"]) : "text";
      const body = withFiles(value, file);
      return body === undefined ? [] : [{ mediaType, body }];
    });
  }

  /** Where the schema of a parameter is, or of its one media type. */
  #schemaAt(node: Referable<Parameter>, at: string): string {
    const pointer = pointerOf(node, at);
    const [mediaType] = Object.keys(dereference(this.#document, node).content ?? {});
    if (mediaType === undefined) return `${pointer}/schema`;
    return `${child(`${pointer}/content`, mediaType)}/schema`;
  }
}

/** Nothing is sent for null and for an empty text. */
function isSendable(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

function pointerOf(node: unknown, own: string): string {
  return isReference(node) ? formatPointer(parsePointer(node.$ref.slice(1)) ?? []) : own;
}
