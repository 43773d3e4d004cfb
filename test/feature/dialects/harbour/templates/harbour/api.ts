/** What the templates take from the document: the generator puts its own file in the place of this excerpt. */
export const apiVersion: string = "7";

export interface Fault {
  slug: string;
  text: string;
}

export interface EventMap {
  "ship-docked": { no: number };
}

export type Event = {
  [T in keyof EventMap]: { kind: T; at: string; payload: { entity: EventMap[T]; by: string } };
}[keyof EventMap];
