/** A small document of another kind through the same pipeline: nothing in it is Stripe's. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileURLToPath } from "node:url";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Built, build } from "../../../generator/run/build.js";
import { writeOutput } from "../../../generator/write/disk.js";
import { COMPILERS, temporaryFolder, typecheck } from "../../support/typecheck.js";

const CWD = fileURLToPath(new URL("../../fixtures", import.meta.url));

let generated: Built;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
  const output = join(folder.path, "client");
  generated = await build({ name: "library", document: "library.yaml", output }, { cwd: CWD });
  await writeOutput(output, generated.output, generated.manifest);
});
afterAll(() => folder.remove());

/** What a person using the client may rely on, as a program that must compile. */
const PROGRAM = `
import { createClient, type Book, type ErrorSchema, type Film, type Loan, type Medium, type Series } from "./client/index.js";
import { addBook, changeLoan, delete_, getBook, getCover, listBooks, putCover } from "./client/operations/index.js";

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
function is<T extends true>(): T | void {}

const client = createClient({ auth: { key: "secret", login: { username: "ada", password: "x" } } });
const media = await listBooks(client, { query: { shelf: ["a", "b"], filter: { title: "x" } } });
for (const medium of media) {
  if (medium.kind === "film") { is<Equal<typeof medium.minutes, number>>(); medium.sound satisfies "mono" | "stereo" | 5.1 | null | undefined; }
  else medium.title satisfies string;
}
const book: Book = { id: 1, kind: "book", title: "Emma", shelf: null, size: [1, 2] };
await addBook(client, { body: book });
const loan = await changeLoan(client, "l1", { header: { "If-Match": "x" }, body: { until: "2024-01-01", note: null } });
is<Equal<Loan["note"], string | null | undefined>>();
is<Equal<Series["next"], Series | null | undefined>>();
is<Equal<ErrorSchema["message"], "no" | undefined>>();
is<Equal<NonNullable<Loan["extra"]>[string], string | number>>();
loan.book.series?.books[0]?.series satisfies Series | undefined;
is<Equal<Awaited<ReturnType<typeof delete_>>, void>>();
const cover = await getCover(client, 1);
cover satisfies ReadableStream<Uint8Array>;
await putCover(client, 1, new Blob(["x"]));
(await getBook(client, 1)).lastResponse.status satisfies number;
// @ts-expect-error: the header is required
await changeLoan(client, "l1", { body: { until: "2024-01-01" } });
// @ts-expect-error: a film has minutes
({ kind: "film", id: 1, title: "x" }) satisfies Medium;
({ kind: "film", id: 1, minutes: 90 }) satisfies Film;
`;

describe("a small document of another kind", () => {
  it("gives no warning", () => {
    expect(generated.warnings).toEqual([]);
  });

  it("gets not a byte of Stripe", () => {
    for (const [path, text] of generated.output) {
      expect(path).not.toMatch(/stripe/i);
      expect(text).not.toMatch(/stripe/i);
    }
  });

  it.each(COMPILERS)(
    "compiles and types what the document says under TypeScript %s",
    async (compiler) => {
      await writeFile(join(folder.path, "program.ts"), PROGRAM);
      await writeFile(join(folder.path, "package.json"), '{ "type": "module" }');
      expect(await typecheck(compiler, [folder.path])).toBe("");
    },
  );
});
