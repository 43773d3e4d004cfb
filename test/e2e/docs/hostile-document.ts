/** A document whose every string is an attack. */
export const ATTACKS = [
  "<script>globalThis.PWNED = 1</script>",
  "</script><script>globalThis.PWNED = 1</script>",
  "</title></head><body><b data-pwned>",
  "<img src=https://evil.test/x onerror=PWNED=1 data-pwned>",
  "<svg/onload=PWNED=1 data-pwned>",
  "<iframe src=javascript:PWNED=1 data-pwned></iframe>",
  "<style data-pwned>@import 'https://evil.test'</style>",
  "<a href=javascript:PWNED=1 data-pwned>x</a>",
  "<a href='java\tscript:PWNED=1' onclick=PWNED=1>x</a>",
  "<a href=//evil.test/x>x</a>",
  "<form action=https://evil.test><button formaction=javascript:PWNED=1>",
  // What a parser that knows no namespaces takes for text, and a browser for markup.
  "<svg><textarea><img src=x onerror=PWNED=1 data-pwned></textarea></svg>",
  "<math><xmp><img src=x onerror=PWNED=1 data-pwned></xmp></math>",
  "<textarea></textarea/><img src=x onerror=PWNED=1 data-pwned>",
  "<xmp></xmp/><img src=x onerror=PWNED=1 data-pwned>",
  "<noscript><p title='</noscript><img src=x onerror=PWNED=1 data-pwned>'>",
  "<math><mi xlink:href='javascript:PWNED=1'>",
  "<base href=https://evil.test><meta http-equiv=refresh content='0;url=https://evil.test'>",
  "[x](javascript:PWNED=1) ![y](https://evil.test/y.png) <javascript:PWNED=1>",
  "[x](data:text/html,<script>PWNED=1</script>)",
  "[x][y]\n\n[y]: javascript:PWNED=1",
  '" onmouseover="PWNED=1" data-pwned="',
  "' onmouseover='PWNED=1' data-pwned='",
  "--><b data-pwned><!--",
  "]]><b data-pwned>",
  "&lt;b data-pwned&gt;",
  "```\n<b data-pwned>\n```",
  "'; rm -rf /; echo '",
  "$(touch PWNED)`touch PWNED`",
  "../../../outside",
  "..",
  "CON",
  "a\u202eb",
  "\u0000",
  "\ud800",
  "\ue000\ue001\ue002",
  "__proto__",
  "constructor",
  "toString",
  "",
];

/** `schemes`: the names of security schemes. Every attack in every place, a few at a time: each path has one of them everywhere. */
export function hostileDocument(schemes: readonly string[] = ATTACKS): unknown {
  const each = <T>(make: (attack: string, n: number) => [string, T]): Record<string, T> =>
    Object.fromEntries(ATTACKS.map(make));
  const all = ATTACKS.join("\n\n");
  const text = { type: "string", enum: ATTACKS, description: all, default: all, example: all };
  const object = {
    type: "object",
    description: all,
    required: ATTACKS,
    properties: each((attack) => [
      attack,
      { type: "string", description: attack, default: attack, format: attack, pattern: attack },
    ]),
  };
  const contentOf = (attack: string): object => ({
    "application/json": {
      schema: object,
      examples: { [attack]: { summary: attack, value: { [attack]: attack } } },
    },
    [attack]: { schema: text, example: attack },
  });
  const incoming = (attack: string): object => ({
    post: {
      summary: attack,
      description: attack,
      requestBody: { content: contentOf(attack) },
      responses: {},
    },
  });
  return {
    openapi: "3.1.0",
    info: { title: all, version: all, summary: all, description: all },
    servers: ATTACKS.map((attack) => ({
      url: `https://x.test/${attack}`,
      description: attack,
      variables: { [attack]: { default: attack, enum: ATTACKS, description: attack } },
    })),
    tags: ATTACKS.map((name) => ({ name, description: all })),
    webhooks: each((attack) => [attack, incoming(attack)]),
    security: schemes.map((attack) => ({ [attack]: ATTACKS })),
    paths: each((attack, n) => [
      `/p${n}/${attack.replaceAll(/[{}?#]/g, "")}/{id}`,
      {
        put: {
          operationId: attack,
          tags: [attack],
          summary: attack,
          description: attack,
          externalDocs: { url: "javascript:PWNED=1", description: attack },
          parameters: [
            { name: "id", in: "path", required: true, example: attack, schema: { type: "string" } },
            ...ATTACKS.map((name) => ({
              name,
              in: "query",
              required: true,
              description: name,
              example: attack,
              schema: { type: "string" },
            })),
            { name: attack, in: "cookie", description: attack, schema: text },
          ],
          requestBody: { description: attack, content: contentOf(attack) },
          responses: {
            "200": {
              description: attack,
              links: {
                [attack]: {
                  operationId: attack,
                  description: attack,
                  parameters: { [attack]: attack },
                  requestBody: attack,
                },
                [`${attack} `]: { operationRef: attack },
              },
              content: contentOf(attack),
              headers: { [attack]: { description: attack, schema: text } },
            },
            [attack]: { description: attack, content: contentOf(attack) },
          },
          callbacks: { [attack]: { [attack]: incoming(attack) } },
        },
      },
    ]),
    components: {
      schemas: each((attack) => [attack, object]),
      securitySchemes: Object.fromEntries(
        schemes.map((attack) => [
          attack,
          {
            type: "oauth2",
            description: all,
            flows: { implicit: { authorizationUrl: attack, scopes: { [attack]: attack } } },
          },
        ]),
      ),
    },
  };
}
