/** What a README tells of using the client: sections whose programs are of this document's own operations. */
import { createPlaces } from "../../docs/places/index.js";
import { createSamples } from "../../docs/samples/index.js";
import { codeSpan } from "../../encode/markdown.js";
import type { Imported, Model, Operation } from "../../model/types/index.js";
import { stringLiteral } from "../code/encode.js";
import { literal } from "../code/literal.js";

/** A program that makes one call, in parts: what it imports, the client, and the call with what is done with its result. */
interface Program {
  readonly operation: Operation;
  readonly imports: string;
  readonly client: string;
  readonly call: string;
}

/** The sections as Markdown; a document without operations has none but how to install it. */
export function guide(model: Model, setting: Imported): string {
  const samples = createSamples(model, createPlaces(model), setting);
  const program = (operation: Operation | undefined): Program | undefined => {
    const sample = operation && samples(operation).find(({ id }) => id === "function");
    if (operation === undefined || sample === undefined) return undefined;
    const [imports = "", client = "", ...call] = sample.text.trimEnd().split("\n\n");
    return { operation, imports, client, call: call.join("\n\n") };
  };
  const first = program(simplest(model.operations));
  if (first === undefined) return "";
  const failing = simplest(model.operations.filter(({ errors }) => errors !== undefined));
  const pages = model.operations.filter(({ response }) => response.kind === "page");
  return [
    `## First call\n\n${fence(whole(first))}`,
    authentication(model, setting),
    errors(model, setting, program(failing)),
    paging(program(simplest(pages))),
    testing(model, setting, first),
  ].join("\n\n");
}

/** What a reader understands at once: it reads, and takes little. */
function simplest(operations: readonly Operation[]): Operation | undefined {
  const cost = ({ method, deprecated, params, pathParameters, response }: Operation): number =>
    (deprecated ? 100 : 0) +
    (method === "GET" ? 0 : 10) +
    (params?.required === true ? 5 : 0) +
    (response.kind === "json" || response.kind === "page" ? 0 : 3) +
    Math.abs(pathParameters.length - 1);
  return operations.toSorted((a, b) => cost(a) - cost(b))[0];
}

function authentication({ api, output }: Model, setting: Imported): string {
  if (output.dialect !== undefined) {
    return "## Authentication\n\nThe `apiKey` of `createClient` is the key, or a function that gives it.";
  }
  if (api.security.length === 0) {
    return (
      "## Authentication\n\nThe document has no security scheme. `headers` of `createClient` go with every call, and may " +
      "be a function."
    );
  }
  const auth = api.security.map(({ name, kind }): [string, unknown] => [
    name,
    kind === "basic" ? { username: "USERNAME", password: "PASSWORD" } : "YOUR_API_KEY",
  ]);
  const server = api.server === "" ? { baseUrl: "https://api.example.com" } : {};
  const options = { ...server, auth: Object.fromEntries(auth) };
  const code = [
    `import { createClient } from ${moduleOf(setting, "client")};`,
    "",
    literal(options, "const client = createClient(", ");"),
  ].join("\n");
  return `## Authentication

By security scheme of the document; one that an operation takes is enough. Each may be a function that gives the credential
when a call needs it, and that is asked once more, with \`refresh\`, when the server refuses with 401.

${fence(code)}`;
}

function errors(model: Model, setting: Imported, program: Program | undefined): string {
  const told = `## Errors

What goes wrong rejects with an error that names the call. A failed request is sent again, twice by default
(\`maxNetworkRetries\`), and an attempt may take 80 seconds (\`timeout\`).`;
  const name = program?.operation.errors?.name;
  if (model.output.dialect !== undefined) return told;
  const more =
    "A response that is not 2xx is an `ApiError` with `status`, `body` and `headers`; without a response it is a " +
    "`ConnectionError` or a `TimeoutError`.";
  if (program === undefined || name === undefined) return `${told} ${more}`;
  const imports = [
    `import { isApiError } from ${moduleOf(setting, "index")};`,
    program.imports,
    `import type { ${name} } from ${moduleOf(setting, "operations")};`,
  ].join("\n");
  const call = program.call.replace(/^/gm, "  ");
  const attempt = `try {\n${call}\n} catch (error) {
  if (!isApiError<${name}>(error)) throw error;
  console.log(error.status, error.body); // the body's type follows from the status
}`;
  return `${told} ${more}\n\n${fence([imports, program.client, attempt].join("\n\n"))}`;
}

function paging(program: Program | undefined): string {
  return program === undefined
    ? "## Pages\n\nThe document does not say how pages follow each other: ask for each by the operation's own parameters."
    : `## Pages\n\nA list is an async iterable over this page and all behind it.\n\n${fence(whole(program))}`;
}

function testing({ output }: Model, setting: Imported, program: Program): string {
  if (!output.testing) {
    return (
      "## Testing\n\nGive `createClient` a `fetch` of your own. One that responds from the document is generated with " +
      "`testing: true` in the configuration."
    );
  }
  const { method, path } = program.operation;
  const code = [
    `${program.imports}\nimport { createTestFetch } from ${moduleOf(setting, "testing")};`,
    "const fetch = createTestFetch();",
    program.client
      .replace("createClient()", "createClient({})")
      .replace("createClient({", "createClient({ fetch, ")
      .replace(", })", " })"),
    program.call,
    `console.log(fetch.callsTo(${stringLiteral(`${method} ${path}`)}).length); // 1`,
  ].join("\n\n");
  return `## Testing

A \`fetch\` that responds from the document, without a network: each response is a valid example. What your test is about it
overrides: \`createTestFetch({ [operation]: () => ({ … }) })\`, where ${codeSpan(`${method} ${path}`)} is an operation.

${fence(code)}`;
}

/** The module specifier of an entry of the client. */
function moduleOf({ client, isPackage }: Imported, entry: string): string {
  if (isPackage) return stringLiteral(entry === "index" ? client : `${client}/${entry}`);
  const isFolder = entry === "operations" || entry === "testing";
  return stringLiteral(`${client}/${entry}${isFolder ? "/index" : ""}.js`);
}

function whole({ imports, client, call }: Program): string {
  return [imports, client, call].join("\n\n");
}

function fence(code: string): string {
  return `\`\`\`ts\n${code}\n\`\`\``;
}
