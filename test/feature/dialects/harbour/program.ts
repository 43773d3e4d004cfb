/** A user of the generated client, run against a server. */
import {
  AdriftError,
  createClient,
  createResources,
  HarbourError,
  openNotice,
} from "./client/index.js";
import { getShip, listShips, registerShip } from "./client/operations/index.js";
import { createTestFetch } from "./client/testing/index.js";

const connect = (baseUrl: string) =>
  createClient({ apiKey: "anchor", baseUrl, maxNetworkRetries: 0 });

export async function embedded(url: string): Promise<unknown> {
  const ship = await getShip(connect(url), 7, { embed: ["pier.master", "crew"] });
  return [ship.pier?.master.name, ship.crew.map(({ name }) => name), ship.lastResponse.requestId];
}

/** All ships, page by page. */
export async function everyShip(url: string): Promise<unknown> {
  const names: string[] = [];
  for await (const ship of listShips(connect(url), { embed: ["pier", "voyages.from"] })) {
    names.push(`${ship.name} ${ship.pier?.no} ${ship.voyages.items[0]?.from.no}`);
  }
  return names;
}

export async function byResource(url: string): Promise<unknown> {
  const { ships } = createResources(connect(url));
  return (await ships.list({ seen_since: new Date(0) }).autoPagingToArray({ limit: 2 })).length;
}

export async function register(url: string): Promise<unknown> {
  const launched = new Date(Date.UTC(2024, 0, 2));
  const options = { idempotencyKey: "once-1" };
  return (await registerShip(connect(url), { name: "Ada", launched }, options)).no;
}

export async function failure(url: string): Promise<unknown> {
  const error: unknown = await getShip(connect(url), 1).catch((cause: unknown) => cause);
  if (!(error instanceof HarbourError)) return error;
  return [error instanceof AdriftError, error.slug, error.message, error.status];
}

export async function notice(_: string, text: string, seal: string): Promise<unknown> {
  const event = await openNotice(text, seal, "key");
  return event.kind === "ship-docked" ? [event.payload.entity.name, event.payload.by] : event.kind;
}

/** The same without a server. */
export async function pretended(): Promise<unknown> {
  const fetch = createTestFetch({ "GET /ships/{ship}": { pier: { master: { name: "Grace" } } } });
  const client = createClient({ apiKey: "anchor", fetch });
  const ship = await getShip(client, 7, { embed: ["pier.master"] });
  const page = await listShips(client, { embed: ["voyages.from.master"] });
  const wrong: unknown = await getShip(client, 7, { embed: ["crew.shipp" as "crew"] }).catch(
    (cause: unknown) => cause,
  );
  const deep = page.items[0]?.voyages.items[0]?.from.master;
  return [ship.no, ship.pier?.master.name, typeof deep, wrong instanceof Error && wrong.message];
}
