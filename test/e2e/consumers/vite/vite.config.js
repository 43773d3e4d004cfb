import { defineConfig } from "vite";

export default defineConfig({
  build: {
    outDir: "built",
    lib: { entry: "sources/browser.js", formats: ["es"], fileName: "browser" },
  },
});
