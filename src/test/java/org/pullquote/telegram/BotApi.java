package org.pullquote.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The Bot API as data: tells what is wrong with a request. */
public final class BotApi {

  /** What the library adds to each request; Telegram ignores it. */
  private static final String METHOD_FIELD = "method";

  private final Map<String, JsonNode> methods = new HashMap<>();
  private final Map<String, JsonNode> types = new HashMap<>();

  public BotApi(Path file) throws IOException {
    for (JsonNode section : new ObjectMapper().readTree(file.toFile()).path("items")) {
      for (JsonNode item : section.path("children")) {
        boolean isMethod = item.path("category").asText().equals("methods");
        String name = item.path("name").asText();
        (isMethod ? methods : types).put(isMethod ? name.toLowerCase(Locale.ROOT) : name, item);
      }
    }
    if (methods.isEmpty() || types.isEmpty()) {
      throw new IOException(file + " describes no methods or no types");
    }
  }

  /** Each fault of a request, in words; none where the API knows it as it is. */
  public List<String> faults(String method, JsonNode request) {
    JsonNode description = methods.get(method.toLowerCase(Locale.ROOT));
    if (description == null) {
      return List.of("there is no method " + method);
    }
    List<String> faults = new ArrayList<>();
    checkFields(method, description, request, faults);
    return faults;
  }

  private void checkFields(
      String where, JsonNode description, JsonNode value, List<String> faults) {
    Map<String, JsonNode> fields = new HashMap<>();
    description
        .path("annotations")
        .forEach(field -> fields.put(field.path("name").asText(), field));
    for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
      String name = names.next();
      JsonNode field = fields.get(name);
      if (field != null) {
        checkType(where + "." + name, field.path("type").asText(), value.get(name), faults);
      } else if (!name.equals(METHOD_FIELD)) {
        faults.add(where + " has no parameter " + name);
      }
    }
    fields.forEach((name, field) -> {
      if (field.path("required").asBoolean() && !value.hasNonNull(name)) {
        faults.add(where + " lacks " + name);
      }
    });
  }

  private void checkType(String where, String type, JsonNode value, List<String> faults) {
    if (type.startsWith("Array of ")) {
      if (!value.isArray()) {
        faults.add(where + " is no array");
      }
      String of = type.substring("Array of ".length());
      value.forEach(item -> checkType(where + "[]", of, item, faults));
      return;
    }
    List<String> best = null;
    for (String one : type.split(" or |, ")) {
      List<String> found = new ArrayList<>();
      checkOne(where, one, value, found);
      if (best == null || found.size() < best.size()) {
        best = found;
      }
    }
    faults.addAll(best);
  }

  private void checkOne(String where, String type, JsonNode value, List<String> faults) {
    boolean right =
        switch (type) {
          case "String" -> value.isTextual();
          case "Integer" -> value.isIntegralNumber();
          case "Float" -> value.isNumber();
          case "Boolean", "True" -> value.isBoolean();
          default -> value.isObject() && types.containsKey(type);
        };
    if (!right) {
      faults.add(where + " is no " + type);
    } else if (value.isObject() && !types.get(type).path("annotations").isEmpty()) {
      checkFields(where, types.get(type), value, faults);
    }
  }
}
