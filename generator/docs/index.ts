/** A reference of static pages, from the frozen model. */
export { siteFiles, type SiteInput, TEMPLATES } from "./site.js";
