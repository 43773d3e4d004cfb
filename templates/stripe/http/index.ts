export { clientFetch } from "./client-fetch.js";
export { FetchClient } from "./fetch-client.js";
export {
  type AnyFetch,
  FetchResponse,
  type HttpClient,
  type HttpClientResponse,
  type HttpProtocol,
} from "./http-client.js";
export type { HttpAgent } from "../../runtime/node/modules.js";
export { checkAgent, nodeFetch } from "./node-fetch.js";
