/** The pages of a project as data and as files, for tests. */
import type { Project } from "../../../generator/config/index.js";
import { diffModels } from "../../../generator/diff/index.js";
import { createPages, type OperationPage, type Page } from "../../../generator/docs/pages/index.js";
import { createPlaces } from "../../../generator/docs/places/index.js";
import type { SampleSetting } from "../../../generator/docs/samples/index.js";
import { siteFiles } from "../../../generator/docs/index.js";
import { readExamples } from "../../../generator/examples/index.js";
import type { Model } from "../../../generator/model/types/index.js";
import { readModel } from "../../../generator/run/read-model.js";

export interface TestSite {
  readonly model: Model;
  readonly pages: readonly Page[];
  readonly operations: readonly OperationPage[];
  /** Path → text; with a page of what has changed where an earlier model is given. */
  files(since?: Model): ReadonlyMap<string, string>;
}

export async function siteOf(
  project: Project,
  cwd: string,
  samples: SampleSetting = { client: "./client", isPackage: false },
): Promise<TestSite> {
  const { model } = await readModel(project, { cwd, documented: true });
  const places = createPlaces(model);
  const examples = readExamples(model);
  const made = createPages({ model, places, examples, changes: undefined, setting: samples });
  const pages = [...made];
  const operations = pages.flatMap((page) => (page.kind === "operation" ? [page] : []));
  return {
    model,
    pages,
    operations,
    files: (since) => {
      const changes = since === undefined ? undefined : diffModels(since, model);
      return new Map(siteFiles({ model, changes, base: project.docsBase, samples }));
    },
  };
}
