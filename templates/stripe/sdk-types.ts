/** Types that the official SDK names in its namespace and that are of no schema of the document. */
import type { Result } from "../runtime/call/request.js";
import type { apiVersion, EventMap, EventOf as NarrowEventOf, WideEventMap } from "./api.js";
import type { PagePromise, SearchPromise } from "./pages.js";

export type { RawErrorType, StripeRawError } from "./errors/raw-error.js";
export type { ApiList, ApiSearchResult } from "./lists.js";
export type { HttpAgent, HttpClient, HttpClientResponse, HttpProtocol } from "./http/index.js";
export type { RequestEvent, ResponseEvent } from "./options/listeners.js";
export type { ApiKey, AppInfo, RequestOptions } from "./options/options.js";

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

/**
 * An event of one type as the official SDK has it: with the resource under its wide name, `Stripe.Customer`. What
 * `constructEvent` returns may stand in its place, and tells more: an event has nothing expanded.
 */
export interface EventOf<T extends keyof EventMap> extends Omit<NarrowEventOf<T>, "data"> {
  data: { object: WideEventMap[T]; previous_attributes?: Partial<WideEventMap[T]> };
}

/** A union that `type` tells apart. */
export type Event = { [T in keyof EventMap]: EventOf<T> }[keyof EventMap];

export declare namespace Event {
  type Type = Event["type"];
  type Data = Event["data"];
  type Request = Event extends { request: infer R } ? NonNullable<R> : never;
  namespace Data {
    type Object = Data["object"];
    type PreviousAttributes = NonNullable<Data["previous_attributes"]>;
  }
}

/** The name that earlier versions of the official SDK have for it. */
export type DiscriminatedEvent = Event;

export declare namespace DiscriminatedEvent {
  type Type = Event.Type;
  type Data = Event.Data;
}
