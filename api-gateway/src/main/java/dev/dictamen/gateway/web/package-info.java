/** What browsers get beside data: the dashboard's files and problem bodies. */
@NullMarked
package dev.dictamen.gateway.web;

import org.jspecify.annotations.NullMarked;
