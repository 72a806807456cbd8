package midgard.sql.history;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The economy at one moment, as the economy agent saw it.
 *
 * @param zenyCirculation all zeny in the world
 * @param zenyPerCapita circulation through purses
 * @param activePlayers with a login or zeny event in 24 hours
 * @param priceIndexMilli 1000: prices are at their base
 * @param inflationRate change of the price index in 24 hours; 0.05 is 5 %
 * @param volume24h zeny paid for items in 24 hours
 * @param topFarmedItems JSON array
 * @param scarceItems JSON array
 */
public record EconomyPoint(
    String snapshotId,
    long zenyCirculation,
    long zenyPerCapita,
    long activePlayers,
    long priceIndexMilli,
    BigDecimal inflationRate,
    String economicIndicator,
    String health,
    int healthScoreMilli,
    long volume24h,
    long faucet24h,
    long sink24h,
    String topFarmedItems,
    String scarceItems,
    Instant timestamp) {}
