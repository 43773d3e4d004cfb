/** The package under test: the one import line of all type tests. */
export * from "../../../generated/src/index.js";
export * from "../../../generated/src/operations/index.js";
