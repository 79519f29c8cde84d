package org.pullquote.text;

import org.jspecify.annotations.Nullable;
import org.pullquote.text.ReadResult.Reason;

/** What a document says that a block is, by its styles or by how it is set. */
public enum Role {
  /** It says nothing: the words have to tell. */
  UNTOLD(null),
  HEADLINE(null),
  STANDFIRST(null),
  /** Text of the article, however short: an item of a list, a quotation. */
  PARAGRAPH(null),
  CAPTION(null),
  HEADING(Reason.CROSSHEAD),
  MARGIN(Reason.MARGIN),
  ROTATED(Reason.ROTATED),
  SMALL(Reason.SMALL),
  NOTE(Reason.NOTE),
  TABLE(Reason.TABLE),
  CODE(Reason.CODE);

  private final @Nullable Reason reason;

  Role(@Nullable Reason reason) {
    this.reason = reason;
  }

  /** Why such a block is no passage; null where it may be one. */
  @Nullable Reason reason() {
    return reason;
  }
}
