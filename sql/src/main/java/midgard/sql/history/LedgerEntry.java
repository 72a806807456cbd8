package midgard.sql.history;

import java.time.Instant;

/**
 * One entry of the zeny ledger.
 *
 * @param amount zeny, signed
 * @param kind opening, faucet, sink or transfer
 * @param reason null for an opening
 * @param counterparty the other player; null when there is none
 * @param balance the purse after it, as the game told; null when it did not
 * @param cause the record that led to it, a JSON object
 */
public record LedgerEntry(
    String entryId,
    long playerId,
    long amount,
    String kind,
    String reason,
    Long counterparty,
    Long balance,
    String cause,
    Instant timestamp) {}
