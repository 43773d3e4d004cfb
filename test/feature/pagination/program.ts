/** A program over lists of every kind. Compiled where the client is. */
import { createClient } from "./client/client.js";
import {
  listApples,
  listCherries,
  listFigs,
  listPears,
  listPlums,
  getBaskets,
  type Apple,
  type ApplePage,
  type Page,
  type PagePromise,
  type Pear,
  type Plum,
  type Result,
} from "./client/operations/index.js";

type Equal<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
declare function same<A, B>(...no: Equal<A, B> extends true ? [] : [{ wanted: B; got: A }]): void;

const client = createClient({ auth: { key: "k" } });

export async function types(): Promise<void> {
  const promise = listApples(client, { colour: "red" });
  same<typeof promise, PagePromise<Result<ApplePage>, Apple>>();
  const page = await promise;
  same<typeof page, Page<Result<ApplePage>, Apple>>();
  same<typeof page.meta.next_cursor, string | null>();
  for await (const apple of promise) same<typeof apple, Apple>();
  for await (const apple of page) same<typeof apple, Apple>();
  const apples = await promise.autoPagingToArray({ limit: 10 });
  same<typeof apples, Apple[]>();
  const next = await page.nextPage();
  same<typeof next, Page<Result<ApplePage>, Apple> | undefined>();
  for await (const pear of listPears(client, "1", { query: { size: 1 } }))
    same<typeof pear, Pear>();
  const plums = listPlums(client);
  same<Awaited<typeof plums>[number], Plum>();
  const link = (await plums).lastResponse.headers.get("Link");
  same<typeof link, string | null>();
  for await (const plum of plums) same<typeof plum, Plum>();
  for await (const cherry of listCherries(client)) same<typeof cherry, string>();
  for await (const fig of listFigs(client)) same<typeof fig, Plum>();
}

export async function wrong(): Promise<void> {
  // @ts-expect-error: a limit is needed
  await listApples(client).autoPagingToArray();
  // @ts-expect-error: no property of an apple
  for await (const { weight } of listApples(client)) void weight;
  // @ts-expect-error: not a value of the document
  listApples(client, { colour: "blue" });
  // @ts-expect-error: no page: one of two types has no cursor
  for await (const basket of getBaskets(client)) void basket;
}
