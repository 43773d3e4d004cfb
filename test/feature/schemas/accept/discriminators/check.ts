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

({ kind: "Disk", size: 1 }) satisfies t.Disk;
// @ts-expect-error
({ kind: "db" }) satisfies t.Disk;
({ kind: "db", rows: 1 }) satisfies t.Database;
// @ts-expect-error
({ kind: "Disk" }) satisfies t.Database;
({ kind: "virtual-net", mask: "m" }) satisfies t.VirtualNetwork;
// @ts-expect-error
({ kind: "none of these" }) satisfies t.VirtualNetwork;
({ kind: "virtual-net" }) satisfies t.AnyResource;
({ kind: "Other", loose: "a" }) satisfies t.Choice;
declare const network: t.VirtualNetwork;
network.kind satisfies string;
// @ts-expect-error: it is not never.
network satisfies number;
