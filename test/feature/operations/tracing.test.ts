/** The example of OpenTelemetry, with the SDK of OpenTelemetry. */
import { propagation } from "@opentelemetry/api";
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from "@opentelemetry/sdk-trace-base";
import { afterAll, beforeAll, expect, it } from "vitest";
import Stripe from "../../../generated/src/index.js";
import { request } from "../../../templates/runtime/call/request.js";
import { connectPlain } from "../../support/servers/plain.js";
import { ok, serve } from "../../support/servers/server.js";
import { traced } from "./tracing.js";

const exporter = new InMemorySpanExporter();
const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
const tracer = provider.getTracer("test");

beforeAll(() => {
  propagation.setGlobalPropagator({
    inject: (_, carrier, setter) => setter.set(carrier, "traceparent", "00-1-2-01"),
    extract: (context) => context,
    fields: () => ["traceparent"],
  });
});
afterAll(() => propagation.disable());

const finished = () =>
  exporter
    .getFinishedSpans()
    .splice(0)
    .map(({ name, attributes, status, events }) => ({
      name,
      again: attributes["http.request.resend_count"],
      http: attributes["http.response.status_code"],
      status: status.code,
      events: events.map((event) => event.name),
    }));

it("has a span for each attempt of any client", async () => {
  exporter.reset();
  await using server = await serve(ok({}, 503), ok({ id: 1 }));
  const client = connectPlain(server, traced(tracer));
  await request(client, { method: "GET", path: "/pets/{id}", pathParams: { id: "7" } });
  expect(finished()).toEqual([
    { name: "GET /pets/{id}", again: 0, http: 503, status: 2, events: ["exception"] },
    { name: "GET /pets/{id}", again: 1, http: 200, status: 0, events: [] },
  ]);
  expect(server.received.map(({ headers }) => headers["traceparent"])).toEqual([
    "00-1-2-01",
    "00-1-2-01",
  ]);
});

it("has them of Stripe's class", async () => {
  exporter.reset();
  await using server = await serve(ok({ id: "cus_1", object: "customer" }));
  const stripe = new Stripe("sk_test_1", { baseUrl: server.url, ...traced(tracer) });
  await stripe.customers.retrieve("cus_1");
  expect(finished()).toMatchObject([{ name: "GET /v1/customers/{customer}", http: 200 }]);
});
