import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compile, type Compiler, compilers } from "../../support/types/compile.js";
import { manyCalls } from "../../support/types/consumers.js";
import { type Staged, stage } from "../../support/types/staged.js";

let staged: Staged;
beforeAll(async () => {
  staged = await stage();
});
afterAll(() => {
  staged.remove();
});

/** The declarations that a library writes out for its own users. */
async function declarations(compiler: Compiler, text: string): Promise<string> {
  staged.write("library.ts", text);
  const { code, output } = await compile(compiler, staged.folder, ["library.ts"], {
    compilerOptions: { noEmit: false, declaration: true, emitDeclarationOnly: true },
  });
  expect(output.slice(0, 1_000)).toBe("");
  expect(code).toBe(0);
  return readFileSync(join(staged.folder, "library.d.ts"), "utf8");
}

const head = `import type { Client } from "@unfold/stripe/client";
import { getCheckoutSessions, getCustomersCustomer, postCheckoutSessionsSessionExpire } from "@unfold/stripe/operations";
declare const client: Client;
`;

describe.each(Object.keys(compilers) as Compiler[])("TypeScript %s", (compiler) => {
  test("an exported function that returns something expanded names it, instead of spelling it out", async () => {
    const text = await declarations(
      compiler,
      `${head}
export async function expire(id: string) {
  return postCheckoutSessionsSessionExpire(client, id, { expand: ["customer", "payment_intent.latest_charge"] });
}
export const sessions = () => getCheckoutSessions(client, { expand: ["data.customer"] });
export const customer = await getCustomersCustomer(client, "cus_1", { expand: ["test_clock"] });
export const page = await getCheckoutSessions(client, { expand: ["data.line_items.data.taxes"] });
`,
    );
    expect(text).toContain(
      `Expanded<"checkout.session", "customer" | "payment_intent.latest_charge">`,
    );
    expect(text).toContain(`Expanded<"checkout.session", "customer">`);
    expect(text).toContain(`Expanded<"customer", "test_clock">`);
    expect(text.length).toBeLessThan(1_500);
  });

  test("200 of them stay small", async () => {
    const text = await declarations(
      compiler,
      manyCalls(200).ours.replace(/ return response.*/g, " return response;"),
    );
    expect(text.length / 200).toBeLessThan(500);
  });

  test("a generic wrapper", async () => {
    const text = await declarations(
      compiler,
      `${head}
import type { CheckPaths } from "@unfold/stripe";
export function expire<const E extends readonly string[] = []>(
  id: string,
  expand?: CheckPaths<"checkout.session", E>,
) {
  return postCheckoutSessionsSessionExpire(client, id, expand === undefined ? {} : { expand });
}
`,
    );
    expect(text).toContain(`CheckPaths<"checkout.session", E>`);
    expect(text.length).toBeLessThan(1_000);
  });
});
