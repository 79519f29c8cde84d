package org.pullquote.picture;

/** A picture as a PNG. */
public final class Picture {

  private final byte[] png;
  private final int width;
  private final int height;

  Picture(byte[] png, int width, int height) {
    this.png = png;
    this.width = width;
    this.height = height;
  }

  /** The bytes of the file; a copy. */
  public byte[] png() {
    return png.clone();
  }

  /** In pixels. */
  public int width() {
    return width;
  }

  /** In pixels. */
  public int height() {
    return height;
  }
}
