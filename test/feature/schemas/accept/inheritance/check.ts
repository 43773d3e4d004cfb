import type * as t from "./client/index.js";

declare const cat: t.Cat;
cat.petType satisfies "Cat" | "Siamese";
declare const siamese: t.Siamese;
siamese.petType satisfies "Siamese";
siamese.lives satisfies number | undefined;
declare const dog: t.Dog;
dog.petType satisfies "dog";
declare const any: t.Any;
if (any.petType === "dog") any.bark satisfies string | undefined;
else any.lives satisfies number | undefined;

declare const vehicle: t.Vehicle;
vehicle.wheels satisfies number;
if (vehicle.kind === "Bike") vehicle.bell satisfies boolean;
else vehicle.doors satisfies number | undefined;
({ wheels: 4, kind: "Car", doors: 3 }) satisfies t.Vehicle;
// @ts-expect-error
({ wheels: 2, kind: "Bike" }) satisfies t.Bike;
// @ts-expect-error
({ kind: "Car" }) satisfies t.Car;

declare const figure: t.Figure;
if (figure.form === "Round") figure.r satisfies number | undefined;
else figure.a satisfies number | undefined;
