/**
 * What code of the official SDK must say otherwise here. `before` compiles there and not here, `after` here.
 * Both see `stripe`, and what the package exports.
 */
export interface Difference {
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    what: "a response's expandable property is an id, or the object that was asked for",
    before: `
      const session = await stripe.checkout.sessions.retrieve("cs_1");
      export const id = typeof session.customer === "string" ? session.customer : session.customer?.id;`,
    after: `
      const session = await stripe.checkout.sessions.retrieve("cs_1");
      export const id = idOf(session.customer);`,
  },
  {
    what: "expand takes only what can be expanded",
    before: `export const charge = await stripe.charges.retrieve("ch_1", { expand: ["custmer"] });`,
    after: `export const charge = await stripe.charges.retrieve("ch_1", { expand: ["customer"] });`,
  },
  {
    what: "a response's status and headers are called as in fetch",
    before: `
      const { lastResponse } = await stripe.balance.retrieve();
      export const seen = [lastResponse.statusCode, lastResponse.headers["request-id"]];`,
    after: `
      const { lastResponse } = await stripe.balance.retrieve();
      export const seen = [lastResponse.status, lastResponse.headers.get("request-id")];`,
  },
  {
    what: "an error's headers are those of fetch",
    before: `
      export const seen = (error: Stripe.errors.StripeError) => error.headers["request-id"];`,
    after: `
      export const seen = (error: Stripe.errors.StripeError) => error.headers?.get("request-id");`,
  },
  {
    what: "a file's content is bytes, not a text",
    before: `
      const file = { data: "a,b", name: "a.csv", type: "text/csv" };
      await stripe.files.create({ purpose: "dispute_evidence", file });`,
    after: `
      const file = { data: new Blob(["a,b"]), name: "a.csv", type: "text/csv" };
      await stripe.files.create({ purpose: "dispute_evidence", file });`,
  },
  {
    what: "a download is a web stream",
    before: `(await stripe.quotes.pdf("qt_1")).on("end", () => console.log("read"));`,
    after: `export const bytes = await new Response(await stripe.quotes.pdf("qt_1")).arrayBuffer();`,
  },
  {
    what: "OAuth is not part of the API's description",
    before: `export const url = stripe.oauth.authorizeUrl({ client_id: "ca_1", response_type: "code" });`,
    after: `export const url = "https://connect.stripe.com/oauth/authorize?response_type=code";`,
  },
];
