/** The character references that descriptions hold, as characters; others stay. */
export function decodeEntities(html: string): string {
  return html.replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => {
    return ENTITIES[name] ?? whole;
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
  nbsp: " ",
};
