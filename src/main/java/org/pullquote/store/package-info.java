/**
 * What must survive a crash: what was asked and not answered yet, and what was answered and not
 * sent yet.
 *
 * <p>{@link org.pullquote.store.DeliveryStore} says what can be kept, {@link
 * org.pullquote.store.AnswerStore} what is kept of answers for their buttons; {@link
 * org.pullquote.store.SqliteStore} keeps both, in one SQLite file; {@link
 * org.pullquote.store.InstanceLock} sees to it that one process does. The only package that knows
 * SQL.
 */
@NullMarked
package org.pullquote.store;

import org.jspecify.annotations.NullMarked;
