/** Types that the official SDK names in its namespace and that are of no schema of the document. */
import type { Result } from "../runtime/request.js";
import type { apiVersion, Event as AnyEvent } from "./api.js";
import type { PagePromise, SearchPromise } from "./pages.js";

export type { RawErrorType, StripeRawError } from "./errors/raw-error.js";
export type { ApiList, ApiSearchResult } from "./lists.js";
export type { ApiKey, AppInfo, RequestOptions } from "./options.js";

export type ApiListPromise<T> = PagePromise<T>;
export type ApiSearchResultPromise<T> = SearchPromise<T>;
export type Response<T> = Result<T>;

/** The version of the API that the document describes. */
export type LatestApiVersion = typeof apiVersion;

/** An empty text unsets, and so does null, which is sent as one. */
export type Emptyable<T> = null | "" | T;

export interface Metadata {
  [name: string]: string;
}

/** Numbers are sent as text. An empty value takes a key away, and so does null. */
export interface MetadataParam {
  [name: string]: string | number | null;
}

export interface Address {
  city: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  line1: string | null;
  line2: string | null;
  postal_code: string | null;
  state: string | null;
}

export interface AddressParam {
  city?: string;
  /** ISO 3166-1 alpha-2. */
  country?: string;
  line1?: string;
  line2?: string;
  postal_code?: string;
  state?: string;
}

export interface ShippingAddressParam extends AddressParam {
  line1: string;
}

/** An address in Kana or Kanji. */
export interface JapanAddress extends Address {
  /** Town or district. */
  town: string | null;
}

export interface JapanAddressParam extends AddressParam {
  town?: string;
}

/** Bounds in Unix seconds. */
export interface RangeQueryParam {
  gt?: number;
  gte?: number;
  lt?: number;
  lte?: number;
}

export interface PaginationParams {
  ending_before?: string;
  limit?: number;
  starting_after?: string;
}

export type Event = AnyEvent;

export declare namespace Event {
  type Type = AnyEvent["type"];
  type Data = AnyEvent["data"];
  type Request = AnyEvent extends { request: infer R } ? NonNullable<R> : never;
  namespace Data {
    type Object = Data["object"];
    type PreviousAttributes = NonNullable<Data["previous_attributes"]>;
  }
}
