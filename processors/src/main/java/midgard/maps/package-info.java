/** The maps of the game: sizes, kinds, climates and what lies next to what. */
package midgard.maps;
