/** What the configuration decides about what is written, so that nothing after the model reads it again. */
import type {
  ClassRule,
  DateRule,
  EventRule,
  ExpansionRule,
  ListRule,
  PackageInfo,
} from "../../config/index.js";

/** How programs come to the client. */
export interface Imported {
  /** What is imported from: a package's name, or the path of a folder. */
  readonly client: string;
  readonly isPackage: boolean;
}

export interface Output {
  readonly imported: Imported;
  /** What the client depends on: name → range. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Whether the dialect has a README of its own. */
  readonly hasReadme: boolean;
  readonly docs: Docs;
  /** Folder of the dialect's copied templates inside the sources; undefined for a document without one. */
  readonly dialect: string | undefined;
  /** Module of the dialect's container types, without extension. */
  readonly lists: string;
  /** The containers that stand inside of other objects; undefined for a document without them. */
  readonly container: ListRule | undefined;
  /** How callers ask for objects in the place of ids. */
  readonly expansion: ExpansionRule | undefined;
  /** What webhook events look like. */
  readonly events: EventRule | undefined;
  /** Whether queries and form bodies nest with brackets. */
  readonly nested: boolean;
  /** Types the dialect needs from the document: exported name → schema key. */
  readonly dialectTypes: Readonly<Record<string, string>>;
  /** The class around the resources; undefined where there are none, or none wanted. */
  readonly class: ClassRule | undefined;
  /** Whether there is a raw client, too. */
  readonly raw: boolean;
  /** Whether there is a `fetch` that responds from the document. */
  readonly testing: boolean;
  readonly examples: ExampleRules;
  /** Undefined where the output is a folder of sources. */
  readonly package: Package | undefined;
}

/** `links`: facts only. `full`: the document's own descriptions as well, relative links starting at `base`. */
export type Docs = (
  { readonly level: "links" } | { readonly level: "full"; readonly base: string | undefined }
) & {
  /** Formats of which is said what their numbers count. */
  readonly dates?: readonly DateRule[];
  /** The class of the errors that calls reject with. */
  readonly error?: string;
};

export interface ExampleRules {
  /** Formats of points in time. */
  readonly dates: readonly DateRule[];
  /** Property by which objects are known. */
  readonly id: string;
  /** Properties that tell which of several others is there, though no schema lists their values. */
  readonly variants: readonly string[];
  /** Examples by name of the property. */
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Package extends PackageInfo {
  /** Name → version range. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** The dialect's own text of the README; undefined where there is none. */
  readonly readme: string | undefined;
}
