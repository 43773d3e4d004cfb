import type * as t from "./client/index.js";

declare const mapped: t.Mapped;
if (mapped.kind === "cat" || mapped.kind === "tiger") mapped.lives satisfies number | undefined;
else if (mapped.kind === "bird") mapped.wings satisfies number | undefined;
else if (mapped.kind === "dog") mapped.bark satisfies string | undefined;
// @ts-expect-error
({ kind: "fish" }) satisfies t.Mapped;

declare const unmapped: t.Unmapped;
if (unmapped.kind === "Cat") unmapped.lives satisfies number | undefined;
else unmapped.bark satisfies string | undefined;

({ type: "ONE", a: "a" }) satisfies t.Listed;
declare const versions: t.Versions;
if (versions.version === 1) versions.a satisfies string | undefined;
else versions.b satisfies string | undefined;
