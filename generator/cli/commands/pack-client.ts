/** `npm run pack:client`: packs the client of every project that is a package. */
import { loadConfig } from "../../config/load.js";
import { packProject } from "../../pack/index.js";
import { reportError } from "../support/exit.js";
import { say } from "../support/output.js";

try {
  const { config, cwd } = await loadConfig(process.cwd());
  for (const project of config.projects) {
    if (project.package !== undefined) say(await packProject(project, cwd));
  }
} catch (error) {
  process.exitCode = reportError(error, process.argv.includes("--debug"));
}
