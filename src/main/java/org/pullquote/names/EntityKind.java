package org.pullquote.names;

/** What a name is the name of. */
public enum EntityKind {
  PERSON,
  PLACE,
  ORGANISATION,
  /** Something else with a name, or nothing shows what it is. */
  OTHER
}
