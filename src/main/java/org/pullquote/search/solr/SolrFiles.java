package org.pullquote.search.solr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.solr.client.solrj.SolrQuery;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.client.solrj.response.QueryResponse;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrDocumentList;
import org.apache.solr.common.params.CursorMarkParams;
import org.pullquote.search.IndexedFile;
import org.pullquote.search.LibraryFields;

/** What a collection keeps of files. */
record SolrFiles(SolrConnection connection, String collection) {

  /** Whether a query asks first how frequent its words are in all shards: a round more. */
  static final String STATISTICS = "distrib.statsCache";

  /** Documents are fetched so many at a time. */
  private static final int PAGE = 1_000;

  private static final String KIND_IS = "{!term f=" + LibraryFields.KIND + "}";
  private static final String ARTICLES = KIND_IS + LibraryFields.ARTICLE;
  private static final String TOUCHES = KIND_IS + SolrDocuments.TOUCH;

  SolrDocumentList query(SolrQuery query) throws IOException, SolrServerException {
    return connection.query(collection, query).getResults();
  }

  private static SolrQuery lookUp(String query, String... filters) {
    SolrQuery lookUp = new SolrQuery(query);
    lookUp.setFilterQueries(filters);
    lookUp.set(STATISTICS, false);
    return lookUp;
  }

  /** A query for documents about files. No name of a file has a slash. */
  private static SolrQuery about(List<String> files, String... filters) {
    SolrQuery about =
        lookUp("{!terms f=" + LibraryFields.ABOUT_FILE + " separator=/ v=$files}", filters);
    about.set("files", String.join("/", files));
    about.setRows(2 * files.size());
    return about;
  }

  /** What is kept of files, in no order. */
  List<IndexedFile> of(List<String> files) throws IOException, SolrServerException {
    if (files.isEmpty()) {
      return List.of();
    }
    List<SolrDocument> about = new ArrayList<>(query(about(files)));
    List<SolrDocument> touches = about.stream().filter(SolrDocuments::isTouch).toList();
    about.removeAll(touches);
    return SolrDocuments.read(about, touches);
  }

  /** Reads documents about files, in their order, with what is beside them. */
  private List<IndexedFile> read(List<SolrDocument> about) throws IOException, SolrServerException {
    List<String> files =
        about.stream().map(document -> SolrDocuments.text(document, LibraryFields.FILE)).toList();
    return files.isEmpty() ? List.of() : SolrDocuments.read(about, query(about(files, TOUCHES)));
  }

  /** The article of which a field has that value. */
  List<IndexedFile> article(String field, String value) throws IOException, SolrServerException {
    SolrQuery query = lookUp("{!term f=" + field + " v=$value}", ARTICLES);
    query.set("value", value);
    query.setRows(1);
    return read(query(query));
  }

  int size() throws IOException, SolrServerException {
    SolrQuery query = lookUp(ARTICLES);
    query.setRows(0);
    return (int) query(query).getNumFound();
  }

  /** A part of the articles, the last changed first. */
  List<IndexedFile> articles(int from, int most) throws IOException, SolrServerException {
    SolrQuery query = lookUp(ARTICLES);
    query.addSort(LibraryFields.MODIFIED, SolrQuery.ORDER.desc);
    query.addSort(LibraryFields.FILE, SolrQuery.ORDER.asc);
    query.setStart(from).setRows(most);
    return read(query(query));
  }

  /** All files. */
  void forEach(Consumer<IndexedFile> file) throws IOException, SolrServerException {
    SolrQuery all =
        lookUp(
            "{!terms f="
                + LibraryFields.KIND
                + "}"
                + LibraryFields.ARTICLE
                + ","
                + SolrDocuments.UNREAD);
    pages(all, page -> read(page).forEach(file));
  }

  /** The stamps of all files, by their names. */
  Map<String, String> stamps() throws IOException, SolrServerException {
    SolrQuery all =
        lookUp(
            "{!terms f=%s}%s,%s,%s"
                .formatted(
                    LibraryFields.KIND,
                    LibraryFields.ARTICLE,
                    SolrDocuments.UNREAD,
                    SolrDocuments.TOUCH));
    all.setFields(
        LibraryFields.ABOUT_FILE, LibraryFields.KIND, LibraryFields.STAMP, LibraryFields.DIGEST);
    Map<String, SolrDocument> about = new HashMap<>();
    List<SolrDocument> touches = new ArrayList<>();
    pages(
        all,
        page -> {
          for (SolrDocument document : page) {
            if (SolrDocuments.isTouch(document)) {
              touches.add(document);
            } else {
              about.put(SolrDocuments.text(document, LibraryFields.ABOUT_FILE), document);
            }
          }
        });
    return SolrDocuments.stamps(about, touches);
  }

  /** Documents that were fetched together. */
  private interface Page {
    void take(List<SolrDocument> documents) throws IOException, SolrServerException;
  }

  private void pages(SolrQuery all, Page page) throws IOException, SolrServerException {
    all.setRows(PAGE);
    all.setSort(SolrDocuments.ID, SolrQuery.ORDER.asc);
    String mark = CursorMarkParams.CURSOR_MARK_START;
    String next = "";
    while (!next.equals(mark)) {
      mark = next.isEmpty() ? mark : next;
      all.set(CursorMarkParams.CURSOR_MARK_PARAM, mark);
      QueryResponse response = connection.query(collection, all);
      page.take(response.getResults());
      next = response.getNextCursorMark();
    }
  }

  /** What made it; empty where that is not known. */
  String made() throws IOException, SolrServerException {
    SolrQuery query = lookUp(KIND_IS + SolrDocuments.MADE);
    query.setRows(1);
    SolrDocumentList found = query(query);
    return found.isEmpty() ? "" : SolrDocuments.text(found.getFirst(), LibraryFields.STAMP);
  }
}
