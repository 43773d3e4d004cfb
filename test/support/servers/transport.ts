/** Which of the two transports a client in a test has: Node's, or `fetch` where `TRANSPORT` says so. */
export const isOverFetch = process.env["TRANSPORT"] === "fetch";

/** Options of a client. */
export const transport = isOverFetch ? { fetch: globalThis.fetch } : {};
