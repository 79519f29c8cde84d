package org.pullquote.telegram.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.pullquote.telegram.delivery.BotToken;

/**
 * What Telegram shows at the webhook, so that nobody else can bring updates. It follows from the
 * token, which does not follow from it: there is no second secret to keep.
 */
public final class WebhookSecret {

  private final String value;

  private WebhookSecret(String value) {
    this.value = value;
  }

  /** The secret of a bot: HMAC-SHA-256 of a fixed word under its token, in hexadecimal digits. */
  public static WebhookSecret of(BotToken token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.secret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] digest = mac.doFinal("webhook".getBytes(StandardCharsets.UTF_8));
      return new WebhookSecret(HexFormat.of().formatHex(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return "(webhook secret)";
  }
}
