/** Takes secrets out of a text. */
export type Redact = (text: string) => string;

/** A shorter secret may be part of any word. */
const SHORTEST = 8;

/** What is kept of a cause. Other things may hang on it, such as the request itself. */
const KEPT = ["name", "message", "stack", "code", "cause", "errors"];

/**
 * The one rule that keeps secrets out of errors: servers send back what they got, and platforms quote what they were to
 * send. Whatever `inspect` and JSON show of an error is a text of its own, or its cause.
 *
 * @param secrets - the credentials in use, whatever their form
 * @param byForm - takes out those that the dialect knows by their form
 */
export function redactError<E extends Error>(
  error: E,
  secrets: readonly string[],
  byForm: Redact = (text) => text,
): E {
  /** @param depth - how far to follow causes, which may form a cycle */
  const redact = (value: unknown, depth: number): unknown => {
    if (typeof value === "string")
      return byForm(
        secrets.reduce(
          (text, secret) => (secret.length < SHORTEST ? text : text.replaceAll(secret, "***")),
          value,
        ),
      );
    if (typeof value !== "object" || !value) return value;
    if (!depth) return undefined;
    if (Array.isArray(value)) return value.map((each) => redact(each, depth - 1));
    const copy = new Error();
    Object.setPrototypeOf(copy, Object.getPrototypeOf(value));
    for (const name of KEPT)
      if (name in value)
        Object.defineProperty(copy, name, { value: redact(Reflect.get(value, name), depth - 1) });
    return copy;
  };
  for (const name of Object.getOwnPropertyNames(error)) {
    const value: unknown = Reflect.get(error, name);
    if (typeof value === "string" || name === "cause")
      Object.defineProperty(error, name, { value: redact(value, 6) });
  }
  return error;
}

/** The values of headers whose names tell that they are secret: without a scheme such as `Bearer`, cookie by cookie. */
export function secretsIn(headers: Headers): readonly string[] {
  return [...headers].flatMap(([name, value]) =>
    /auth|cookie|api-?key|secret|token/.test(name) ? value.split(/;? /) : [],
  );
}
