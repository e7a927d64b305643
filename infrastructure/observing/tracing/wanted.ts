/** Where spans go: to a collector that speaks OTLP, or to standard output. */
export type SpanExporterName = 'otlp' | 'console';

/** What the environment says about spans: where they go, nowhere, or why they cannot go there. */
export type TracingWanted = SpanExporterName | 'none' | { readonly problem: string };

/**
 * Reads OpenTelemetry's variables: spans are made when `OTEL_TRACES_EXPORTER` names an exporter, or an
 * OTLP endpoint is given; not when `OTEL_SDK_DISABLED` is true. All other variables (endpoint, headers,
 * sampler, batches, `OTEL_SERVICE_NAME`, …) are read by OpenTelemetry's own packages.
 */
export const tracingWanted = (env: NodeJS.ProcessEnv): TracingWanted => {
  if (env.OTEL_SDK_DISABLED?.toLowerCase() === 'true') return 'none';
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? env.OTEL_EXPORTER_OTLP_ENDPOINT;
  const exporter = env.OTEL_TRACES_EXPORTER ?? (endpoint ? 'otlp' : 'none');
  if (exporter === 'none' || exporter === 'console') return exporter;
  if (exporter !== 'otlp') {
    return { problem: `OTEL_TRACES_EXPORTER is "${exporter}"; use otlp, console or none` };
  }
  const protocol = env.OTEL_EXPORTER_OTLP_TRACES_PROTOCOL ?? env.OTEL_EXPORTER_OTLP_PROTOCOL;
  if (protocol === undefined || protocol === 'http/protobuf') return 'otlp';
  return {
    problem: `OTEL_EXPORTER_OTLP_PROTOCOL is "${protocol}"; spans are sent as http/protobuf only`,
  };
};
