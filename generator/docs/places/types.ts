/** Something to go to: `file` is relative to the site, with an anchor where there is one. */
export interface Link {
  readonly text: string;
  readonly file: string;
}

export interface OperationLink extends Link {
  /** Of the function. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly deprecated: boolean;
  readonly summary?: string;
}

/** The operations of a resource at the root of the tree, or of a tag. */
export interface Group extends Link {
  readonly description?: string;
  readonly sections: readonly Section[];
  readonly count: number;
}

export interface Section {
  /** Empty where it is the group's own. */
  readonly title: string;
  readonly operations: readonly OperationLink[];
}

/** The page of a schema, by its key; undefined where it has none. */
export type SchemaLinks = ReadonlyMap<string, Link>;
