/** What the compiler says of clients of two versions. */
import Earlier, * as earlier from "./earlier/index.js";
import Latest, * as latest from "./latest/index.js";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const holds = <T extends true>(): T | undefined => undefined;

holds<Equal<Earlier.LatestApiVersion, "2023-08-16">>();
holds<Equal<Latest.LatestApiVersion, "2024-04-10">>();
holds<Equal<earlier.Event["api_version"], "2023-08-16">>();
// The official SDK's name for it is as wide as there.
holds<Equal<Latest.Event["api_version"], string | null>>();
holds<Equal<Earlier.Customer["email"], number | null>>();
holds<Equal<Latest.Customer["email"], string | null>>();

// The version decides on the types: another one says so.
// @ts-expect-error 2023-08-16 is not the version of these types
new Latest("sk_test", { apiVersion: "2023-08-16" });
// @ts-expect-error 2024-04-10 is not the version of these types
earlier.createClient({ apiKey: "sk_test", apiVersion: "2024-04-10" });
// @ts-expect-error of a text it is not known which one it is
new Latest("sk_test", { apiVersion: String(Date.now()) });
new Latest("sk_test", { apiVersion: undefined });
// As many write it for the official SDK.
new Latest("sk_test", { apiVersion: "2023-08-16" as never });
new Latest("sk_test", { apiVersion: String(Date.now()) as Latest.LatestApiVersion });

export async function mixed(before: Earlier, now: Latest, event: earlier.Event): Promise<void> {
  // @ts-expect-error a customer of one version is none of the other
  const customer: Latest.Customer = (await before.customers.retrieve("cus_1")) as Earlier.Customer;
  // @ts-expect-error the types of this event are those of another version
  if (event.api_version === "2024-04-10") return;
  // @ts-expect-error an event of one version is none of the other
  const other: latest.Event = event;
  await now.customers.retrieve("cus_1", { apiVersion: "2023-08-16" });
  void [customer, other];
}
