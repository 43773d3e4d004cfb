/** OpenTelemetry spans of a client's attempts, by its hooks: an example for who traces calls. */
import {
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from "@opentelemetry/api";
import type { ClientOptions } from "../../../templates/runtime/client.js";

/** Options for any client: one span for each attempt, by the template of its path. */
export function traced(
  tracer: Tracer,
): Pick<ClientOptions, "onAttempt" | "onRequest" | "onResponse"> {
  const spans = new WeakMap<object, Span>();
  return {
    onRequest({ call, retries, url, headers }) {
      const span = tracer.startSpan(`${call.method} ${call.path}`, {
        kind: SpanKind.CLIENT,
        attributes: {
          "http.request.method": call.method,
          "url.template": call.path,
          "server.address": new URL(url).hostname,
          "http.request.resend_count": retries,
        },
      });
      spans.set(call, span);
      propagation.inject(trace.setSpan(context.active(), span), headers, {
        set: (carrier, name, value) => carrier.set(name, value),
      });
    },
    onResponse({ call, response }) {
      spans.get(call)?.setAttribute("http.response.status_code", response.status);
    },
    onAttempt({ call, error }) {
      const span = spans.get(call);
      if (error !== undefined) {
        span?.recordException(error);
        span?.setStatus({ code: SpanStatusCode.ERROR, message: error.name });
      }
      span?.end();
    },
  };
}
