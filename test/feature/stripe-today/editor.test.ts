/** `include` in an editor, for the function and for the class: what is completed, what is complained about, what is shown. */
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Editor } from "../editor/editor.js";
import { makeToday } from "./client.js";

const made = await makeToday();

let methods: Editor;
let functions: Editor;
beforeAll(() => {
  const file = join(made.folder, "probe.ts");
  methods = new Editor(
    `import Stripe from "./client/index.js";\ndeclare const stripe: Stripe;\n`,
    file,
  );
  functions = new Editor(
    `import { createClient } from "./client/index.js";
import {
  getV2CoreAccountsId, getV2CoreEventDestinationsId, getV2MoneyManagementFinancialAccounts, postV2CoreAccounts,
  postV2CoreEventDestinationsId,
} from "./client/operations/index.js";
const client = createClient({ apiKey: "sk_test_1" });\n`,
    file,
  );
});

/** An operation by its two shapes: the code before its params. */
const OPERATIONS = {
  retrieve: ['getV2CoreAccountsId(client, "a", ', 'core.accounts.retrieve("a", '],
  create: ["postV2CoreAccounts(client, ", "core.accounts.create("],
  destination: [
    'getV2CoreEventDestinationsId(client, "d", ',
    'core.eventDestinations.retrieve("d", ',
  ],
  endpoint: ['postV2CoreEventDestinationsId(client, "d", ', 'core.eventDestinations.update("d", '],
  list: [
    "getV2MoneyManagementFinancialAccounts(client, ",
    "moneyManagement.financialAccounts.list(",
  ],
} as const;

/** What an editor says of a call as a function, which must be what it says of the method. */
function both<T>(
  operation: keyof typeof OPERATIONS,
  params: string,
  ask: (editor: Editor, call: string) => T,
): T {
  const [called, method] = OPERATIONS[operation];
  const found = ask(functions, `await ${called}${params})`);
  expect(ask(methods, `await stripe.v2.${method}${params})`)).toEqual(found);
  return found;
}

/** The compiler has its own order of the members of a union. */
const unordered = (error: string) => error.replace(/readonly \(.*\)/, "readonly (…)");

const ACCOUNT = [
  "configuration.customer",
  "configuration.merchant",
  "configuration.recipient",
  "defaults",
  "future_requirements",
  "identity",
  "requirements",
];

describe("completes what the operation lists", () => {
  it.each([
    ["retrieve", `{ include: ["|"] }`, ACCOUNT],
    ["retrieve", `{ include: ["identity", "conf|"] }`, ACCOUNT],
    ["create", `{ include: ["|"] }`, ACCOUNT],
    ["destination", `{ include: ["|"] }`, ["webhook_endpoint.url"]],
    ["endpoint", `{ include: ["|"] }`, ["webhook_endpoint.url"]],
    ["list", `{ include: ["|"] }`, ["storage.deposit_insurance_eligibility"]],
  ] as const)("%s %s", (operation, params, wanted) => {
    expect(both(operation, params, (editor, call) => editor.completions(call))).toEqual(wanted);
  });

  it("and include itself, beside the other params", () => {
    const offered = methods.completions(`stripe.v2.core.accounts.retrieve("a", { | })`);
    expect(offered).toContain("include");
    expect(offered).not.toContain("expand");
    expect(functions.completions(`getV2CoreAccountsId(client, "a", { | })`)).toEqual(["include"]);
  });
});

describe("complains once, and names what would be right", () => {
  it.each([
    ["a misspelt path", "retrieve", `{ include: ["identitty"] }`, `Did you mean '"identity"'?`],
    ["the wrong one of two", "retrieve", `{ include: ["identity", "bogus"] }`, `'"bogus"'`],
    ["what goes on", "retrieve", `{ include: ["configuration"] }`, `"configuration.merchant"`],
    ["a text", "create", `{ include: "identity" }`, `'string'`],
    [
      "a path of another operation",
      "destination",
      `{ include: ["webhook_endpoint.signing_secret"] }`,
      `'"webhook_endpoint.url"'`,
    ],
  ] as const)("of %s", (_what, operation, params, message) => {
    const errors = both(operation, params, (editor, call) => editor.errors(call).map(unordered));
    expect(errors).toEqual([expect.stringContaining(message)]);
  });
});

describe("shows", () => {
  it("what was asked for, and what was not", () => {
    const hovers = both("retrieve", `{ include: ["identity"] }`, (editor, call) =>
      editor.hovers(`const |account = ${call}; account.|identity; account.|defaults;`),
    );
    expect(hovers).toEqual([
      `const account: Result<Expanded<"v2.core.account", "identity">>`,
      `(property) identity: V2CoreAccountIdentity | null`,
      `(property) defaults?: null | undefined`,
    ]);
  });

  it("a plain response by its name", () => {
    const hovers = both("retrieve", "{}", (editor, call) =>
      editor.hovers(`const |account = ${call}; account.|identity;`),
    );
    expect(hovers).toEqual([
      "const account: Result<V2CoreAccount>",
      "(property) V2CoreAccount.identity?: null | undefined",
    ]);
  });

  it("what is inside of an object, and of the items of a list", () => {
    const inside = both("destination", `{ include: ["webhook_endpoint.url"] }`, (editor, call) =>
      editor.hovers(`const endpoint = (${call}).webhook_endpoint!; endpoint.|url;`),
    );
    expect(inside).toEqual(["(property) url: string | null"]);
    const params = `{ include: ["storage.deposit_insurance_eligibility"] }`;
    const item = both("list", params, (editor, call) =>
      editor.hovers(`const |item = (${call}).data[0]!;`),
    );
    expect(item).toEqual([
      `const item: Expanded<"v2.money_management.financial_account", "storage.deposit_insurance_eligibility">`,
    ]);
  });

  it("the definition of a property that is absent unless asked for", () => {
    const definitions = both("create", `{ include: ["requirements"] }`, (editor, call) =>
      editor.definitions(`const account = ${call}; account.|requirements;`),
    );
    expect(definitions).toEqual(["requirements: V2CoreAccountRequirements;"]);
  });
});
