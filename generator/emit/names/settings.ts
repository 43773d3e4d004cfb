import type { Docs } from "../code/docs.js";
import type { Examples } from "../../examples/index.js";
import type {
  ClassRule,
  EventRule,
  ExpansionRule,
  ListRule,
  PackageInfo,
} from "../../config/index.js";

/** What the configuration says about the emitted text. */
export interface EmitSettings {
  readonly docs: Docs;
  /** Folder of the dialect's copied templates inside the sources; undefined for a document without one. */
  readonly dialect: string | undefined;
  /** Module of the dialect's container types, without extension. */
  readonly lists: string;
  /** The containers that stand inside of other objects; undefined for a document without them. */
  readonly container: ListRule | undefined;
  /** How callers ask for objects in the place of ids. */
  readonly expansion: ExpansionRule | undefined;
  /** Property by which objects are known; undefined for `id`. */
  readonly id: string | undefined;
  /** Version range of openapi-fetch, the client's one dependency. */
  readonly openapiFetch: string;
  readonly package: PackageInfo | undefined;
  /** The dialect's own text of the package's README; undefined where there is none. */
  readonly readme: string | undefined;
  /** What webhook events look like. */
  readonly events: EventRule | undefined;
  /** Whether there is a raw client, too. */
  readonly raw: boolean;
  /** What operations return, for the tests of who uses the client; undefined where that is not wanted. */
  readonly examples: Examples | undefined;
  /** Whether queries and form bodies nest with brackets. */
  readonly nested: boolean;
  /** The class around the resources; undefined where there are none, or none wanted. */
  readonly class: ClassRule | undefined;
  /** Types the dialect needs from the document: exported name → schema key. */
  readonly dialectTypes: Readonly<Record<string, string>>;
}
