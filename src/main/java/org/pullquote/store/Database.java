package org.pullquote.store;

import java.sql.SQLException;

/**
 * Where the rows are. Methods may be called by several threads at once, and throw {@link
 * StoreException} where the database fails them.
 */
interface Database extends AutoCloseable {

  /** Something done within a transaction. Done again where it has to be: it keeps nothing else. */
  interface Work<T> {
    T run(Transaction transaction) throws SQLException;
  }

  /**
   * Does something, all of it or nothing, whether or not the thread is interrupted. What others
   * have committed is seen from one statement to the next: what depends on a row as it was read
   * must say so in the statement that changes it.
   */
  <T> T transaction(Work<T> work);

  /** Takes deleted rows off the disk, as far as they still stand there. */
  void erase();

  /** Lets go of the database; what was kept stays. */
  @Override
  void close();
}
