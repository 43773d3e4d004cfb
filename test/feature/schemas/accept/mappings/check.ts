import type { Pet } from "./client/index.js";

({ kind: "cat", lives: 9 }) satisfies Pet;
({ kind: "Dog", bark: "wau" }) satisfies Pet;
// @ts-expect-error
({ kind: "dog", bark: "wau" }) satisfies Pet;
