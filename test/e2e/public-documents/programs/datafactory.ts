/** Azure Data Factory: polymorphism by marked discriminators, a link to the next page, parameters beside a body. */
import { createClient, type DatasetResource } from "./client/index.js";
import { datasetsListByFactory, pipelinesCreateRun } from "./client/operations/index.js";

const version = { "api-version": "2018-06-01" } as const;

function describe(dataset: DatasetResource["properties"]): string {
  switch (dataset.type) {
    case "AzureBlob":
    case "AzureTable":
    case "AmazonS3Object":
      return dataset.type;
    default:
      return "other";
  }
}

export async function run(baseUrl: string): Promise<string> {
  const azure = createClient({ baseUrl, auth: { azure_auth: "token" }, maxNetworkRetries: 0 });
  const factory = ["sub", "group", "factory"] as const;
  const { value, nextLink } = await datasetsListByFactory(azure, ...factory, version);
  const kinds = value.map(({ properties }) => describe(properties));
  const { runId } = await pipelinesCreateRun(azure, ...factory, "pipeline", {
    query: version,
    body: { OutputBlobNameList: { type: "Array", defaultValue: ["out.csv"] } },
  });
  return `${kinds.join(", ")}; next ${nextLink}; run ${runId}`;
}
