/** The class around the resources: the package's default export. */
import type { ClassRule } from "../../config/index.js";
import type { Model } from "../../model/types/index.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports, type ModuleStructure } from "../code/imports.js";
import { layOut, textModule } from "../code/layout.js";
import { RUNTIME } from "../names/names.js";
import { RESOURCES } from "./resources.js";
import type { EmitSettings } from "../names/settings.js";
import { TREE } from "./tree.js";
import { namesInNamespace, TYPE_NAMES } from "./type-names.js";

const PATH = "class";

interface ClassSlice {
  readonly rule: ClassRule;
  readonly dialect: string;
  /** Name of the interface of all resources. */
  readonly resources: string;
  /** What its namespace holds besides what the templates give it. */
  readonly names: readonly string[];
}

export function emitClass(model: Model, settings: EmitSettings): ModuleDescription[] {
  const { class: rule, dialect } = settings;
  if (rule === undefined || dialect === undefined || model.resources === undefined) return [];
  const names = namesInNamespace(model, settings).map(({ name: own }) => own);
  const slice: ClassSlice = { rule, dialect, resources: model.resources.name, names };
  return [describe(PATH, slice, renderClass)];
}

function renderClass({ rule, dialect, resources, names }: ClassSlice): string | ModuleStructure {
  const { name } = rule;
  const imports = new Imports(PATH);
  const template = `${dialect}/class`;
  const base = imports.value("Base", template);
  const config = imports.type("Config", template);
  const key = imports.type("ApiKey", template);
  const bind = imports.value("bind", RUNTIME.resources);
  const tree = imports.value(TREE.name, TREE.module);
  const create = imports.value("createClient", "client");
  const isOptions = imports.value("isOptions", template);
  const exported = [
    ...rule.exports.map((type) => imports.type(type, template)),
    ...names.map((type) => imports.type(type, TYPE_NAMES)),
  ];
  const blocks = [
    `interface ${name} extends ${imports.type(resources, RESOURCES)} {}`,
    `/** Every operation as a method of its resource. */
class ${name} extends ${base} {
  constructor(apiKey: ${key}, config: ${config} = {}) {
    super();
    ${bind}(${create}({ ...config, apiKey }), ${tree}, ${isOptions}, this);
  }
}`,
    `declare namespace ${name} {
${layOut({ head: "export ", members: exported }, ",", ";", "  ").join("\n")}
}`,
    `export { ${name}, ${name} as default };`,
  ];
  return textModule(imports, blocks, true);
}
