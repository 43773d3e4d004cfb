export interface RunOptions {
  /** Absolute path of the folder that a project's paths are relative to. */
  readonly cwd: string;
  /** Turns warnings into errors. */
  readonly strict?: boolean;
  /** Whether references may be fetched over the network. */
  readonly allowRemote?: boolean;
  /** Told what is being done, for people who wait. */
  readonly onStep?: (step: string) => void;
}
