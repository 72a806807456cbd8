/**
 * A schema registry with the REST surface of Confluent's, for Avro, on the compacted topic {@code
 * _schemas} and in Confluent's own record format, so that a real registry can take its place.
 *
 * <p>It is one writer on one topic: run one of it per cluster. Contexts, rule sets and metadata of
 * newer Confluent versions are refused, never ignored.
 */
package midgard.stack.registry;
