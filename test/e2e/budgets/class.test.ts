/** What the class costs the compiler, beside the functions: counts that do not depend on the machine. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Compiler, compilers } from "../../support/types/compile.js";
import { manyCalls, oneCall } from "../../support/types/consumers.js";
import { measure } from "../../support/types/measure.js";
import { type Staged, stage } from "../../support/types/staged.js";

let staged: Staged;
beforeAll(async () => {
  staged = await stage();
  staged.write("function.ts", oneCall.ours);
  staged.write("functions.ts", manyCalls(100).ours);
  staged.write("method.ts", asMethods(oneCall.ours));
  staged.write("methods.ts", asMethods(manyCalls(100).ours, manyCalls(100).theirs));
  staged.write(
    "alias.ts",
    `import type Stripe from "@unfold/stripe";
declare const stripe: Stripe;
export const session: Stripe.Checkout.Session = await stripe.checkout.sessions.retrieve("cs_1");
export const item: Stripe.Checkout.SessionCreateParams.LineItem.PriceData = { currency: "eur" };
`,
  );
});
afterAll(() => {
  staged.remove();
});

/** The same calls, made on the class. */
function asMethods(ours: string, theirs = ""): string {
  const head = `import type Stripe from "@unfold/stripe";\ndeclare const stripe: Stripe;\n`;
  if (theirs !== "") return head + theirs.split("\n").slice(2).join("\n");
  const body = ours.split("\n").slice(3).join("\n");
  return (
    head +
    body.replace("postCheckoutSessionsSessionExpire(client, ", "stripe.checkout.sessions.expire(")
  );
}

describe.each(Object.keys(compilers) as Compiler[])("TypeScript %s", (compiler) => {
  const count = async (file: string) => (await measure(compiler, staged, file)).instantiations;

  it("one method costs what the function costs", async () => {
    expect(await count("method.ts")).toBeLessThanOrEqual(1.05 * (await count("function.ts")));
  });

  it("so do a hundred", async () => {
    expect(await count("methods.ts")).toBeLessThanOrEqual(1.1 * (await count("functions.ts")));
  });

  it("a response under the name of the official SDK stays cheap", async () => {
    expect(await count("alias.ts")).toBeLessThanOrEqual(15_000);
  });
});
