/** Clients of two versions of the API in one program, as a team has them that moves endpoint by endpoint. */
import Earlier, * as earlier from "./earlier/index.js";
import Latest, * as latest from "./latest/index.js";

const SECRET = "whsec_test";

type Server = { readonly host: string; readonly port: number; readonly protocol: "http" };

/** What both send and understand. */
export async function calls(server: Server): Promise<unknown> {
  const [before, now] = [
    new Earlier("sk_test_1", { ...server, apiVersion: "2023-08-16" }),
    new Latest("sk_test_2", { ...server, apiVersion: "2024-04-10" }),
  ];
  const old = await before.customers.retrieve("cus_1");
  const current = await now.customers.retrieve("cus_1");
  if (old.deleted || current.deleted) return [];
  const balance: number | undefined = old.account_balance;
  const email: string | null = current.email;
  await now.customers.retrieve("cus_1", { apiVersion: "2020-08-27" });
  return [balance, email];
}

/** Which classes each error is of, and what narrows to it. */
export async function errors(server: Server): Promise<unknown> {
  const [before, now] = [new Earlier("sk_test_1", server), new Latest("sk_test_2", server)];
  const all = await Promise.all([
    before.customers.retrieve("cus_1").catch(classesOf),
    now.customers.retrieve("cus_1").catch(classesOf),
  ]);
  return all;
}

function classesOf(error: unknown): readonly unknown[] {
  return [
    error instanceof earlier.StripeError,
    error instanceof Earlier.errors.StripeCardError,
    error instanceof latest.StripeError,
    error instanceof Latest.errors.StripeCardError,
    nameOf(error),
    codeOf(error),
    error instanceof earlier.StripeCardError ? error.earlier : undefined,
  ];
}

/** Without any class: across versions, copies and bundles. */
function nameOf(error: unknown): string | undefined {
  return error instanceof Error && error.name === "StripeCardError" ? error.message : undefined;
}

/** `type` narrows the errors of both at once. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof earlier.StripeError) && !(error instanceof latest.StripeError)) return "";
  switch (error.type) {
    case "StripeCardError":
      return error.decline_code;
    default:
      return undefined;
  }
}

/** One handler for the endpoints of both versions: the version of an event tells its types. */
export async function webhook(version: "earlier" | "latest", body: string): Promise<unknown> {
  const header = await earlier.generateTestHeader({ payload: body, secret: SECRET });
  const event =
    version === "earlier"
      ? await earlier.constructEventAsync(body, header, SECRET)
      : await latest.constructEventAsync(body, header, SECRET);
  if (event.type !== "customer.updated") return undefined;
  switch (event.api_version) {
    case "2023-08-16":
      return event.data.object.account_balance;
    case "2024-04-10":
      return event.data.object.email;
  }
}
