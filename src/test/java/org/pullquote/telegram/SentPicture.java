package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.pullquote.Fixtures;

/** How a picture looks that was sent, as a text that stands for it: {@code 1080 x 700 light}. */
record SentPicture(int width, int height, boolean isDark) {

  private static final Pattern FORM = Pattern.compile("(\\d+) x (\\d+) (dark|light)");

  /** Of https://core.telegram.org/bots/api#sendphoto: width and height together, in pixels. */
  private static final int MOST_PIXELS = 10_000;

  private static final int STEEPEST = 20;

  /** The looks of a file; 0 x 0 where it is no picture. */
  static SentPicture of(byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    if (image == null) {
      return new SentPicture(0, 0, false);
    }
    int ground = image.getRGB(0, 0);
    int brightness = (ground >> 16 & 0xFF) + (ground >> 8 & 0xFF) + (ground & 0xFF);
    return new SentPicture(image.getWidth(), image.getHeight(), brightness < 3 * 128);
  }

  private static Optional<SentPicture> read(String looks) {
    Matcher form = FORM.matcher(looks);
    return form.matches()
        ? Optional.of(
            new SentPicture(
                Integer.parseInt(form.group(1)),
                Integer.parseInt(form.group(2)),
                form.group(3).equals("dark")))
        : Optional.empty();
  }

  /** Whether Telegram takes it as a photo. */
  static boolean isPhoto(String looks) {
    return read(looks)
        .filter(picture -> Math.min(picture.width, picture.height) > 0)
        .filter(picture -> picture.width + picture.height <= MOST_PIXELS)
        .filter(picture -> picture.longer() <= STEEPEST * Math.min(picture.width, picture.height))
        .isPresent();
  }

  private int longer() {
    return Math.max(width, height);
  }

  /** As a photo stands in a message: its sizes. */
  static JsonNode asPhoto(String looks) {
    // What stands behind a link, Telegram alone sees.
    SentPicture picture = read(looks).orElse(new SentPicture(90, 60, false));
    ArrayNode sizes = Fixtures.JSON.createArrayNode();
    sizes
        .addObject()
        .put("file_id", looks)
        .put("file_unique_id", looks)
        .put("width", picture.width)
        .put("height", picture.height);
    return sizes;
  }

  /** As a file stands in a message. */
  static JsonNode asDocument(String looks) {
    return Fixtures.JSON.createObjectNode().put("file_id", looks).put("file_unique_id", looks);
  }

  /** The picture in a message of the bot's. */
  static Optional<SentPicture> shownIn(JsonNode message) {
    return Stream.of("/photo/0/file_id", "/document/file_id")
        .map(message::at)
        .filter(JsonNode::isTextual)
        .flatMap(looks -> read(looks.asText()).stream())
        .findFirst();
  }

  @Override
  public String toString() {
    return width + " x " + height + (isDark ? " dark" : " light");
  }
}
