package org.pullquote.size;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.article.Metadata;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.reading.ArticleJson;

/**
 * Articles of invented words, the same for the same seed and number: a headline, a standfirst,
 * paragraphs of one to three sentences with speech and names that come again, and captions with
 * credits; 25 passages in the mean, about 900 words, as news has.
 */
final class InventedArticles {

  private static final int FEWEST_PARAGRAPHS = 14;
  private static final int MOST_PARAGRAPHS = 26;
  private static final int MOST_CAPTIONS = 6;
  private static final String[] ROLES = {
    "President", "Prime Minister", "General", "Defence Minister", "Mayor", "Professor"
  };
  private static final String[] AGENCIES = {"Northwire", "Harbour Pictures", "Pool Photo"};

  private final InventedWords words;
  private final long seed;

  InventedArticles(long seed) {
    this.seed = seed;
    this.words = new InventedWords(seed);
  }

  /** What an article is about: names and words that come again in it. */
  private record Topic(List<String> people, List<String> words) {}

  /** The article of that number. */
  Article article(int number) {
    return article(number, 0);
  }

  /**
   * The article of that number, once more.
   *
   * @param version another one has another last paragraph
   */
  Article article(int number, int version) {
    Random random = new Random(seed * 31 + number);
    Topic topic = topic(random);
    List<Passage> passages = new ArrayList<>();
    String title = InventedWords.capital(sentence(random, topic, 9));
    passages.add(passage("headline", PassageKind.HEADLINE, 1, title, null));
    passages.add(
        passage("standfirst", PassageKind.STANDFIRST, 1, sentence(random, topic, 20) + ".", null));
    int paragraphs =
        FEWEST_PARAGRAPHS + random.nextInt(MOST_PARAGRAPHS - FEWEST_PARAGRAPHS + 1);
    for (int i = 1; i <= paragraphs; i++) {
      passages.add(
          passage("p" + i, PassageKind.PARAGRAPH, i, paragraph(random, topic), null));
    }
    int captions = random.nextInt(MOST_CAPTIONS + 1);
    for (int i = 1; i <= captions; i++) {
      String credit =
          words.name(random) + " " + words.name(random) + "/" + AGENCIES[random.nextInt(3)];
      passages.add(
          passage("c" + i, PassageKind.CAPTION, i, sentence(random, topic, 16) + ".", credit));
    }
    if (version > 0) {
      passages.add(
          passage(
              "p" + (paragraphs + 1),
              PassageKind.PARAGRAPH,
              paragraphs + 1,
              paragraph(new Random(version), topic),
              null));
    }
    Metadata metadata =
        new Metadata(
            title, "The Invented Post", List.of(), "2026-11-25", null, "en", List.of());
    return new Article(metadata, passages);
  }

  private static Passage passage(
      String id,
      PassageKind kind,
      int number,
      String text,
      @Nullable String credit) {
    return new Passage(
        id, kind, number, InventedWords.capital(text), credit, null, List.of());
  }

  private Topic topic(Random random) {
    List<String> people = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      people.add(words.name(random) + " " + words.name(random));
    }
    List<String> about = new ArrayList<>();
    while (about.size() < 40) {
      String word = words.next(random);
      if (!words.isCommon(word)) {
        about.add(word);
      }
    }
    return new Topic(people, about);
  }

  private String paragraph(Random random, Topic topic) {
    StringBuilder paragraph = new StringBuilder();
    int sentences = 1 + random.nextInt(3);
    for (int i = 0; i < sentences; i++) {
      String sentence = InventedWords.capital(sentence(random, topic, 12 + random.nextInt(18)));
      paragraph.append(paragraph.isEmpty() ? "" : " ");
      paragraph.append(
          random.nextInt(4) == 0
              ? "“" + sentence + ",” " + person(random, topic) + " said."
              : sentence + ".");
    }
    return paragraph.toString();
  }

  private String sentence(Random random, Topic topic, int length) {
    List<String> sentence = new ArrayList<>();
    while (sentence.size() < length) {
      int dice = random.nextInt(20);
      sentence.add(
          dice == 0
              ? person(random, topic)
              : dice < 4
                  ? topic.words.get(random.nextInt(topic.words.size()))
                  : words.next(random));
    }
    return String.join(" ", sentence);
  }

  /** A person, with first name, role or neither. */
  private static String person(Random random, Topic topic) {
    String name = topic.people.get(random.nextInt(topic.people.size()));
    String last = name.substring(name.indexOf(' ') + 1);
    return switch (random.nextInt(3)) {
      case 0 -> name;
      case 1 -> ROLES[random.nextInt(ROLES.length)] + " " + last;
      default -> last;
    };
  }

  /** A question on a passage of that article, with a name or rare words of it. */
  String question(int number) {
    Random random = new Random(seed * 17 + number);
    List<Passage> passages = article(number).passages();
    Passage about = passages.get(2 + random.nextInt(passages.size() - 2));
    List<String> rare = new ArrayList<>();
    for (String word : about.text().split("[^\\p{L}]+")) {
      if (word.length() > 2 && !words.isCommon(word.toLowerCase(Locale.ROOT))) {
        rare.add(word);
      }
    }
    Collections.shuffle(rare, random);
    return "What was said about " + String.join(" and ", rare.subList(0, Math.min(3, rare.size())))
        + "?";
  }

  /** A model that takes these words for what a text means. */
  HashedWords hashed() {
    return new HashedWords(words);
  }

  /** The name of that article's file. */
  static String file(int number) {
    return "article-%06d.json".formatted(number);
  }

  /** Writes the first articles into a folder, where they are not there. */
  void write(Path folder, int articles) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < articles; i++) {
      Path file = folder.resolve(file(i));
      if (!Files.exists(file)) {
        Files.writeString(file, ArticleJson.pretty(article(i)));
      }
    }
  }
}
