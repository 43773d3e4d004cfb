import type { Bump } from "./rules.js";

/**
 * The next version by semantic versioning. Below 1.0.0 a breaking change raises the minor version
 * (Semantic Versioning 2.0.0, item 4, and what package managers make of it).
 */
export function nextVersion(version: string, bump: Bump): string {
  const [major = 0, minor = 0, patch = 0] = version.split(/[.+-]/, 3).map(Number);
  switch (bump) {
    case "none":
      return version;
    case "major":
      return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
    case "minor":
      return major === 0 ? `0.${minor}.${patch + 1}` : `${major}.${minor + 1}.0`;
    case "patch":
      return `${major}.${minor}.${patch + 1}`;
  }
}
