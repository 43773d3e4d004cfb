/** Whether params of which nothing else is said are a request's body; else they are its query. */
export function hasBody(method: string | undefined): boolean {
  return /^[PQ]/.test(method ?? "");
}
