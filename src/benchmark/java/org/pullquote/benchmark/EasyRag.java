package org.pullquote.benchmark;

import dev.langchain4j.data.document.Document;
import dev.langchain4j.data.document.DocumentSplitter;
import dev.langchain4j.data.document.splitter.recursive.RecursiveDocumentSplitterFactory;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.langchain4j.rag.content.retriever.ContentRetriever;
import dev.langchain4j.rag.content.retriever.EmbeddingStoreContentRetriever;
import dev.langchain4j.rag.query.Query;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.EmbeddingStoreIngestor;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.pullquote.article.Article;

/**
 * LangChain4j's Easy RAG with its defaults: the splitter (300 tokens, 30 of overlap) and the
 * encoder (bge-small-en-v1.5, quantised) of its starter, the store in memory, three results. Both
 * are made once and named here, because the class path may hold another encoder, between which it
 * would not choose.
 */
final class EasyRag implements Contender {

  /** Kept, because a logger that nothing refers to forgets its level. */
  private static final Logger RUNTIME_LOG = Logger.getLogger("ai.djl");

  static {
    RUNTIME_LOG.setLevel(Level.SEVERE);
  }

  private final DocumentSplitter splitter = new RecursiveDocumentSplitterFactory().create();
  private final EmbeddingModel encoder = new BgeSmallEnV15QuantizedEmbeddingModel();

  @Override
  public String name() {
    return "Easy RAG";
  }

  @Override
  public Index index(Article article) {
    EmbeddingStore<TextSegment> store = new InMemoryEmbeddingStore<>();
    EmbeddingStoreIngestor.builder()
        .documentSplitter(splitter)
        .embeddingModel(encoder)
        .embeddingStore(store)
        .build()
        .ingest(
            Document.from(
                article.passages().stream()
                    .map(Texts::of)
                    .collect(Collectors.joining("\n\n"))));
    ContentRetriever retriever =
        EmbeddingStoreContentRetriever.builder()
            .embeddingStore(store)
            .embeddingModel(encoder)
            .build();
    // Filled by the pass that is not measured.
    Map<String, Set<String>> passagesOf = new HashMap<>();
    return question ->
        retriever.retrieve(Query.from(question)).stream()
            .map(content -> content.textSegment().text())
            .map(
                text ->
                    new Result(
                        text,
                        passagesOf.computeIfAbsent(
                            text, segment -> Texts.passagesIn(segment, article))))
            .toList();
  }
}
