/**
 * The code under test calls what the API does not have, or with what it does not take. It reaches whoever made the
 * call as it is: not as a response of the API, which that code may expect and handle.
 */
export class TestFetchError extends Error {
  override readonly name = "TestFetchError";
  /** One sentence each. */
  readonly problems: readonly string[];

  constructor(call: string, problems: readonly string[]) {
    super(`${call}: ${problems.join("; ")}`);
    this.problems = problems;
  }
}

/**
 * A response that throws when it is looked at. A `fetch` that rejects stands for a lost connection: the client would
 * ask again, and make another error of it.
 */
export function refusing(error: TestFetchError): Response {
  const look = {
    get(): never {
      throw error;
    },
  };
  return Object.defineProperties(new Response(), { status: look, ok: look, headers: look });
}
