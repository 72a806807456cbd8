/**
 * Asks language models for texts that agents wish for. Stands outside the topology: it reads {@code
 * llm.requests} and answers into the inbox of who asked. What a model says is text, never a deed.
 */
package midgard.service.models;
