package org.pullquote.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says in one line what is wrong with a database server, and what to do. */
final class ServerFaults {

  /** The oldest PostgreSQL that can be used. */
  static final int OLDEST = 14;

  private final StoreLocation.Server server;
  private final String schema;

  ServerFaults(StoreLocation.Server server, String schema) {
    this.server = server;
    this.schema = schema;
  }

  /** What a failure of the driver, or of what calls it, means. */
  StoreException of(Exception failure) {
    SQLException told = told(failure);
    String state = told == null ? "" : String.valueOf(told.getSQLState());
    String said = Migrations.oneLine(told == null ? failure : told);
    return new StoreException(server.name() + " " + advice(state, said), failure);
  }

  /** The failure that has a state, however it is wrapped. */
  private static @Nullable SQLException told(Exception failure) {
    SQLException told = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && (told == null || sql.getSQLState() != null)) {
        told = sql;
      }
    }
    return told;
  }

  private String advice(String state, String said) {
    return switch (state) {
      case "28P01", "28000" ->
          "refuses user \"%s\" or the password (%s): check store.user and PULLQUOTE_STORE_PASSWORD or store.password-file"
              .formatted(server.user(), said);
      case "3D000" ->
          "is no database there (%s): make it (CREATE DATABASE … OWNER \"%s\"), or correct store.url"
              .formatted(said, server.user());
      case "42501" ->
          "does not permit what is needed (%s): make the schema (CREATE SCHEMA %s AUTHORIZATION \"%s\"), or let the user make it (GRANT CREATE ON DATABASE … TO \"%s\")"
              .formatted(said, schema, server.user(), server.user());
      case "53300", "57P03" ->
          "takes no connection now (%s): it is starting, stopping or full".formatted(said);
      case "53100" -> "cannot write (%s): its disk is full".formatted(said);
      default ->
          isUnreachable(state)
              ? "cannot be reached (%s): is the server running, and is store.url right?"
                  .formatted(said)
              : "cannot be used (%s%s)"
                  .formatted(said, state.isEmpty() ? "" : "; SQLSTATE " + state);
    };
  }

  /** Class 08 is the connection, 57P01 and 57P02 its end by the server; none is the pool's. */
  private static boolean isUnreachable(String state) {
    return state.isEmpty()
        || state.equals("null")
        || state.startsWith("08")
        || state.startsWith("57P0");
  }

  /** That the tables are of a newer version. */
  StoreException newer(int version) {
    return new StoreException(
        "%s, schema %s, was written by a newer Pullquote (version %d of the tables, this one knows %d): run that one"
            .formatted(server.name(), schema, version, Migrations.VERSION));
  }

  /** That the server is too old. */
  StoreException old(String version) {
    return new StoreException(
        "%s is PostgreSQL %s: version %d or newer is needed"
            .formatted(server.name(), version, OLDEST));
  }

  /** That it cannot be found out whether the last transaction was kept. */
  StoreException unknown(SQLException failure) {
    return new StoreException(
        server.name()
            + " was lost in the middle of a commit, and does not come back to say whether that was"
            + " kept ("
            + Migrations.oneLine(failure)
            + ")",
        failure);
  }

  /** That it was closed. */
  StoreException closed() {
    return new StoreException(server.name() + " is not used any more: the program ends");
  }
}
