package org.pullquote.names;

import org.jspecify.annotations.Nullable;

/** Which pronoun a person goes by. */
enum Gender {
  MAN,
  WOMAN;

  /** Whether both can be of one person, as far as they are known. */
  static boolean agree(@Nullable Gender one, @Nullable Gender other) {
    return one == null || other == null || one == other;
  }
}
