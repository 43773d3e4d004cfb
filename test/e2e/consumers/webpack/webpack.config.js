export default {
  mode: "production",
  entry: "./sources/browser.js",
  output: {
    path: `${import.meta.dirname}/built`,
    filename: "browser.js",
    library: { type: "module" },
  },
  experiments: { outputModule: true },
};
