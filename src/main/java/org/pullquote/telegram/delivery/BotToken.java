package org.pullquote.telegram.delivery;

import java.util.regex.Pattern;

/** The secret that Telegram gave a bot. It shows itself to nobody who does not ask for it. */
public final class BotToken {

  private static final Pattern FORM = Pattern.compile("[0-9]{1,18}:[A-Za-z0-9_-]+");

  private final String secret;

  /**
   * @param secret as @BotFather wrote it; white space around it is ignored
   * @throws IllegalArgumentException if it does not look like one; the message does not repeat it
   */
  public BotToken(String secret) {
    this.secret = secret.strip();
    if (!FORM.matcher(this.secret).matches()) {
      throw new IllegalArgumentException(
          "this is no bot token: it should look like 123456:ABC-def, as @BotFather gives it");
    }
  }

  /** The token itself, for the library and for keeping it out of logs. */
  public String secret() {
    return secret;
  }

  /** The bot's own id, which is no secret. */
  public long botId() {
    return Long.parseLong(secret.substring(0, secret.indexOf(':')));
  }

  @Override
  public String toString() {
    return "(bot token)";
  }
}
