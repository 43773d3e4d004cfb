/** The shape of a selector at run time. */
import * as v from "valibot";
import { isSelector, type Selector } from "./index.js";

export const SELECTORS = 'a selector: "tag:…", "path:…", "operation:…" or "deprecated"';

export const selector = v.custom<Selector>(isSelector, SELECTORS);
