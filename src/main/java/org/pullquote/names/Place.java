package org.pullquote.names;

import java.util.Set;

/**
 * A place or a body that is known without the article.
 *
 * @param name its common name
 * @param kind place or organisation
 * @param names all words for the same, {@code name} first
 * @param related names of others that stand for it, or that it stands for
 */
record Place(String name, EntityKind kind, Set<String> names, Set<String> related) {}
