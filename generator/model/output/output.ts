/** The configuration's part of the model. */
import type { Project } from "../../config/index.js";
import type { Docs, ExampleRules, Imported, Output, Package } from "../types/output.js";

/** What no configuration says. */
export interface Surroundings extends Pick<Package, "dependencies" | "readme"> {
  /** Name of the folder of the dialect's templates. */
  readonly folder: string | undefined;
}

export function readOutput(project: Project, { folder, ...packaging }: Surroundings): Output {
  const { dialect, package: info, resources = "none", testing = false } = project;
  return {
    imported: importedFrom(project),
    dependencies: packaging.dependencies,
    hasReadme: packaging.readme !== undefined,
    docs: docsOf(project, folder),
    dialect: folder,
    lists: folder === undefined ? "" : `${folder}/lists`,
    container: dialect?.lists?.[0],
    expansion: dialect?.expansion,
    events: dialect?.events,
    nested: dialect?.nested === true,
    dialectTypes: dialect?.types ?? {},
    class: resources === "none" ? undefined : dialect?.class,
    raw: project.raw === true,
    testing: testing !== false,
    examples: exampleRules(project),
    package: info && { ...info, ...packaging },
  };
}

function importedFrom({ package: info, output }: Project): Imported {
  if (info !== undefined) return { client: info.name, isPackage: true };
  const name = output.replaceAll("\\", "/").replace(/\/+$/, "");
  return { client: `./${name.slice(name.lastIndexOf("/") + 1)}`, isPackage: false };
}

function docsOf({ docs, docsBase: base, dialect }: Project, folder: string | undefined): Docs {
  const error = folder === undefined ? "ApiError" : dialect?.error;
  const facts = {
    ...(dialect?.dates === undefined ? {} : { dates: dialect.dates }),
    ...(error === undefined ? {} : { error }),
  };
  return docs === "links" ? { level: "links", ...facts } : { level: "full", base, ...facts };
}

function exampleRules({ testing = false, dialect }: Project): ExampleRules {
  const { values = {} } = typeof testing === "object" ? testing : {};
  const { dates = [], id = "id", variants = [] } = dialect ?? {};
  return { dates, id, variants, values };
}
