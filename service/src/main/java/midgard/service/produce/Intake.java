package midgard.service.produce;

import midgard.schemas.serde.SchemaIds;
import midgard.schemas.topic.Topics;
import midgard.topology.receipt.Receipts;

/**
 * What taking events in needs.
 *
 * @param receipts by which a batch learns what became of its events
 */
public record Intake(EventLog log, Receipts receipts, Topics topics, SchemaIds ids) {}
