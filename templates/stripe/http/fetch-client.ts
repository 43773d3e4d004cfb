import type { Fetch } from "../../runtime/send/transport.js";
import { type AnyFetch, FetchResponse, type HttpClient } from "./http-client.js";

/** `Stripe.HttpClient`: over a `fetch`. A subclass has its own `makeRequest`. */
export class FetchClient implements HttpClient<FetchResponse> {
  /** Absent: the platform's. */
  readonly fetch: Fetch | undefined;
  readonly #name: string;

  constructor(fetch?: AnyFetch, name = "fetch") {
    // Fetches are declared in as many ways as there are packages of them.
    this.fetch = fetch as Fetch | undefined;
    this.#name = name;
  }

  getClientName(): string {
    return this.#name;
  }

  async makeRequest(
    ...[host, port, path, method, headers, data, protocol, timeout]: Parameters<
      HttpClient["makeRequest"]
    >
  ): Promise<FetchResponse> {
    const response = await (this.fetch ?? fetch)(`${protocol}://${host}:${port}${path}`, {
      method,
      headers: { ...headers },
      body: data || (method === "POST" ? "" : null),
      signal: timeout ? AbortSignal.timeout(timeout) : null,
    });
    return new FetchResponse(response.status, Object.fromEntries(response.headers), response);
  }
}
