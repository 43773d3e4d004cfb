import type { ServerSentEvent } from "../runtime/events.js";
import type { Operations } from "./functions.js";

/** An operation of the API, by method and path: `POST /v1/checkout/sessions/{session}/expire`. */
export type OperationKey = keyof Operations & string;

/** What is returned in the place of the example, or, as a function, depending on the call. */
export type Override<K extends OperationKey> =
  Given<K> | Response | ((call: TestCall<K>) => Responding<K> | Promise<Responding<K>>);

type Responding<K extends OperationKey> = Given<K> | Response | undefined | void;

/** By operation. */
export type Overrides = { readonly [K in OperationKey]?: Override<K> };

/** A call of an operation that the test's `fetch` has responded to. */
export interface TestCall<K extends OperationKey> {
  readonly operation: K;
  /** The variables of the path. */
  readonly path: { readonly [N in Variables<K>]: string };
  /** What the function was given as its params, read from the request. */
  readonly params: ParamsOf<Operations[K]>;
  /** With a body that can still be read. */
  readonly request: Request;
}

/** A call of any operation. */
export interface AnyTestCall {
  readonly operation: OperationKey;
  readonly path: Readonly<Record<string, string>>;
  readonly params: Readonly<Record<string, unknown>> | undefined;
  readonly request: Request;
}

/** A `fetch` that responds from the document. */
export interface TestFetch {
  (input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /** Every call, in the order in which they came; a request that is sent again is another one. */
  readonly calls: readonly AnyTestCall[];
  /** Those of one operation. */
  callsTo<K extends OperationKey>(operation: K): readonly TestCall<K>[];
}

type Variables<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Variables<Rest>
  : never;

type ParamsOf<O> = O extends { params?: infer Params } ? Params : undefined;

/** As much of an operation's response as a test cares for; the example has the rest. */
export type Given<K extends OperationKey> = Part<ResponseOf<Operations[K]>>;

type ResponseOf<O> = O extends { response: infer R } ? R : never;

type Part<T> =
  T extends ReadableStream<unknown>
    ? string | Uint8Array<ArrayBuffer> | Blob
    : T extends AsyncIterable<infer Item>
      ? string | (Item extends ServerSentEvent<unknown> ? never : readonly Part<Item>[])
      : T extends readonly (infer Item)[]
        ? readonly Part<Item>[]
        : T extends object
          ? Members<T>
          : T;

type Members<T> = { readonly [N in keyof T as Data<N>]?: Part<T[N]> | undefined };

/** Not what the client adds to a response. */
type Data<N> = N extends string | number ? Exclude<N, "lastResponse"> : never;
