package org.pullquote.text;

import java.util.regex.Pattern;

/**
 * Text without what cannot be seen and changes what can: zero-width spaces, marks that turn the
 * direction of writing, control characters. Joiners stay, since scripts and emoji need them.
 */
public final class PlainText {

  private static final Pattern SPACES =
      Pattern.compile("[\\s\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+");

  /** Those of Unicode's format characters that hide or turn text, and controls but for layout. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\u0000-\\u0008\\u000e-\\u001f\\u007f\\u00ad\\u180e\\u200b\\u2060-\\u2064"
              + "\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufff9-\\ufffb]"
              // Letters that only programs read; the flag of England is written in them.
              + "|(?<!\\x{1F3F4}[\\x{E0020}-\\x{E007F}]{0,8})[\\x{E0000}-\\x{E007F}]");

  private static final int LAST_ASCII = 0x7f;

  private PlainText() {}

  /** The text without unseen characters; its lines stay. */
  public static String of(String text) {
    return text.chars().anyMatch(PlainText::mayBeUnseen)
        ? UNSEEN.matcher(text).replaceAll("")
        : text;
  }

  /** A quick look, since nearly no text has any: the pattern is slow and looks at each letter. */
  private static boolean mayBeUnseen(int unit) {
    return unit <= LAST_ASCII
        ? Character.isISOControl(unit)
        : Character.getType(unit) == Character.FORMAT || Character.isSurrogate((char) unit);
  }

  /** The same in one line, with single spaces and none around it. */
  public static String line(String text) {
    return SPACES.matcher(of(text)).replaceAll(" ").strip();
  }
}
