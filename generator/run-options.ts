export interface RunOptions {
  /** Absolute path of the folder that a project's paths are relative to. */
  readonly cwd: string;
  /** Turns warnings into errors. */
  readonly strict?: boolean;
  /** Whether references may be fetched over the network. */
  readonly allowRemote?: boolean;
}
