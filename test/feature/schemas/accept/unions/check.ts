import type { Both, Contact, Loose, Nothing, Numbers, Of, Pet, Shape, Text } from "./client/index.js";

({ name: "a", lives: 9 }) satisfies Pet;
({ name: "a", bark: "wau" }) satisfies Pet;
// @ts-expect-error: it is a cat or a dog
({ name: "a" }) satisfies Pet;
// @ts-expect-error: it has a name
({ lives: 9 }) satisfies Pet;

({ lives: 9, age: 1 }) satisfies Both;
({ bark: "wau", born: "today" }) satisfies Both;
null satisfies Both;
// @ts-expect-error
({ lives: 9 }) satisfies Both;

({ mail: "a" }) satisfies Contact;
({ phone: "1", note: "b" }) satisfies Contact;
// @ts-expect-error: one of both
({ note: "b" }) satisfies Contact;
declare const contact: Contact;
contact.note satisfies string | undefined;

declare const shape: Shape;
shape.size satisfies number | string;
({ size: 1, round: true }) satisfies Shape;
// @ts-expect-error
({ round: true }) satisfies Shape;

"x" satisfies Text;
// @ts-expect-error
1 satisfies Text;
declare const loose: Loose;
// @ts-expect-error: anything
loose satisfies string;
declare const nothing: Nothing;
// @ts-expect-error: an empty list says nothing
nothing satisfies string;

({ lives: 1, a: "a" }) satisfies Of;
// @ts-expect-error
({ lives: 1 }) satisfies Of;
1 satisfies Numbers;
"all" satisfies Numbers;
// @ts-expect-error
"some" satisfies Numbers;
