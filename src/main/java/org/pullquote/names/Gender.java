package org.pullquote.names;

/** Which pronoun a person goes by. */
enum Gender {
  MAN,
  WOMAN
}
