/** Calls of the client, by its class and by functions. */
import { stringLiteral } from "../../emit/code/encode.js";
import { literal } from "../../emit/code/literal.js";
import { isRange, oneOfRange } from "../../model/content/media-types.js";
import type { Model, Operation } from "../../model/types/index.js";
import { positional } from "../../model/types/positional.js";
import { instanceName, type Places } from "../places/index.js";
import type { SampleCall } from "./call.js";
import { credentials } from "./credentials.js";
import { type Expanded, FILE, PATH, type Sample, type SampleSetting } from "./types.js";

export interface SampleTools {
  readonly model: Model;
  readonly places: Places;
  readonly setting: SampleSetting;
}

/** `stripe.checkout.sessions.expire("session_1")`; undefined where there is no class. */
export function classSample(tools: SampleTools, call: SampleCall): Sample | undefined {
  const { model, places, setting } = tools;
  const { class: rule } = model.output;
  const method = places.methods.get(call.operation.name);
  if (rule === undefined || method === undefined) return undefined;
  const instance = instanceName(rule.name);
  const module = setting.isPackage ? setting.client : `${setting.client}/index.js`;
  const head = [
    `import ${rule.name} from ${stringLiteral(module)};`,
    "",
    `const ${instance} = new ${rule.name}("YOUR_API_KEY");`,
  ].join("\n");
  const member = [instance, ...method].join(".");
  return sample("class", "Class", call, head, (params) => callText(call, `${member}(`, [], params));
}

export function functionSample({ model, setting }: SampleTools, call: SampleCall): Sample {
  const { name } = call.operation;
  const { client, isPackage } = setting;
  const variable = name === "client" ? "api" : "client";
  const options = credentials(model, call.operation);
  const modules = isPackage
    ? [`${client}/client`, `${client}/operations`]
    : [`${client}/client.js`, `${client}/operations/index.js`];
  const head = [
    `import { createClient } from ${stringLiteral(modules[0] ?? "")};`,
    `import { ${name} } from ${stringLiteral(modules[1] ?? "")};`,
    "",
    literal(options, `const ${variable} = createClient(`, ");").replace(
      "createClient({})",
      "createClient()",
    ),
  ].join("\n");
  return sample("function", "Function", call, head, (params) =>
    callText(call, `${name}(`, [variable], params),
  );
}

function sample(
  id: "class" | "function",
  title: string,
  call: SampleCall,
  head: string,
  write: (params: unknown) => string,
): Sample {
  const whole = (params: unknown): string => {
    return `${head}\n\n${reading(call.operation, write(params))}\n`.replaceAll(
      stringLiteral(FILE),
      'new Blob(["…"])',
    );
  };
  const expanded: Expanded | undefined =
    call.expanded === undefined
      ? undefined
      : { text: whole(call.expanded), each: stringLiteral(PATH), separator: ", " };
  return {
    id,
    title,
    language: "typescript",
    text: whole(call.params),
    ...(expanded === undefined ? {} : { expanded }),
  };
}

/** Characters of the column that samples stand in, behind `const response = await `. */
const WIDTH = 46;

/** The arguments on one line where they fit; else the last one over several lines, or each on its own. */
function callText(
  { operation, path }: SampleCall,
  head: string,
  first: readonly string[],
  params: unknown,
): string {
  const names = new Set(positional(operation));
  const values = path
    .filter(({ parameter }) => names.has(parameter))
    .map(({ value }) => literal(value, "", ""));
  const before = [...first, ...values];
  const start = head + before.map((value) => `${value}, `).join("");
  const range = operation.params?.bodies?.contents[0]?.body.mediaType;
  if (range !== undefined && isRange(range)) {
    const options = literal({ contentType: oneOfRange(range) }, "  ", ",");
    const values = [...before.map((value) => `  ${value},`), literal(params, "  ", ",", WIDTH)];
    return [head, ...values, options, ")"].join("\n");
  }
  if (params === undefined && start.length <= WIDTH + 1) return `${head}${before.join(", ")})`;
  if (params !== undefined && start.length <= WIDTH) return literal(params, start, ")", WIDTH);
  if (before.length === 0) return literal(params, head, ")");
  const lines = before.map((value) => `  ${value},`);
  if (params !== undefined) lines.push(literal(params, "  ", ",", WIDTH));
  return [head, ...lines, ")"].join("\n");
}

/** What is done with what comes back. */
function reading({ response, responses, pagination, name }: Operation, call: string): string {
  const variable = name === "response" ? "result" : "response";
  const one = responses === undefined ? response : (responses.contents[0]?.response ?? response);
  if (pagination !== undefined) return iterated(call);
  switch (one.kind) {
    case "page":
      return responses === undefined ? iterated(call) : shown(variable, call);
    case "none":
      return `await ${call};`;
    case "events":
    case "lines":
    case "sequence":
      return iterated(`await ${call}`);
    default:
      return shown(variable, call);
  }
}

function iterated(items: string): string {
  return `for await (const item of ${items}) {\n  console.log(item);\n}`;
}

function shown(variable: string, call: string): string {
  return `const ${variable} = await ${call};\nconsole.log(${variable});`;
}
