/** A request in parts, for what does not take a Request. */
export interface Parts {
  readonly url: URL;
  readonly method: string;
  readonly headers: { readonly [name: string]: string };
  /** Text, and bytes where there is a file in it. */
  readonly data: string | Uint8Array;
  readonly signal: AbortSignal;
}

export async function partsOf(input: string | Request, init?: RequestInit): Promise<Parts> {
  const request = new Request(input, init);
  const { url, method, signal } = request;
  const headers = Object.fromEntries(request.headers);
  const data = headers["content-type"]?.startsWith("multipart")
    ? new Uint8Array(await request.arrayBuffer())
    : await request.text();
  return { url: new URL(url), method, headers, data, signal };
}
