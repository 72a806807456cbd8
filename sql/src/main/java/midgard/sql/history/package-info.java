/**
 * Questions about the past, answered from the rows that the projection writes. Answers are as new
 * as {@link midgard.sql.Projection#lag} says; every one is bounded.
 */
package midgard.sql.history;
