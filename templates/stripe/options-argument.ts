/** Options where a method of the class has its params: which may stand there, and that none is mixed with params. */
import { namedValues } from "../runtime/encode/value.js";
import type { RequestOptions } from "./options/options.js";

/** Options that stripe-node takes in the place of params, too. The others stand behind params only. */
export type OptionsArgument = Pick<
  RequestOptions,
  | "apiKey"
  | "apiVersion"
  | "idempotencyKey"
  | "maxNetworkRetries"
  | "stripeAccount"
  | "stripeContext"
  | "timeout"
>;

/** The place of params where an operation takes none: empty, or options. */
export interface NoParams extends OptionsArgument {}

/** Whether an option is one of those. */
const OPTIONS: { readonly [N in keyof RequestOptions]-?: N extends keyof OptionsArgument ? 1 : 0 } =
  {
    apiKey: 1,
    apiVersion: 1,
    headers: 0,
    idempotencyKey: 1,
    maxNetworkRetries: 1,
    signal: 0,
    stripeAccount: 1,
    stripeContext: 1,
    timeout: 1,
  };

/** Params, among which no option stands: it would be sent as a parameter. */
export type ParamsArgument<P> = P & NoOptions;

type NoOptions = { readonly [N in keyof RequestOptions]?: never };

/** Params, or options where the caller has none; never both, not in a variable either. */
export type ParamsOrOptions<P> =
  ParamsArgument<P> | (OptionsArgument & { readonly [N in keyof P]?: never });

/**
 * Finds params and options among what follows the ids of a call. Options are told by their names: no parameter of the
 * API is called like one.
 *
 * @throws {TypeError} naming the option that stands among params, or what is not an option; for callbacks
 */
export function paramsAndOptions(
  rest: readonly unknown[],
): readonly [params: unknown, options: unknown] {
  if (rest.some((each) => typeof each === "function"))
    throw new TypeError("Callbacks are not called: await the promise, or give it to .then");
  const [params, options] = rest;
  const names = namesIn(params, "params");
  const found = names.find(isOption);
  if (found !== undefined) {
    const isMixed = options != null || names.some((name) => !isOption(name) || !OPTIONS[name]);
    if (isMixed) throw new TypeError(`${found}: options stand behind the params, not among them`);
    // A copy: what is inherited, or comes up later, was not seen here.
    const own = names.map((name) => [name, Reflect.get(Object(params), name)] as const);
    return [undefined, Object.fromEntries(own)];
  }
  const unknown = namesIn(options, "options").find((name) => !isOption(name));
  if (unknown !== undefined) throw new TypeError(`${unknown}: not an option of a request`);
  return [params, options];
}

function namesIn(value: unknown, what: string): readonly string[] {
  return Object.keys(namedValues(value, what));
}

function isOption(name: string): name is keyof RequestOptions {
  return Object.hasOwn(OPTIONS, name);
}
