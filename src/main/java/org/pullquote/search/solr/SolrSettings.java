package org.pullquote.search.solr;

/**
 * Where a Solr cluster is and what of it is used.
 *
 * @param zookeeper the ensemble that the cluster registers with: {@code host:port,…}, and where it
 *     stands in it, as {@code /chroot}
 * @param collection the name under which the index is found: an alias of the collection that is in
 *     use
 * @param shards in how many parts a new collection is cut
 * @param replicas how many copies there are of each part
 */
public record SolrSettings(String zookeeper, String collection, int shards, int replicas) {}
