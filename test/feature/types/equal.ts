/** `true` when two types are the same, not only assignable to one another. */
export type Same<A, B> =
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** Does not compile unless A and B are the same type. Never called: type tests are only checked. */
export declare function equal<A, B>(...same: Same<A, B> extends true ? [] : [never]): void;
