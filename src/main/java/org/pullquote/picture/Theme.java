package org.pullquote.picture;

/**
 * The colours of a picture, each as 0xRRGGBB. Text has a contrast of at least 4.5 to its ground.
 */
public enum Theme {
  LIGHT(0xF3F5F8, 0xFFFFFF, 0xCFD6E0, 0x17212B, 0x44515F, 0x8A97A6, 0x2F7DC4),
  DARK(0x17212B, 0x243342, 0x3B4D60, 0xF3F6F9, 0xB4C1CE, 0x6C8196, 0x5AA9EC);

  private final int ground;
  private final int card;
  private final int border;
  private final int text;
  private final int label;
  private final int line;
  private final int accent;

  Theme(int ground, int card, int border, int text, int label, int line, int accent) {
    this.ground = ground;
    this.card = card;
    this.border = border;
    this.text = text;
    this.label = label;
    this.line = line;
    this.accent = accent;
  }

  int ground() {
    return ground;
  }

  int card() {
    return card;
  }

  int border() {
    return border;
  }

  /** Of titles and names. */
  int text() {
    return text;
  }

  /** Of labels and the footer. */
  int label() {
    return label;
  }

  int line() {
    return line;
  }

  int accent() {
    return accent;
  }
}
