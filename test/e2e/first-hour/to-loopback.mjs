/** Loaded before a program of a README: what it sends to an API goes to the test's server, `API`. */
import http from "node:http";
import https from "node:https";

const { request } = http;

// Not before npm and tsc, which see the same environment.
if (process.argv.some((argument) => /[\\/]built[\\/]/.test(argument))) {
  https.request = (url, options) => {
    const at = new URL(url.pathname + url.search, process.env.API);
    return request(at, { ...options, agent: undefined });
  };
}
