package org.pullquote.names;

import org.jspecify.annotations.Nullable;

/**
 * What somebody or something is called by what it is: "prime minister", "priest", "ministry".
 *
 * @param name the word that the others for the same are compared as
 * @param office whether one at a time is it, in one country or body
 * @param body whether it is an organisation
 * @param points whether "the" and the noun can mean somebody told of close by
 * @param gender which it tells, or null
 */
record RoleNoun(
    String name, boolean office, boolean body, boolean points, @Nullable Gender gender) {}
