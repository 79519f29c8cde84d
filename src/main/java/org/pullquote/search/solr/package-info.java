/**
 * The index of a library on a Solr cluster, shared by several machines: the only package that knows
 * Solr and ZooKeeper.
 *
 * <p>{@link org.pullquote.search.solr.SolrLibraryIndex} is the door. {@link
 * org.pullquote.search.solr.SolrConnection} talks to the cluster and says in one line what is wrong
 * with it, {@link org.pullquote.search.solr.SolrDocuments} knows how a file stands in it, {@link
 * org.pullquote.search.solr.SolrCollections} makes collections and lets one take the place of
 * another.
 */
@NullMarked
package org.pullquote.search.solr;

import org.jspecify.annotations.NullMarked;
