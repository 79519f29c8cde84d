package org.pullquote.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pullquote.Fixtures;
import org.pullquote.console.ConsoleChat;

/**
 * Plays the scenes of {@code src/test/resources/scenes}: what readers do and what they see, for
 * people to read. Each is played with the bot over the wire, and in the terminal but for those that
 * only Telegram can show. {@code -Dscenes.update=true} writes down what is seen now.
 */
class SceneTest {

  private static final Path SCENES = Path.of("src", "test", "resources", "scenes");

  /** What a button does, for who types. */
  private static final Map<String, String> TYPED =
      Map.of(
          "In context", "/context",
          "More", "/more",
          "Next ›", "/more",
          "‹ Previous", "/back",
          "‹ Back to the answer", "/back");

  @TempDir Path folder;

  static Stream<Path> scenes() throws IOException {
    try (Stream<Path> files = Files.list(SCENES)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList().stream();
    }
  }

  /** The lines above the first empty one: "key: value", behind a title. */
  private static Map<String, String> settings(List<String> lines) {
    Map<String, String> settings = new HashMap<>();
    for (String line : lines.subList(1, lines.indexOf(""))) {
      String[] parts = line.split(": ", 2);
      settings.put(parts[0], parts[1]);
    }
    return settings;
  }

  private static List<String> acts(List<String> lines) {
    return lines.subList(lines.indexOf(""), lines.size()).stream()
        .filter(line -> line.matches("(Reader|Another reader|\\(The ).*"))
        .toList();
  }

  private static List<String> head(List<String> lines) {
    return lines.subList(0, lines.indexOf(""));
  }

  @ParameterizedTest
  @MethodSource("scenes")
  void playsOverTheWire(Path scene) throws Exception {
    List<String> lines = Files.readAllLines(scene);
    List<String> played = new ArrayList<>(head(lines));
    try (WireStage stage = new WireStage(folder, settings(lines))) {
      for (String act : acts(lines)) {
        played.add("");
        played.add(act);
        played.addAll(stage.act(act));
      }
      assertEquals(List.of(), stage.refused());
    }
    if (Boolean.getBoolean("scenes.update")) {
      Files.write(scene, played);
    }
    assertEquals(String.join("\n", lines), String.join("\n", played));
  }

  /** Those that a terminal can show. */
  static Stream<Path> terminalScenes() throws IOException {
    List<Path> scenes = new ArrayList<>();
    for (Path scene : scenes().toList()) {
      if (!settings(Files.readAllLines(scene)).containsKey("only")) {
        scenes.add(scene);
      }
    }
    return scenes.stream();
  }

  @ParameterizedTest
  @MethodSource("terminalScenes")
  void playsInTheTerminal(Path scene) throws Exception {
    List<String> lines = Files.readAllLines(scene);
    StringWriter out = new StringWriter();
    List<String> typed = acts(lines).stream().map(SceneTest::typed).toList();
    new ConsoleChat(Fixtures.conversation(Fixtures.ARTICLE))
        .lines(new StringReader(String.join("\n", typed)), new PrintWriter(out));
    assertEquals(seenInTerminal(lines), out.toString().strip());
  }

  private static String typed(String act) {
    String text = act.substring(act.indexOf(": ") + 2);
    return act.contains(" presses: ") ? TYPED.get(text) : text;
  }

  /** What the bot says in a scene, without what a terminal does not show. */
  private static String seenInTerminal(List<String> lines) {
    StringBuilder seen = new StringBuilder();
    for (String line : lines.subList(lines.indexOf(""), lines.size())) {
      boolean said = line.startsWith("  ") && !line.matches("  \\[.*\\]");
      if (said) {
        seen.append(
                line.substring(2)
                    .replace("**", "")
                    .replaceFirst("^>> ", "> ")
                    .replaceFirst("^\\((.*\\?)\\)$", "• $1"))
            .append('\n');
      } else if (line.isEmpty()) {
        seen.append('\n');
      }
    }
    return seen.toString().strip();
  }
}
