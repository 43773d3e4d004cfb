/** For tests of code that uses the client. */
export { TestFetchError } from "./error.js";
export type { Operations } from "./functions.js";
export { mswHandler } from "./msw.js";
export { createTestFetch } from "./test-fetch.js";
export type {
  AnyTestCall,
  Given,
  OperationKey,
  Override,
  Overrides,
  TestCall,
  TestFetch,
} from "./types.js";
