import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { defaultResource, detectResources, envDetector } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ConsoleSpanExporter,
} from '@opentelemetry/sdk-trace-base';
import type { StoreObserver } from '../../event-store/observer';
import type { LogObserver } from '../log-observer';
import { CommandIds } from './command-ids';
import { logSpans } from './log-spans';
import { storeSpans } from './store-spans';
import type { SpanExporterName } from './wanted';

/** Observers that make spans, and how to send what is left of them. */
export type Tracing = {
  readonly store: StoreObserver;
  readonly log: LogObserver;
  readonly flush: () => Promise<void>;
};

/**
 * Makes spans, as OpenTelemetry's variables want them. Not registered as the global tracer: spans of
 * Next's own would not know our traces.
 */
export const startTracing = (exporter: SpanExporterName): Tracing => {
  const ids = new CommandIds();
  const resource = defaultResource().merge(
    detectResources({ detectors: [serviceName, envDetector] }),
  );
  const exported = exporter === 'otlp' ? new OTLPTraceExporter() : new ConsoleSpanExporter();
  const provider = new BasicTracerProvider({
    idGenerator: ids,
    resource,
    spanProcessors: [new BatchSpanProcessor(exported)],
  });
  const tracer = provider.getTracer('roomlog');
  return {
    store: storeSpans(tracer, ids),
    log: logSpans(tracer),
    flush: () => provider.forceFlush(),
  };
};

/** Unless `OTEL_SERVICE_NAME` or `OTEL_RESOURCE_ATTRIBUTES` say otherwise. */
const serviceName = { detect: () => ({ attributes: { 'service.name': 'roomlog' } }) };
