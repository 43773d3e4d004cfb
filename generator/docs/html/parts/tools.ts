import type { Site } from "../../pages/index.js";

/** What components need besides what they show. */
export interface View {
  readonly site: Site;
  /** From the page's folder to the site's: `../`, or nothing. */
  readonly root: string;
  /** A description as safe HTML. */
  readonly prose: (text: string) => string;
}

/** Below so many groups, every page can list them all. */
export const MOST_GROUPS = 160;
