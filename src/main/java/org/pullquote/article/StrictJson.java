package org.pullquote.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads JSON that people write: one value and nothing behind it, its faults in plain words. */
public final class StrictJson {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private StrictJson() {}

  /**
   * Reads one value.
   *
   * @throws JsonProcessingException if the text is not one; see {@link #fault}
   */
  public static JsonNode read(String text) throws JsonProcessingException {
    return JSON.readTree(text);
  }

  /** What is wrong, without the parser's account of its own source. */
  public static String fault(JsonProcessingException e) {
    return "not JSON: " + e.getOriginalMessage().replaceFirst("\\s*\\((?s:start marker).*", "");
  }

  /** The line that is wrong, counted from 1. */
  public static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 1 : e.getLocation().getLineNr();
  }
}
