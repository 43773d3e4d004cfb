/** The expire call against a server on loopback: `npm run example`. No key, no network. */
import { createClient } from "../../../generated/src/client.js";
import { postCheckoutSessionsSessionExpire } from "../../../generated/src/operations/index.js";
import { startStripeServer } from "../../support/servers/stripe-server.js";

await using server = await startStripeServer();
const client = createClient({ apiKey: "sk_test_example", baseUrl: server.url });

const session = await postCheckoutSessionsSessionExpire(client, "cs_test_123", {
  expand: ["customer"],
});

const [request] = server.received;
console.log(`sent      ${request?.method} ${request?.url}`);
console.log(`body      ${request?.body}`);
console.log(`status    ${session.status}`);
// `customer` was asked for, so it is an object here; `subscription` was not, so it is an id.
const { customer } = session;
console.log(`customer  ${customer === null || customer.deleted ? "none" : customer.email}`);
console.log(`request   ${session.lastResponse.requestId}`);
