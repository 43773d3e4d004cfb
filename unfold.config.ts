import { defineConfig } from "./generator/config/index.js";

export default defineConfig({
  projects: [
    {
      name: "stripe",
      document: "spec/source.json",
      overlays: [
        "spec/overlays/checkout-sessions.yaml",
        "spec/overlays/events.yaml",
        "spec/overlays/includable.yaml",
        "spec/overlays/presence.yaml",
        "spec/overlays/resources.yaml",
        "spec/overlays/unlisted.yaml",
      ],
      output: "generated",
      docs: "links",
      docsBase: "https://stripe.com",
      package: {
        name: "@unfold/stripe",
        version: "0.1.0",
        description: "The Stripe API for TypeScript, with response types that follow expand[].",
        license: "MIT",
        notice: "spec/NOTICE",
      },
      dialect: {
        templates: "templates/stripe",
        versions: ["v2"],
        body: "application/x-www-form-urlencoded",
        impliedBodies: true,
        error: "StripeError",
        nested: true,
        bodyAsQuery: ["GET", "DELETE"],
        dates: [{ format: "unix-time", unit: "seconds" }],
        nullUnsets: true,
        maps: [{ property: "metadata", takes: ["number", "null"] }],
        nullableIsPresent: true,
        deleted: { prefix: "deleted_", property: "deleted" },
        variants: ["type"],
        lists: [
          {
            mark: { property: "object", value: "list" },
            items: "data",
            url: "url",
            type: "ApiList",
            call: "list",
            result: "PagePromise",
            properties: ["object", "data", "has_more", "url"],
          },
          {
            mark: { property: "object", value: "search_result" },
            items: "data",
            url: "url",
            type: "ApiSearchResult",
            call: "search",
            result: "SearchPromise",
            properties: ["object", "data", "has_more", "next_page", "total_count", "url"],
          },
          {
            items: "data",
            type: "V2List",
            call: "listV2",
            result: "V2ListPromise",
            properties: ["data", "next_page_url", "previous_page_url"],
          },
        ],
        expansion: {
          parameters: [
            { name: "expand", listPrefix: true },
            { name: "include", listed: true },
          ],
          targets: "x-expansionResources",
          fields: "x-expandableFields",
          depth: 4,
          optionalLists: true,
        },
        class: {
          name: "Stripe",
          exports: [
            ..."Address AddressParam ApiKey ApiList ApiListPromise ApiSearchResult".split(" "),
            ..."ApiSearchResultPromise AppInfo CryptoProvider Emptyable Event".split(" "),
            ..."DiscriminatedEvent HttpAgent HttpClient HttpClientResponse HttpProtocol".split(" "),
            ..."JapanAddress JapanAddressParam LatestApiVersion Metadata RawErrorType RequestEvent ResponseEvent".split(
              " ",
            ),
            ..."MetadataParam PaginationParams RangeQueryParam RequestOptions Response".split(" "),
            ..."ShippingAddressParam Signature StripeConfig StripeRawError".split(" "),
            ..."Webhooks errors".split(" "),
          ],
        },
        events: {
          types:
            "/paths/~1v1~1webhook_endpoints/post/requestBody/content/application~1x-www-form-urlencoded" +
            "/schema/properties/enabled_events/items/enum",
          schema: "event",
          versionAt: "api_version",
          objectAt: ["data", "object"],
          previousAt: ["data", "previous_attributes"],
        },
        notifications: {
          extension: "x-stripeEvent",
          mark: { property: "kind", value: "thin" },
          relatedAt: "related_object",
          returned: { schema: "v2.core.event", type: "V2Event", call: "requestEvent" },
        },
        types: { ApiErrors: "api_errors" },
      },
      resources: "paths",
      // As stripe-node of this API version has them, whose programs must compile; since 22.4 its responses are open.
      enums: "closed",
      raw: true,
      testing: {
        values: {
          country: "US",
          currency: "usd",
          email: "ada@example.com",
          last4: "4242",
          url: "https://example.com",
        },
      },
    },
  ],
});
