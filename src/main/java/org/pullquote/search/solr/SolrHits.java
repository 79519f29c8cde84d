package org.pullquote.search.solr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrDocument;
import org.pullquote.search.HitSearch;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.LibraryFields;

/**
 * The hits of a collection. Terms are sent as they are, since they were made by the same analysis
 * as the collection's; what is wanted together is searched side by side.
 */
record SolrHits(SolrFiles files, ExecutorService threads) implements HitSearch {

  private static final String SCORE = "score";

  @Override
  public List<List<Hit>> hits(List<Wanted> searches, int most) throws IOException {
    List<Future<List<Hit>>> found = new ArrayList<>();
    for (Wanted wanted : searches) {
      found.add(threads.submit(() -> hits(wanted, most)));
    }
    List<List<Hit>> hits = new ArrayList<>();
    try {
      for (Future<List<Hit>> each : found) {
        hits.add(each.get());
      }
      return hits;
    } catch (ExecutionException e) {
      throw new IOException(String.valueOf(e.getCause() == null ? e : e.getCause()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the search was stopped", e);
    } finally {
      found.forEach(each -> each.cancel(true));
    }
  }

  private List<Hit> hits(Wanted wanted, int most) throws IOException, SolrServerException {
    SolrQuery query =
        switch (wanted) {
          case Words words -> query(words);
          case Meaning meaning -> query(meaning);
        };
    query.setFields(LibraryFields.FILE, SCORE).setRows(most);
    // What is wanted of a hit comes with it: no second round.
    query.set("distrib.singlePass", true);
    List<Hit> hits = new ArrayList<>();
    for (SolrDocument hit : files.query(query)) {
      hits.add(
          new Hit(
              SolrDocuments.text(hit, LibraryFields.FILE),
              ((Number) Objects.requireNonNull(hit.getFirstValue(SCORE))).floatValue()));
    }
    return hits;
  }

  private static SolrQuery query(Words words) {
    SolrQuery query = new SolrQuery();
    StringJoiner clauses = new StringJoiner(" ");
    int number = 0;
    for (Map.Entry<String, Float> term : words.terms().entrySet()) {
      String parameter = "term" + number++;
      query.set(parameter, term.getKey());
      words
          .fields()
          .forEach((field, boost) ->
              clauses.add(
                  "_query_:\"{!term f=%s v=$%s}\"^%s"
                      .formatted(field, parameter, boost * term.getValue())));
    }
    query.set("defType", "lucene");
    query.set("q.op", "OR");
    query.setQuery(clauses.toString());
    return query;
  }

  private static SolrQuery query(Meaning meaning) {
    SolrQuery query =
        new SolrQuery(
            "{!knn f=%s topK=%d v=$meaning}"
                .formatted(LibraryFields.MEANING, meaning.candidates()));
    query.set("meaning", Arrays.toString(meaning.vector()));
    query.set(SolrFiles.STATISTICS, false);
    return query;
  }

  @Override
  public List<IndexedFile> files(List<String> files) throws IOException {
    Map<String, IndexedFile> found = new HashMap<>();
    try {
      this.files.of(files).forEach(file -> found.put(file.file(), file));
    } catch (SolrServerException e) {
      throw new IOException(e);
    }
    return files.stream().filter(found::containsKey).map(found::get).toList();
  }
}
