/** The class around the resources: the package's default export. */
import { laidOut, moduleOf, type Rendered } from "../code/module.js";
import type { ClassRule } from "../../config/index.js";
import type { Model } from "../../model/types/index.js";
import type { Symbols } from "../../symbols/index.js";
import { describe, type ModuleDescription } from "../code/file.js";
import { Imports } from "../code/imports.js";
import { layOut } from "../code/layout.js";

import { optionsModule, RESOURCES } from "./resources.js";
import { TREE } from "./tree.js";
import { TYPE_NAMES } from "./type-names.js";

const PATH = "class";

interface ClassSlice {
  readonly rule: ClassRule;
  readonly dialect: string;
  /** Name of the interface of all resources. */
  readonly resources: string;
  /** What its namespace holds besides what the templates give it. */
  readonly names: readonly string[];
}

export function emitClass(model: Model): ModuleDescription[] {
  const { class: rule, dialect } = model.output;
  if (rule === undefined || dialect === undefined || model.resources === undefined) return [];
  const names = model.typeNames.map(({ name: own }) => own);
  const slice: ClassSlice = { rule, dialect, resources: model.resources.name, names };
  return [describe(PATH, slice, renderClass)];
}

function renderClass({ rule, dialect, resources, names }: ClassSlice, symbols: Symbols): Rendered {
  const { name } = rule;
  const imports = new Imports(PATH, symbols, [name]);
  const template = `${dialect}/class`;
  const base = imports.symbol(`${template}#Base`);
  const config = imports.symbol(`${template}#Config`);
  const key = imports.symbol(`${template}#ApiKey`);
  const options = imports.symbol(`${template}#clientOptions`);
  const bind = imports.symbol("bind");
  const tree = imports.symbol(TREE.name);
  const pages = imports.symbol(TREE.pages);
  const create = imports.symbol("client#createClient");
  const arrange = imports.symbol(`${optionsModule(dialect)}#paramsAndOptions`);
  // What the templates of a version have besides, they have for the namespace.
  const given = [...rule.exports, ...symbols.addedTo(template)];
  const exported = [
    ...given.map((type) =>
      exportedAs(type, imports.symbol(`${template}#${type}`, { asType: true })),
    ),
    ...names
      .filter((type) => !given.includes(type))
      .map((type) => exportedAs(type, imports.type(type, TYPE_NAMES))),
  ];
  const blocks = [
    `interface ${name} extends ${imports.type(resources, RESOURCES)} {}`,
    `/** Every operation as a method of its resource. */
class ${name} extends ${base} {
  constructor(apiKey: ${key}, config: ${config} = {}) {
    super();
    ${bind}(${create}(${options}(apiKey, config, this)), ${tree}, ${pages}, ${arrange}, this);
  }
}`,
    `declare namespace ${name} {
${layOut({ head: "export ", members: exported }, ",", ";", "  ").join("\n")}
}`,
    `export { ${name}, ${name} as default };`,
  ];
  return moduleOf(
    imports,
    blocks.map((block) => laidOut(block)),
  );
}

function exportedAs(name: string, local: string): string {
  return name === local ? name : `${local} as ${name}`;
}
