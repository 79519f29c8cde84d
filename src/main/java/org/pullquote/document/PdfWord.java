package org.pullquote.document;

/**
 * A word on a page. Lengths are in points, 1/72 inch; y grows downwards.
 *
 * @param text its letters
 * @param left where it begins
 * @param right where it ends
 * @param baseline the line that it stands on
 * @param size of its letters
 */
record PdfWord(String text, float left, float right, float baseline, float size) {}
