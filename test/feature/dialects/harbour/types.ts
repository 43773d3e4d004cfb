/** What the compiler says of the generated client. */
import type { Company, Event, Pier, Sailor, Ship } from "./client/index.js";
import type { Client, HarbourList } from "./client/index.js";
import { getShip, listShips, registerShip } from "./client/operations/index.js";

declare const client: Client;
type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const is = <T extends true>(): T | undefined => undefined;

const plain = await getShip(client, 1);
is<Same<typeof plain.pier, number | null>>();
is<Same<typeof plain.crew, number[]>>();

const ship = await getShip(client, 1, { embed: ["pier", "crew", "agent"] });
is<Same<typeof ship.pier, Pier | null>>();
is<Same<typeof ship.crew, Sailor[]>>();
is<Same<typeof ship.agent, Sailor | Company | undefined>>();

// As deep as anyone likes.
const far = await getShip(client, 1, { embed: ["crew.ship.crew.ship.crew.ship.crew.ship.pier"] });
const [sailor] = far.crew;
const pier = sailor?.ship?.crew[0]?.ship?.crew[0]?.ship?.crew[0]?.ship?.pier;
is<Same<typeof pier, Pier | null | undefined>>();

// The items of a list are where a path begins, and goes on.
const page = await listShips(client, { embed: ["pier.master", "voyages.from"] });
const [first] = page.items;
is<Same<NonNullable<typeof first>["voyages"], HarbourList<{ no: number; from: Pier }>>>();
const from: Pier | undefined = first?.voyages.items[0]?.from;
const master: Sailor | undefined = first?.pier?.master;

// @ts-expect-error no such property
await getShip(client, 1, { embed: ["peer"] });
// @ts-expect-error nothing to embed there
await getShip(client, 1, { embed: ["papers"] });
// @ts-expect-error wrong at the end of a long path
await getShip(client, 1, { embed: ["crew.ship.crew.ship.crew.ship.boat"] });
// @ts-expect-error the items are not segment
await listShips(client, { embed: ["items.pier"] });
// @ts-expect-error neither inside of an object
await getShip(client, 1, { embed: ["voyages.items.from"] });
// @ts-expect-error the API's word is another
await getShip(client, 1, { expand: ["pier"] });

await registerShip(client, { name: "Ada", launched: new Date() });
await registerShip(client, { name: "Ada", launched: "2024-01-02T00:00:00Z" });
// @ts-expect-error a number is not a date here
await registerShip(client, { name: "Ada", launched: 1 });

export function hear(event: Event): Ship | Sailor {
  if (event.kind === "ship-docked") return event.payload.entity satisfies Ship;
  return event.payload.entity satisfies Sailor;
}
is<Same<Event["payload"]["by"], string>>();
export type Unused = typeof from | typeof master;
