/** Runs the command line: in this process, which is fast, or in one of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { runCommandLine } from "../../generator/cli/command-line.js";

export interface Finished {
  /** As a shell reports it: 128 and the signal's number after a signal. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Shown extends Finished {
  /** What both streams wrote, in the order in which they wrote it. */
  readonly screen: string;
}

export interface Running {
  readonly finished: Promise<Finished>;
  /** Resolves once what it has written since the last call matches; rejects when it ends before. */
  until(pattern: RegExp): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

export interface Where {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Compiled once for all tests there by `test/e2e/compile.ts`. */
export const MAIN = fileURLToPath(
  new URL("../../node_modules/.tmp/build/generator/cli/main.js", import.meta.url),
);

/** `unfold …args` in the folder `cwd`, as a process of its own. */
export function unfoldProcess(args: readonly string[], where: Where): Promise<Finished> {
  return start(process.execPath, [MAIN, ...args], where).finished;
}

let last: Promise<unknown> = Promise.resolve();

/** `unfold …args` in the folder `cwd`, in this process, as in a pipe. */
export async function unfold(args: readonly string[], where: Where): Promise<Finished> {
  const { code, stdout, stderr } = await inTurn(args, where);
  return { code, stdout, stderr };
}

/** The same as on a terminal of so many columns. */
export function unfoldOnTerminal(
  args: readonly string[],
  where: Where & { readonly columns: number },
): Promise<Shown> {
  return inTurn(args, where, where.columns);
}

/** One after the other, for they share this process' streams and its folder. */
function inTurn(...call: Parameters<typeof inThisProcess>): Promise<Shown> {
  const finished = last.then(() => inThisProcess(...call));
  last = finished.catch(() => undefined);
  return finished;
}

async function inThisProcess(
  args: readonly string[],
  { cwd, env = {} }: Where,
  columns?: number,
): Promise<Shown> {
  const before = { cwd: process.cwd(), exitCode: process.exitCode, env: { ...process.env } };
  let screen = "";
  const seen = (text: string): void => {
    screen += text;
  };
  const out = captured(process.stdout, seen, columns);
  const err = captured(process.stderr, seen, columns);
  try {
    process.chdir(cwd);
    setVariables(env);
    process.exitCode = undefined;
    await runCommandLine(args);
    const code = Number(process.exitCode ?? 0);
    return { code, stdout: out.text(), stderr: err.text(), screen };
  } finally {
    out.release();
    err.release();
    process.chdir(before.cwd);
    process.exitCode = before.exitCode;
    setVariables(Object.fromEntries(Object.keys(env).map((name) => [name, before.env[name]])));
  }
}

function setVariables(variables: NodeJS.ProcessEnv): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

interface Captured {
  text(): string;
  release(): void;
}

/**
 * Keeps what is written to a stream from being printed; the stream is a pipe meanwhile, as a process' own is, or a
 * terminal of so many columns.
 */
function captured(
  stream: NodeJS.WriteStream,
  seen: (text: string) => void,
  width?: number,
): Captured {
  const { write, isTTY, columns } = stream;
  let text = "";
  stream.isTTY = width !== undefined;
  if (width !== undefined) stream.columns = width;
  stream.write = (chunk: string | Uint8Array): boolean => {
    const piece = typeof chunk === "string" ? chunk : Buffer.from(chunk).toString();
    text += piece;
    seen(piece);
    return true;
  };
  return {
    text: () => text,
    release: () => {
      stream.write = write;
      stream.isTTY = isTTY;
      stream.columns = columns;
    },
  };
}

/** Any command, which may run on for a while. */
export function start(command: string, args: readonly string[], { cwd, env = {} }: Where): Running {
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  let unread = "";
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      unread += text;
    });
  }
  return {
    finished: finished(child, output),
    kill: (signal) => child.kill(signal),
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (!pattern.test(unread)) return;
          unread = "";
          stop();
          resolve();
        };
        const ended = (): void => {
          stop();
          reject(new Error(`it ended before it said ${pattern}:\n${unread}`));
        };
        const stop = (): void => {
          for (const name of ["stdout", "stderr"] as const) child[name].off("data", look);
          child.off("close", ended);
        };
        for (const name of ["stdout", "stderr"] as const) child[name].on("data", look);
        child.on("close", ended);
        look();
      }),
  };
}

function finished(
  child: ChildProcess,
  output: { readonly stdout: string; readonly stderr: string },
): Promise<Finished> {
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      const ended = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
      resolve({ code: ended, ...output });
    });
  });
}
