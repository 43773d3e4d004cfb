/**
 * The habits of one API. Whatever an API does that OpenAPI has no word for is stated here, in the dialect's templates
 * and in overlays, and nowhere else: see `templates/README.md`.
 */
import type { HttpMethod } from "./index.js";

/** What an API does that OpenAPI has no word for. Each field is a switch; none is guessed. */
export interface Dialect {
  /**
   * Folder of TypeScript copied to `src/<its name>/`, relative to the configuration. The name is that of the function
   * in its `dialect.ts`: letters and digits, a small letter first. Without it, the client is that of any document; what
   * needs code of the dialect's own (`body`, `nested`, `bodyAsQuery`, `error`, numbers in `dates`, `nullUnsets`, `maps`, `lists`,
   * `class`, `events`, `types`) cannot be said then.
   */
  readonly templates?: string;
  /**
   * Versions in paths that stand beside the others, `v2`: their operations are in a resource of that name, in which what
   * lies under an item is a resource too (`v2.core.accounts.persons.create`), and whatever is only true of older ones
   * (`nullableIsPresent`) is not said of their schemas, whose keys begin with the version: `v2.core.account`. The folder of
   * that name in the templates is copied where the document has such paths; its modules stand in for those of the same
   * name around it.
   */
  readonly versions?: readonly string[];
  /** Media type of request bodies that the client encodes without being told. Default `application/json`. */
  readonly body?: string;
  /**
   * Queries and form bodies nest with brackets to any depth, arrays with an index: what the document's
   * styles `form` and `deepObject` both mean for this API.
   */
  readonly nested?: boolean;
  /** Methods whose request body the API reads from the query string. */
  readonly bodyAsQuery?: readonly HttpMethod[];
  /**
   * JSON bodies are always sent, `{}` where the caller gives none. One whose `required` the document leaves out is
   * required where its schema requires properties.
   */
  readonly impliedBodies?: boolean;
  /** The class of the errors that calls reject with, which the templates' index exports: told beside each operation. */
  readonly error?: string;
  /** Formats of points in time: a request takes a `Date` for them, which the dialect's `date` writes. */
  readonly dates?: readonly DateRule[];
  /** An empty text unsets, and requests send null as one: whatever takes `""` takes null as well. */
  readonly nullUnsets?: boolean;
  /** Maps of texts in requests that take other values too, which are written as text. */
  readonly maps?: readonly MapRule[];
  /** Response properties that are nullable are present even when not listed in `required`. */
  readonly nullableIsPresent?: boolean;
  /**
   * Extension of a schema with the value of its discriminator, for documents that map none: `x-ms-discriminator-value`.
   */
  readonly discriminatorValue?: string;
  /** Property by which objects are known, which is what an id stands for. Default `id`. */
  readonly id?: string;
  /** Schemas that stand for what is left of an object that was deleted. */
  readonly deleted?: DeletedRule;
  /** Object schemas that are containers of one item type, and the calls that return them. */
  readonly lists?: readonly ListRule[];
  /** How callers ask for objects in the place of ids, and for properties that are absent otherwise. */
  readonly expansion?: ExpansionRule;
  /**
   * Properties whose value names the one of several properties beside it that is there: `type: "card"` beside
   * `card: { … }`. Examples need it where the document does not list the values.
   */
  readonly variants?: readonly string[];
  /** Puts the resources in a class; needs `resources`. */
  readonly class?: ClassRule;
  /** Where the document lists its webhook events, and what an event looks like. */
  readonly events?: EventRule;
  /** How it describes events that name the object they are about, and do not carry it. */
  readonly notifications?: NotificationRule;
  /** Types that the copied templates need from the document: exported name → schema key. */
  readonly types?: Readonly<Record<string, string>>;
}

export interface DateRule {
  /** `format` of the schemas: `date-time`, `unix-time`. */
  readonly format: string;
  /** What numbers of this format count since 1970; `text` for a format of strings. */
  readonly unit: "seconds" | "milliseconds" | "text";
}

/** `{ property: "metadata", takes: ["number", "null"] }` */
export interface MapRule {
  /** Name of the properties that hold such a map. */
  readonly property: string;
  /** What its values may be besides texts. */
  readonly takes: readonly ("number" | "boolean" | "null")[];
}

/** `{ prefix: "deleted_", property: "deleted" }`: `deleted_pet` is what is left of a `pet`, and says so. */
export interface DeletedRule {
  /** What the keys of these schemas begin with, before the key of the object's own schema. */
  readonly prefix: string;
  /** The property that only they have; the object's own schema gets it as `never`, so that it tells them apart. */
  readonly property: string;
}

/** A container, inline or named: an object with a list of items of one type, and what is known of the page. */
export interface ListRule {
  /** A property and the one value it has in containers of this kind: `{ property: "object", value: "list" }`. */
  readonly mark?: { readonly property: string; readonly value: string };
  /** Property that holds the items: `data`, `items`. */
  readonly items: string;
  /**
   * Properties a container has, no more; a schema with others is an ordinary object. Without a mark, it has to have all
   * of them.
   */
  readonly properties: readonly string[];
  /** Property with the path of the list, by which examples say where they are. */
  readonly url?: string;
  /** Generic type, exported by the templates' `lists.ts`. */
  readonly type: string;
  /** Function, exported by the templates' `pages.ts`, that makes a call returning such a container. */
  readonly call: string;
  /** Type that call returns. */
  readonly result: string;
}

/** Paths of properties, with dots between their segments: `customer`, `payment.card`. */
export interface ExpansionRule {
  /** Parameters by which paths are asked for; an operation takes the first of them that it has. */
  readonly parameters: readonly ExpandParameter[];
  /**
   * Extension of a property's schema: references to the schemas that may take the id's place, or their names. Without it,
   * no id is expanded.
   */
  readonly targets?: string;
  /**
   * Extension of an object schema: the names of the properties that a path may end at or go through.
   * Default: all.
   */
  readonly fields?: string;
  /** Most segments of a path, 1 to 6. Default: as many as lead somewhere. */
  readonly depth?: number;
  /** Lists that are not required are absent unless asked for, where no `x-unfold-properties` says otherwise. */
  readonly optionalLists?: boolean;
}

export interface ExpandParameter {
  /** Name in the query, or of the body's property: `expand`, `embed`, `include`. */
  readonly name: string;
  /** The property that holds a list's items is a segment of paths: `data.customer`. Default: paths begin at the item. */
  readonly listPrefix?: boolean;
  /** In the query, the paths are one text with commas between them, whatever the document says. */
  readonly joined?: boolean;
  /**
   * The parameter's enum lists all paths of an operation. What they end at is absent unless asked for, or null where the
   * document allows it.
   */
  readonly listed?: boolean;
}

/** `{ extension: "x-event", mark: { property: "kind", value: "thin" }, relatedAt: "related_object" }` */
export interface NotificationRule {
  /** Extension of the schemas of such events: `x-event: { type: "ship.docked", kind: "thin" }`. */
  readonly extension: string;
  /** What the extension says of them alone. */
  readonly mark: { readonly property: string; readonly value: string };
  /** Property of an event that names its object, by `type` and `url`. Its enum of one type names the object's schema. */
  readonly relatedAt: string;
  /** The same events as operations return them: with all that they tell. */
  readonly returned?: ReturnedEventRule;
}

/** `{ schema: "event", type: "ReturnedEvent", call: "requestEvent" }` */
export interface ReturnedEventRule {
  /** Key of the schema that operations return, alone or as the items of a list. */
  readonly schema: string;
  /** Type in its place, exported by the templates' `pages.ts`. */
  readonly type: string;
  /** Function, exported there too, that makes a call returning one such event; calls of lists are made by the list's own. */
  readonly call: string;
}

export interface EventRule {
  /** JSON pointer of the enum of event types. */
  readonly types: string;
  /** What stands between the words of a type. Default `.`. */
  readonly separator?: string;
  /** Key of the schema that every event has. */
  readonly schema: string;
  /** Property of an event that holds its type. Default `type`. */
  readonly typeAt?: string;
  /**
   * Property of an event with the API version it is written by: the document's, so that a program with clients of two
   * versions tells the events apart.
   */
  readonly versionAt?: string;
  /** Where an event holds the object it is about: `["data", "object"]`. */
  readonly objectAt: readonly string[];
  /** Where it holds those properties of the object that have changed, with their old values. */
  readonly previousAt?: readonly string[];
}

/**
 * The class that the resources are properties of, and the package's default export. The templates' `class.ts` exports
 * what it is made with: `Base`, its superclass; `Config`, the options besides the key. Their `options-argument.ts` tells
 * the options of a call from its params: `paramsAndOptions`, and the types `ParamsArgument`, `ParamsOrOptions`
 * and `NoParams`.
 */
export interface ClassRule {
  readonly name: string;
  /** Other exports of `class.ts` that stand in the namespace of the class. */
  readonly exports: readonly string[];
}
