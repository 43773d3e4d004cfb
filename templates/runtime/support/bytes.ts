/** Types of the platform that compilers before 5.7, or programs without the DOM's types, have under no name of their own. */

/** Bytes in memory of their own: `Uint8Array<ArrayBuffer>`. */
export type Chunk = ReturnType<Uint8Array["slice"]>;

/** What fetch takes for a body: `BodyInit`. */
export type FetchBody = NonNullable<RequestInit["body"]>;
