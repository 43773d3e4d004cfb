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
        body: "application/x-www-form-urlencoded",
        nested: true,
        bodyAsQuery: ["GET", "DELETE"],
        dates: ["unix-time"],
        nullableIsPresent: true,
        deletedPrefix: "deleted_",
        lists: [
          {
            object: "list",
            type: "ApiList",
            call: "list",
            result: "PagePromise",
            properties: ["object", "data", "has_more", "url"],
          },
          {
            object: "search_result",
            type: "ApiSearchResult",
            call: "search",
            result: "SearchPromise",
            properties: ["object", "data", "has_more", "next_page", "total_count", "url"],
          },
        ],
        class: {
          name: "Stripe",
          exports: [
            ..."Address AddressParam ApiKey ApiList ApiListPromise ApiSearchResult".split(" "),
            ..."ApiSearchResultPromise AppInfo Emptyable Event LatestApiVersion Metadata".split(
              " ",
            ),
            ..."MetadataParam PaginationParams RangeQueryParam RequestOptions Response".split(" "),
            ..."ShippingAddressParam StripeConfig errors".split(" "),
          ],
        },
        events: {
          types:
            "/paths/~1v1~1webhook_endpoints/post/requestBody/content/application~1x-www-form-urlencoded" +
            "/schema/properties/enabled_events/items/enum",
          schema: "event",
        },
        types: { ApiErrors: "api_errors" },
      },
      resources: "paths",
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
