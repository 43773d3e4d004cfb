/** Why an attempt gave no response, or none that can be used. */
export type Failure = BadResponse | NoResponse;

/** A status that is not 2xx, or a body that cannot be read. */
export interface BadResponse {
  readonly response: ResponseHead;
  /** Parsed where it is JSON, else its text. */
  readonly body: unknown;
}

/** What a response has besides its body. */
export type ResponseHead = Pick<Response, "status" | "statusText" | "headers">;

export type NoResponse = Disconnected | OutOfTime;

/** There was no response, or only part of one. */
export interface Disconnected {
  readonly cause: unknown;
}

export interface OutOfTime {
  /** The time that was given, in milliseconds. */
  readonly timeout: number;
}
