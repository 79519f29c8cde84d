package org.pullquote.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Digest;
import org.pullquote.article.Span;

/**
 * A model that keeps what it read of passages on disk, so that a restart reads nothing again, and a
 * changed article only what changed. Where there is no more room, what was not asked for longest
 * goes. The folder may be deleted at any time.
 */
public final class StoredModel implements TextModel {

  /** All of a digest. */
  private static final int KEY_BYTES = 32;

  private final TextModel model;
  private final VectorStore store;
  private volatile @Nullable LastQuestion last;

  /** What was read last: asked of several articles, a question is read once. */
  private record LastQuestion(String text, QuestionVectors vectors) {}

  /**
   * @param model reads what is not kept yet; closed with this one
   * @param folder of what is kept; made when there is something to keep
   * @param most bytes that it may take, about
   */
  public StoredModel(TextModel model, Path folder, long most) {
    this.model = model;
    this.store = new VectorStore(folder, most);
  }

  @Override
  public String name() {
    return model.name();
  }

  @Override
  public QuestionVectors question(String text) {
    LastQuestion known = last;
    if (known == null || !known.text.equals(text)) {
      known = new LastQuestion(text, model.question(text));
      last = known;
    }
    return known.vectors;
  }

  @Override
  public Optional<Reading> read(QuestionVectors question, PassageVectors passage) {
    return model.read(question, passage);
  }

  @Override
  public List<PassageVectors> passages(String title, List<PassageText> texts) {
    Map<String, PassageText> wanted = byKey(title, texts);
    Map<String, PassageVectors> known = new LinkedHashMap<>();
    Map<String, Document> kept = new LinkedHashMap<>();
    store.recent(wanted.keySet()).forEach((key, found) -> known.put(key, VectorFields.read(found)));
    store
        .old(without(wanted, known).keySet())
        .forEach((key, found) -> {
          PassageVectors vectors = VectorFields.read(found);
          known.put(key, vectors);
          kept.put(key, VectorFields.write(vectors));
        });
    Map<String, PassageText> missing = without(wanted, known);
    List<PassageVectors> added =
        missing.isEmpty() ? List.of() : model.passages(title, List.copyOf(missing.values()));
    int next = 0;
    for (String key : missing.keySet()) {
      PassageVectors vectors = added.get(next++);
      kept.put(key, VectorFields.write(vectors));
      known.put(key, VectorFields.rounded(vectors));
    }
    store.keep(kept);
    return texts.stream().map(text -> known.get(key(title, text))).toList();
  }

  /** Where there is room, all of the passages is kept, since they will be asked. */
  @Override
  public List<float[]> meanings(String title, List<PassageText> texts) {
    if (store.hasRoom()) {
      return passages(title, texts).stream().map(PassageVectors::meaning).toList();
    }
    Map<String, PassageText> wanted = byKey(title, texts);
    Map<String, float[]> known = new LinkedHashMap<>();
    store
        .recent(wanted.keySet())
        .forEach((key, found) -> known.put(key, VectorFields.meaning(found)));
    store
        .old(without(wanted, known).keySet())
        .forEach((key, found) -> known.put(key, VectorFields.meaning(found)));
    Map<String, PassageText> missing = without(wanted, known);
    List<float[]> added =
        missing.isEmpty() ? List.of() : model.meanings(title, List.copyOf(missing.values()));
    int next = 0;
    for (String key : missing.keySet()) {
      known.put(key, added.get(next++));
    }
    return texts.stream().map(text -> known.get(key(title, text))).toList();
  }

  private Map<String, PassageText> byKey(String title, List<PassageText> texts) {
    Map<String, PassageText> byKey = new LinkedHashMap<>();
    texts.forEach(text -> byKey.put(key(title, text), text));
    return byKey;
  }

  private static Map<String, PassageText> without(
      Map<String, PassageText> wanted, Map<String, ?> known) {
    Map<String, PassageText> missing = new LinkedHashMap<>(wanted);
    missing.keySet().removeAll(known.keySet());
    return missing;
  }

  /** What is kept under a key depends on all that the model reads, and on the model. */
  private String key(String title, PassageText text) {
    Digest digest = new Digest();
    for (String part : List.of(model.name(), title, text.text())) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.add(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array()).add(bytes);
    }
    for (Span sentence : text.sentences()) {
      digest.add(
          ByteBuffer.allocate(2 * Integer.BYTES)
              .putInt(sentence.start())
              .putInt(sentence.end())
              .array());
    }
    return digest.hex(KEY_BYTES);
  }

  @Override
  public void close() {
    model.close();
  }
}
