package org.pullquote.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.Quote;
import org.pullquote.article.Span;
import org.pullquote.chat.Reply.Entry;
import org.pullquote.names.Entity;
import org.pullquote.names.EntityKind;
import org.pullquote.names.Mention;
import org.pullquote.names.Mention.Form;
import org.pullquote.names.WhoIsWho;

/** Whom and what an article names: each under its fullest name, with the passages it stands in. */
final class NameDirectory {

  private static final int MOST_OTHER_NAMES = 4;
  private static final int MOST_PASSAGES = 12;

  private final Article article;
  private final Map<Entity, Listed> listed = new LinkedHashMap<>();

  /** What is known of an entity: where each of its names stands first, and all its passages. */
  private static final class Listed {
    private final Map<String, Quote> names = new LinkedHashMap<>();
    private final Set<String> others = new LinkedHashSet<>();
    private final Set<Passage> passages = new LinkedHashSet<>();

    /** The fullest name where the article has it, else the longest of those that it has. */
    private Quote fullest(String name) {
      Quote asKnown = names.get(name);
      return asKnown != null
          ? asKnown
          : names.values().stream()
              .max(Comparator.comparingInt(quote -> quote.span().length()))
              .orElseThrow();
    }
  }

  NameDirectory(Article article, WhoIsWho names) {
    this.article = article;
    for (Passage passage : article.passages()) {
      for (Mention mention : names.mentions(passage)) {
        enter(passage, mention);
      }
    }
  }

  private void enter(Passage passage, Mention mention) {
    Listed entry = listed.computeIfAbsent(mention.entity(), entity -> new Listed());
    Span span = mention.span();
    String words = span.in(passage.text());
    entry.passages.add(passage);
    if (mention.form() == Form.NAME) {
      entry.names.putIfAbsent(words, Quote.of(article, passage, span));
    } else if (mention.form() == Form.ROLE || mention.form() == Form.DEMONYM) {
      entry.others.add(words);
    }
  }

  /** All of a kind that have a name, those in most passages first. */
  List<Entry> entries(EntityKind kind, Messages messages) {
    return listed.entrySet().stream()
        .filter(each -> each.getKey().kind() == kind && !each.getValue().names.isEmpty())
        .sorted(Comparator.comparingInt(each -> -each.getValue().passages.size()))
        .map(each -> entry(each.getKey(), each.getValue(), messages))
        .toList();
  }

  private static Entry entry(Entity entity, Listed listed, Messages messages) {
    Quote fullest = listed.fullest(entity.name());
    List<String> lines = new ArrayList<>();
    Set<String> others = new LinkedHashSet<>(listed.names.keySet());
    others.addAll(listed.others);
    others.remove(fullest.text());
    if (!others.isEmpty()) {
      lines.add(
          messages.get(
              "names.also",
              others.stream().limit(MOST_OTHER_NAMES).collect(Collectors.joining(", "))));
    }
    lines.add(places(listed.passages));
    return new Entry(fullest, String.join("\n", lines));
  }

  /** The commands that show the passages. */
  private static String places(Set<Passage> passages) {
    String first =
        passages.stream()
            .limit(MOST_PASSAGES)
            .map(passage -> "/" + passage.id())
            .collect(Collectors.joining(" "));
    return passages.size() > MOST_PASSAGES ? first + " …" : first;
  }
}
