/**
 * What must survive a crash: what was asked and not answered yet, and what was answered and not
 * sent yet.
 *
 * <p>{@link org.pullquote.store.DeliveryStore} says what can be kept, {@link
 * org.pullquote.store.AnswerStore} what is kept of answers for their buttons; {@link
 * org.pullquote.store.SqlStore} keeps both, where a {@link org.pullquote.store.StoreLocation} says:
 * in one SQLite file, which {@link org.pullquote.store.InstanceLock} keeps to one process, or in a
 * PostgreSQL database. What the two have in common is {@code Database}; their tables are made by
 * one set of scripts, {@code migration/V1__…} and so on, and {@code Migrations}. The only package
 * that knows SQL.
 */
@NullMarked
package org.pullquote.store;

import org.jspecify.annotations.NullMarked;
