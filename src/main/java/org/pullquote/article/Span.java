package org.pullquote.article;

/**
 * A half-open range {@code [start, end)} of UTF-16 code units in some text: what Java strings and
 * Telegram entities both count.
 *
 * @param start first code unit, 0 or more
 * @param end one past the last code unit, not less than {@code start}
 */
public record Span(int start, int end) {

  /**
   * @throws IllegalArgumentException if {@code start} is negative or {@code end} is before it
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: [" + start + ", " + end + ")");
    }
  }

  /** The number of UTF-16 code units covered. */
  public int length() {
    return end - start;
  }

  /** Whether the two ranges share at least one code unit. */
  public boolean overlaps(Span other) {
    return Math.max(start, other.start) < Math.min(end, other.end);
  }

  /** Whether {@code other} lies wholly within this range. */
  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  /**
   * The same range, moved.
   *
   * @param by code units to add to both ends; may be negative
   * @throws IllegalArgumentException if the range would start before 0
   */
  public Span shift(int by) {
    return new Span(start + by, end + by);
  }

  /**
   * The text that this range covers.
   *
   * @throws IllegalArgumentException if the range reaches past the end of {@code text}
   */
  public String in(String text) {
    if (end > text.length()) {
      throw new IllegalArgumentException(
          "[" + start + ", " + end + ") reaches past a text of " + text.length());
    }
    return text.substring(start, end);
  }
}
