package org.pullquote.search;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * Vectors rounded to a byte a number, each vector scaled by its own largest: a quarter of the room.
 * Kept rounded in memory too, so that what is read again from disk is what was there before.
 */
public final class RoundedVectors {

  private final byte[][] rows;
  private final float[] scales;

  private RoundedVectors(byte[][] rows, float[] scales) {
    this.rows = rows;
    this.scales = scales;
  }

  /** Rounds vectors of one length. */
  public static RoundedVectors of(float[][] vectors) {
    byte[][] rows = new byte[vectors.length][];
    float[] scales = new float[vectors.length];
    for (int i = 0; i < rows.length; i++) {
      float largest = 0;
      for (float number : vectors[i]) {
        largest = Math.max(largest, Math.abs(number));
      }
      scales[i] = coarse(largest / Byte.MAX_VALUE);
      rows[i] = new byte[vectors[i].length];
      for (int j = 0; largest > 0 && j < rows[i].length; j++) {
        rows[i][j] =
            (byte)
                Math.clamp(Math.round(vectors[i][j] / scales[i]), -Byte.MAX_VALUE, Byte.MAX_VALUE);
      }
    }
    return new RoundedVectors(rows, scales);
  }

  /**
   * A scale of 16 bits, of which any multiple that is used fits a number: what was rounded once
   * stays as it is when it is rounded again.
   */
  private static float coarse(float scale) {
    return Float.intBitsToFloat(Float.floatToIntBits(scale) + 0x80 & ~0xff);
  }

  /** As they were before, but for the rounding. */
  float[][] vectors() {
    float[][] vectors = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      vectors[i] = new float[rows[i].length];
      for (int j = 0; j < rows[i].length; j++) {
        vectors[i][j] = rows[i][j] * scales[i];
      }
    }
    return vectors;
  }

  /** How many vectors. */
  int size() {
    return rows.length;
  }

  /** Writes a vector where a buffer stands. */
  void copy(int row, FloatBuffer to) {
    for (byte number : rows[row]) {
      to.put(number * scales[row]);
    }
  }

  /** As bytes: how many vectors, how long each is, then each with its scale before it. */
  byte[] encoded() {
    int length = rows.length == 0 ? 0 : rows[0].length;
    ByteBuffer buffer =
        ByteBuffer.allocate(2 * Integer.BYTES + rows.length * (Float.BYTES + length));
    buffer.putInt(rows.length).putInt(length);
    for (int i = 0; i < rows.length; i++) {
      buffer.putFloat(scales[i]).put(rows[i]);
    }
    return buffer.array();
  }

  static RoundedVectors decode(ByteBuffer buffer) {
    byte[][] rows = new byte[buffer.getInt()][];
    int length = buffer.getInt();
    float[] scales = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      scales[i] = buffer.getFloat();
      rows[i] = new byte[length];
      buffer.get(rows[i]);
    }
    return new RoundedVectors(rows, scales);
  }
}
