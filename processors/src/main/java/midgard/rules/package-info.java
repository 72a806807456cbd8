/** Numbers of the game that several agents go by. */
package midgard.rules;
