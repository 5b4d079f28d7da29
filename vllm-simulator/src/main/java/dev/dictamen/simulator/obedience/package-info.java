/**
 * A model that obeys whoever speaks to it ({@code --obedient}): every order that it knows and that reaches it outside the
 * delimited data is carried out. It shows whether a chat can reach the judge as anything but data; it says nothing about
 * what a real model makes of an order within the data.
 */
@NullMarked
package dev.dictamen.simulator.obedience;

import org.jspecify.annotations.NullMarked;
