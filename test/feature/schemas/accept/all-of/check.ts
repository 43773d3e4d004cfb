import type { Again, Both, Known, One, Person } from "./client/index.js";

const person: Person = { own: true, name: "a", nick: "b", age: 1, late: "c", inner: "d" };
person.age satisfies number;
person.nick satisfies string;
person.late satisfies string;
// @ts-expect-error: an age is required, though the member that describes it does not say so
({ own: true, name: "a", nick: "b", late: "c", inner: "d" }) satisfies Person;
// @ts-expect-error: so is late, which a member requires and the schema itself describes
({ own: true, name: "a", nick: "b", age: 1, inner: "d" }) satisfies Person;
// @ts-expect-error: the member's own
({ own: true, name: "a", nick: "b", age: 1, late: "c" }) satisfies Person;

const known: Known = { age: 1, other: { of: "any kind" } };
known.age satisfies number;
// @ts-expect-error: nothing is known of it but that it is there
({ age: 1 }) satisfies Known;
// @ts-expect-error: and what it is, has to be found out
known.other satisfies string;

const again: Again = { name: "a", nick: "b" };
again.nick satisfies string;
// @ts-expect-error
({ name: "a" }) satisfies Again;

const both: Both = { kind: "a" };
both.kind satisfies "a" | "b";
// @ts-expect-error
({ kind: "c" }) satisfies Both;
({ name: "a" }) satisfies One;
