/** Where the generated client does not do what stripe-node does, on purpose. */
import type { Call } from "./arbitraries.js";
import type { Difference } from "./differences.js";

export interface Meant {
  readonly reason: string;
  /** Of the request; `sent` where only one of the clients sends one. */
  readonly part: string;
  /** What each of them has there. */
  readonly sdk: RegExp;
  readonly ours: RegExp;
  /** A call that shows it: the operation's id, and what is special about the call. */
  readonly example: readonly [operation: string, call?: Partial<Call>];
}

const NONE = /^\(none\)$/;
const REFUSED = "it would arrive as something else than what the caller meant: ";

export const MEANT: readonly Meant[] = [
  // Headers of every request.
  {
    reason: "Stripe returns JSON whatever is asked for, and the PDF is none",
    part: "header accept",
    sdk: /^application\/json$/,
    ours: /^\*\/\*$/,
    example: ["GetBalance"],
  },
  {
    reason: "a request without a body has no media type",
    part: "header content-type",
    sdk: /^application\/x-www-form-urlencoded$/,
    ours: NONE,
    example: ["GetBalance"],
  },
  {
    reason: "each names itself",
    part: "header user-agent",
    sdk: /^Stripe\/v1 NodeBindings\/15/,
    ours: /^unfold\//,
    example: ["GetBalance"],
  },
  {
    reason: "what system the caller runs is not a concern of the API",
    part: "header x-stripe-client-user-agent",
    sdk: /"lang_version"/,
    ours: NONE,
    example: ["GetBalance"],
  },
  {
    reason: "no telemetry",
    part: "header x-stripe-client-telemetry",
    sdk: /last_request_metrics/,
    ours: NONE,
    example: ["GetBalance"],
  },

  // What each of them asks of its caller.
  {
    reason: "no question mark where nothing follows it",
    part: "query",
    sdk: /^\?$/,
    ours: /^$/,
    example: ["GetBalance", { params: { expand: [] } }],
  },
  {
    reason: "the document's version holds for ephemeral keys as for everything else",
    part: "sent",
    sdk: /^Error: Passing apiVersion in a separate options hash is required/,
    ours: /^POST \/v1\/ephemeral_keys /,
    example: ["PostEphemeralKeys"],
  },

  // Path parameters.
  {
    reason: "an empty id asks for the whole collection: here, DELETE",
    part: "sent",
    sdk: /^DELETE \/v1\/customers\/ $/,
    ours: /^TypeError: customer: "" is not a value that can be sent$/,
    example: ["DeleteCustomersCustomer", { path: [""] }],
  },
  {
    reason: "servers and proxies take a dot for the collection itself",
    part: "sent",
    sdk: /^DELETE \/v1\/customers\/\. $/,
    ours: /^TypeError: customer: "\." is not a value that can be sent$/,
    example: ["DeleteCustomersCustomer", { path: ["."] }],
  },
  {
    reason: "servers and proxies take two dots for what is above",
    part: "sent",
    sdk: /^POST \/v1\/checkout\/sessions\/\.\.\/expire $/,
    ours: /^TypeError: session: "\.\." is not a value that can be sent$/,
    example: ["PostCheckoutSessionsSessionExpire", { path: [".."] }],
  },

  // Values.
  {
    reason: `${REFUSED}the text NaN`,
    part: "sent",
    sdk: /\?limit=NaN $/,
    ours: /^TypeError: limit: NaN is not a number that can be sent$/,
    example: ["GetCustomers", { params: { limit: NaN } }],
  },
  {
    reason: `${REFUSED}the text Infinity`,
    part: "sent",
    sdk: / items\[0\]\[quantity\]=-Infinity$/,
    ours: /^TypeError: items\[0\]\.quantity: -Infinity is not a number that can be sent$/,
    example: ["PostSubscriptions", { params: { items: [{ quantity: -Infinity }] } }],
  },
  {
    reason: `${REFUSED}the text NaN`,
    part: "sent",
    sdk: / trial_end=NaN$/,
    ours: /^TypeError: trial_end: Invalid Date is not a value that can be sent$/,
    example: ["PostSubscriptions", { params: { trial_end: new Date(NaN) } }],
  },
  {
    reason: `${REFUSED}the SDK makes another character of it and the next, or cuts the text there`,
    part: "sent",
    sdk: / name=/,
    ours: /^TypeError: name: half a surrogate pair is not a value that can be sent$/,
    example: ["PostCustomers", { params: { name: "a\ud800bc" } }],
  },
  {
    reason: `${REFUSED}nothing`,
    part: "sent",
    sdk: /^POST \/v1\/customers $/,
    ours: /^TypeError: name: \[object Function\] is not a value that can be sent$/,
    example: ["PostCustomers", { params: { name: () => "Ada" } }],
  },
  {
    reason: `${REFUSED}its description`,
    part: "sent",
    sdk: / name=Symbol%28x%29$/,
    ours: /^TypeError: name: \[object Symbol\] is not a value that can be sent$/,
    example: ["PostCustomers", { params: { name: Symbol("x") } }],
  },
  {
    reason: `${REFUSED}nothing`,
    part: "sent",
    sdk: /^POST \/v1\/customers $/,
    ours: /^TypeError: metadata: \[object Map\] is not a value that can be sent$/,
    example: ["PostCustomers", { params: { metadata: new Map([["a", "b"]]) } }],
  },
  {
    reason: `${REFUSED}nothing`,
    part: "sent",
    sdk: /^POST \/v1\/customers $/,
    ours: /^TypeError: name: \[object ArrayBuffer\] is not a value/,
    example: ["PostCustomers", { params: { name: new ArrayBuffer(1) } }],
  },
  {
    reason: `${REFUSED}nothing`,
    part: "sent",
    sdk: /^POST \/v1\/customers $/,
    ours: /^TypeError: metadata: \[object Array Iterator\] is not a value/,
    example: ["PostCustomers", { params: { metadata: ["a"].values() } }],
  },
  {
    reason: `${REFUSED}nothing, for what it inherits is not its own`,
    part: "sent",
    sdk: /^POST \/v1\/customers $/,
    ours: /^TypeError: metadata: \[object Object\] is not a value that can be sent$/,
    example: ["PostCustomers", { params: { metadata: Object.create({ a: "b" }) } }],
  },
  {
    reason: `${REFUSED}one parameter for each letter`,
    part: "sent",
    sdk: / name\[0\]=A&/,
    ours: /^TypeError: name: \[object String\] is not a value that can be sent$/,
    example: ["PostCustomers", { params: { name: Object("Ada") } }],
  },
  {
    reason: `${REFUSED}one parameter for each byte`,
    part: "sent",
    sdk: / name\[0\]=65$/,
    ours: /^TypeError: name: \[object Uint8Array\] is not a value that can be sent$/,
    example: ["PostCustomers", { params: { name: new Uint8Array([65]) } }],
  },

  // Multipart: the SDK has another way there with what is not text and no file.
  {
    reason: "null is empty, as in all other bodies: it unsets",
    part: "body",
    sdk: /name="file_link_data\[metadata\]"\r\n\r\nnull\r\n/,
    ours: /name="file_link_data\[metadata\]"\r\n\r\n\r\n/,
    example: ["PostFiles", multipart({ file_link_data: { metadata: null } })],
  },
  {
    reason: "undefined is not sent, as in all other bodies",
    part: "body",
    sdk: /name="purpose"\r\n\r\nundefined\r\n/,
    ours: /^(?!.*name="purpose")/s,
    example: ["PostFiles", multipart({ purpose: undefined })],
  },
  {
    reason: "a Date is sent as in all other bodies",
    part: "body",
    sdk: /^(?!.*file_link_data)/s,
    ours: /name="file_link_data\[expires_at\]"\r\n\r\n1700000000\r\n/,
    example: ["PostFiles", multipart({ file_link_data: { expires_at: new Date(1.7e12) } })],
  },
  {
    reason: "a line end in a file's name is kept, encoded as browsers do it",
    part: "body",
    sdk: /filename="a b"/,
    ours: /filename="a%0D%0Ab"/,
    example: ["PostFiles", { params: { file: { data: new Uint8Array(1), name: "a\r\nb" } } }],
  },
];

function multipart(params: object): Partial<Call> {
  return { params: { file: { data: new Uint8Array(1), name: "a.png" }, ...params } };
}

/** The entry that explains a difference. */
export function reasonOf({ part, sdk, ours }: Difference): Meant | undefined {
  return MEANT.find((meant) => meant.part === part && meant.sdk.test(sdk) && meant.ours.test(ours));
}
