package org.pullquote.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class RoundedVectorsTest {

  private static final float[][] VECTORS = {{0.5f, -12.7f, 3}, {0, 0, 0}, {1e-3f, -1e-3f, 5e-4f}};

  private static float[] row(RoundedVectors vectors, int row) {
    float[] numbers = new float[3];
    vectors.copy(row, FloatBuffer.wrap(numbers));
    return numbers;
  }

  @Test
  void keepsEachVectorToWithinHalfAStep() {
    RoundedVectors rounded = RoundedVectors.of(VECTORS);
    assertEquals(3, rounded.size());
    assertArrayEquals(VECTORS[0], row(rounded, 0), 0.05f);
    assertArrayEquals(VECTORS[1], row(rounded, 1));
    assertArrayEquals(VECTORS[2], row(rounded, 2), 4e-6f);
  }

  @Test
  void readsWhatItWrote() {
    RoundedVectors rounded = RoundedVectors.of(VECTORS);
    RoundedVectors read = RoundedVectors.decode(ByteBuffer.wrap(rounded.encoded()));
    for (int i = 0; i < VECTORS.length; i++) {
      assertArrayEquals(row(rounded, i), row(read, i));
    }
    RoundedVectors none = RoundedVectors.of(new float[0][]);
    assertEquals(0, RoundedVectors.decode(ByteBuffer.wrap(none.encoded())).size());
  }
}
