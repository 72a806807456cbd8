/** What those who think in the world have in common: how deep, how hard, and who they are. */
package midgard.mind;
