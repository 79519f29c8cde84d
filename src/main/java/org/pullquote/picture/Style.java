package org.pullquote.picture;

/** How large a text is, in pixels, and whether it is bold. The smallest is legible on a phone. */
enum Style {
  TITLE(46, true),
  NODE(34, true),
  LABEL(30, false),
  FOOTER(30, false);

  private final int size;
  private final boolean bold;

  Style(int size, boolean bold) {
    this.size = size;
    this.bold = bold;
  }

  int size() {
    return size;
  }

  boolean bold() {
    return bold;
  }
}
