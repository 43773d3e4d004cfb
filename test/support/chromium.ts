/** The browser of the machine, driven by playwright-core. */
import { existsSync } from "node:fs";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Undefined where there is none: its tests say so in their names. */
export const CHROMIUM = PLACES.find((path) => existsSync(path));
