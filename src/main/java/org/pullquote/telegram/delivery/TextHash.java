package org.pullquote.telegram.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells equal texts of readers from others without keeping them. Without the key of the
 * installation, nobody can try which text a hash is of.
 */
public final class TextHash {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int SHOWN_BYTES = 12;

  private final SecretKeySpec key;

  /**
   * @param key the installation's, the same after a restart
   */
  public TextHash(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The same for questions that differ only in capitals and spaces. */
  public String question(String text) {
    return exactly(plain(text));
  }

  /** The same for the same text. */
  public String exactly(String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, SHOWN_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** A question without what makes no difference in it. */
  public static String plain(String question) {
    return question.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
