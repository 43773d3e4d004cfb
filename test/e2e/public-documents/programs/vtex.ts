/** VTEX: numbered pages, a brand that is made and read, two keys in headers. */
import { createClient } from "./client/index.js";
import { brand, brandListPerPage, postApiCatalogPvtBrand } from "./client/operations/index.js";

export async function run(baseUrl: string): Promise<string> {
  const vtex = createClient({
    baseUrl,
    auth: { appKey: "key", appToken: "token" },
    maxNetworkRetries: 0,
  });
  const made = await postApiCatalogPvtBrand(vtex, { Id: 9280, Name: "Adidas", Active: true });
  const one = await brand(vtex, String(made.Id ?? 1));
  const { items, paging } = await brandListPerPage(vtex, { page: 1, pageSize: 50 });
  const names = items.map(({ name }) => name);
  if (names.length === 0) throw new Error("no brands");
  return `${one.name}; ${names.length} of ${paging.total} brands`;
}
