import { type Chain, createClient, type Dictionary, type Grid, type Json, type List, type Node, type Other, type Pairs } from "./client/index.js";
import { getJson, postTree } from "./client/operations/index.js";

({ a: [1, "b", null, { c: true }] }) satisfies Json;
// @ts-expect-error
({ a: [undefined] }) satisfies Json;
[[], [[]]] satisfies List;
// @ts-expect-error
[[1]] satisfies List;
[[[]]] satisfies Pairs;
({ a: { b: {} } }) satisfies Dictionary;
({ value: "a", next: { value: "b" } }) satisfies Node;
// @ts-expect-error
({ value: "a", next: {} }) satisfies Node;
({ other: { more: {} }, more: { other: {} } }) satisfies Other;

const client = createClient({ baseUrl: "https://x.test" });
(await getJson(client))["a"] satisfies Json | undefined;
await postTree(client, { name: "a", children: [{ name: "b", children: [] }] });
// @ts-expect-error
await postTree(client, { children: [{ children: [1] }] });

[[1], [2]] satisfies Grid;
// @ts-expect-error: a list of lists
[1] satisfies Grid;
declare const chain: Chain;
chain.next?.next.next.next satisfies object | undefined;
