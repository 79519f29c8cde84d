package org.pullquote.benchmark;

import dev.langchain4j.data.document.splitter.recursive.RecursiveDocumentSplitterFactory;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.pullquote.benchmark.QuestionSets.QuestionSet;

/** The figures as Markdown, with what they mean and what made them. */
record Report(LocalDate date, int most, List<QuestionSet> sets, List<Run> runs) {

  String markdown() {
    return """
        # Benchmark, %s

        Made by `./mvnw -q -Pbenchmark -Dbenchmark.most=%d > src/benchmark/report-%s.md` on %s.

        | system | what it is |
        |---|---|
        | Pullquote | this program with its default settings: its ranking, whether or not it then says that the article does not tell |
        | Lucene BM25 | Lucene %s as it comes: `StandardAnalyzer`, BM25 with default parameters, a passage a document |
        | Easy RAG | LangChain4j's Easy RAG %s (langchain4j-core %s, langchain4j-embeddings %s) with its defaults: recursive splitter (300 tokens, 30 of overlap), quantised bge-small-en-v1.5, store in memory, three results; the document is the article's passages with a blank line between them |

        Every system gets the same passages, each with its photo credit where it has one, and the same questions: those
        that the article answers, at most %d of a set, evenly spread over its articles.

        - **recall@1, recall@3**: the share of questions with a passage that answers on its own among the first one or
          three results. A segment of Easy RAG is longer than a passage and may hold several; it counts as each passage
          of which it holds more than half, in one run of words.
        - **first contains the answer**: the share of questions of which the first result contains the words that answer,
          letter for letter but for white space and the shape of quotation marks.
        - **words**: how many words the first one and the first three results have, in the mean: what a reader has to read.
          More words hold more answers; three segments of Easy RAG can be all of a short article.

        ## What is found

        | set | articles | questions | system | recall@1 | recall@3 | first contains the answer | words: first | first three |
        |---|--:|--:|---|--:|--:|--:|--:|--:|
        %s
        ## How long it takes

        In milliseconds, over all sets, warm: the questions on an article are asked twice, and the second time counts.
        Loading a model is not in it. All systems run in one JVM with its default options, one after another.

        | system | answer: p50 | p95 | p99 | indexing an article: p50 | slowest |
        |---|--:|--:|--:|--:|--:|
        %s"""
        .formatted(
            date,
            most,
            date,
            machine(),
            version(IndexWriter.class),
            version(RecursiveDocumentSplitterFactory.class),
            version(EmbeddingModel.class),
            version(AbstractInProcessEmbeddingModel.class),
            most,
            lines(sets.stream().flatMap(set -> runs.stream().map(run -> found(set, run)))),
            lines(runs.stream().map(Report::time)));
  }

  private static String found(QuestionSet set, Run run) {
    Figures figures = run.figures(set);
    return "| %s | %d | %d | %s | %s | %s | %s | %.0f | %.0f |"
        .formatted(
            set.name(),
            set.articles().size(),
            set.size(),
            run.name(),
            share(figures.recall(1)),
            share(figures.recall(3)),
            share(figures.firstContainsAnswer()),
            figures.words(1),
            figures.words(3));
  }

  private static String time(Run run) {
    Figures all = run.allFigures();
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.2f | %.0f | %.0f |",
        run.name(),
        all.millis(.5),
        all.millis(.95),
        all.millis(.99),
        run.indexingMillis(.5),
        run.indexingMillis(1));
  }

  /** As {@code .678}. */
  private static String share(double share) {
    return String.format(Locale.ROOT, "%.3f", share).replaceFirst("^0", "");
  }

  private static String lines(Stream<String> rows) {
    return rows.map(row -> row + "\n").collect(Collectors.joining());
  }

  private static String machine() {
    return "%d cores, %s %s, Java %s (%s)"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            System.getProperty("java.version"),
            System.getProperty("java.vm.name"));
  }

  /** The version of a library, as the name of its jar has it. */
  private static String version(Class<?> type) {
    String jar =
        Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath())
            .getFileName()
            .toString();
    return jar.replaceFirst("^.*?-(?=\\d)", "").replaceFirst("\\.jar$", "");
  }
}
