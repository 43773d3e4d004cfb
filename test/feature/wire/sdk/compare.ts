/** One call sent through both clients. */
import { transport } from "../../../support/servers/transport.js";
import { createClient } from "../../../../generated/src/client.js";
import * as operations from "../../../../generated/src/operations/index.js";
import type { Client } from "../../../../generated/src/stripe/dialect.js";
import { argumentsOf, type Call } from "./arbitraries.js";
import type { Operation } from "../../../support/stripe-document.js";
import type { Recorder } from "../../../support/servers/recorder.js";
import { type Outcome, outcomeOf } from "./differences.js";
import { API_KEY, type SdkMethod } from "./sdk.js";

/** A function of the generated client. */
type Generated = (client: Client, ...args: readonly unknown[]) => Promise<unknown>;

export class Pair {
  readonly #recorder: Recorder;
  readonly #client: Client;

  constructor(recorder: Recorder) {
    this.#recorder = recorder;
    this.#client = createClient({
      apiKey: API_KEY,
      baseUrl: recorder.url,
      maxNetworkRetries: 0,
      ...transport,
    });
  }

  ours(operation: Operation, call: Call): Promise<Outcome> {
    const send = functionOf(operation);
    return outcomeOf(this.#recorder, () => send(this.#client, ...argumentsOf(send, call)));
  }

  sdk(method: SdkMethod, { path, params, options }: Call): Promise<Outcome> {
    return outcomeOf(this.#recorder, () =>
      method(...path, params, { host: "127.0.0.1", ...options }),
    );
  }
}

/** `PostCheckoutSessions` is `postCheckoutSessions`. */
function functionOf({ id }: Operation): Generated {
  const name = id.charAt(0).toLowerCase() + id.slice(1);
  const functions: Readonly<Record<string, unknown>> = operations;
  const found = functions[name];
  if (!isGenerated(found)) throw new Error(`There is no function ${name}`);
  return found;
}

function isGenerated(value: unknown): value is Generated {
  return typeof value === "function";
}
