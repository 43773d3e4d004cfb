import type { ApiServer } from "./api-server.js";
import type { Outcome } from "./program.js";

/** What the API saw of the program, whatever the program says. */
export function witness({ received, cut }: ApiServer): readonly Outcome[] {
  const keys = (id: string) =>
    received
      .filter(({ url }) => url.pathname.includes(id))
      .map(({ headers }) => headers["idempotency-key"]);
  const oneKey = (id: string) => {
    const [first, ...others] = keys(id);
    return first !== undefined && others.length > 0 && others.every((key) => key === first);
  };
  const gone = (id: string) => cut.filter((path) => path.includes(id)).length;
  const paths = received.map(({ url }) => url.pathname);
  const versions = new Set(received.map(({ headers }) => headers["stripe-version"]));
  const authorized = received.every(({ headers }) => headers.authorization === "Bearer sk_test_1");
  return [
    outcome("seen: one key for all attempts", oneKey("cs_busy") && oneKey("cs_cut")),
    outcome("seen: a hundred calls with a key each", new Set(keys("cs_1")).size === 103),
    outcome("seen: pages asked for once each", count(paths, "/v1/checkout/sessions") === 5),
    outcome(
      "seen: connections closed on abort and timeout",
      gone("cs_stall") + gone("cs_half") === 4,
    ),
    outcome("seen: no redirect followed", !paths.includes("/stolen")),
    outcome("seen: key and version on every request", authorized && versions.size === 1),
  ];
}

function count(paths: readonly string[], path: string): number {
  return paths.filter((other) => other === path).length;
}

function outcome(check: string, holds: boolean): Outcome {
  return holds ? { check } : { check, failure: "the server saw something else" };
}
