/**
 * Who is who in an article: which names, roles and pronouns are one person, place or organisation.
 *
 * <p>{@link org.pullquote.names.WhoIsWho} is the door. Behind it, {@code NameFinder} sights names
 * and places in a passage and {@code RoleFinder} what people are called by ("Russia's defence
 * minister"); {@code NameGroups} puts the names of one entity together, {@code RoleLinks} the roles
 * with their holders, {@code PronounLinks} the pronouns; {@code QuestionNames} reads a question.
 * All of it would rather know nothing than take two people for one.
 */
@NullMarked
package org.pullquote.names;

import org.jspecify.annotations.NullMarked;
