/** HTTP clients as the official SDK has them: those that programs bring along, and those that its functions make. */

export type HttpProtocol = "http" | "https";

/** What sends requests. The official SDK's interface, so that a client written for it serves here. */
export interface HttpClient<R extends HttpClientResponse = HttpClientResponse> {
  getClientName(): string;
  /**
   * @param path - with the query
   * @param headers - values by name
   * @param requestData - the body; bytes for a file
   * @param timeout - in milliseconds
   */
  makeRequest(
    host: string,
    port: string | number,
    path: string,
    method: "GET" | "POST" | "PUT" | "DELETE",
    headers: object,
    requestData: string | null,
    protocol: HttpProtocol,
    timeout: number,
  ): Promise<R>;
}

/** A response, of which the body has not been read. */
export interface HttpClientResponse<Raw = unknown, Stream = unknown> {
  getStatusCode(): number;
  getHeaders(): { [name: string]: string };
  getRawResponse(): Raw;
  /** @param streamCompleteCallback - called when the body is read, or handed over */
  toStream(streamCompleteCallback: () => void): Stream;
  toJSON(): Promise<object>;
}

/** Whatever is called like the platform's `fetch`, however its types say that. */
export type AnyFetch = (...args: never) => unknown;

/** `Stripe.HttpClientResponse`: over a Response; a subclass has its own `toStream` and `toJSON`. */
export class FetchResponse implements HttpClientResponse<Response, Response["body"]> {
  readonly #status: number;
  readonly #headers: { [name: string]: string };
  readonly #raw: Response | undefined;

  constructor(status: number, headers: { [name: string]: string }, raw?: Response) {
    this.#status = status;
    this.#headers = headers;
    this.#raw = raw;
  }

  getStatusCode(): number {
    return this.#status;
  }

  getHeaders(): { [name: string]: string } {
    return this.#headers;
  }

  getRawResponse(): Response {
    if (this.#raw) return this.#raw;
    throw new TypeError("getRawResponse, toStream, toJSON: not implemented");
  }

  toStream(streamCompleteCallback: () => void): Response["body"] {
    streamCompleteCallback();
    return this.getRawResponse().body;
  }

  toJSON(): Promise<object> {
    return this.getRawResponse().json();
  }
}
