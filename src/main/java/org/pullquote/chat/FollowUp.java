package org.pullquote.chat;

import java.util.List;
import java.util.Set;
import org.pullquote.answer.Words;

/**
 * What a question takes from the one before it: nothing, if it stands by itself; its subject, if
 * that is missing ("and where?") or only pointed at ("who welcomed him?"); and in any case not the
 * same quotes again, if it asks for others ("who else?").
 */
record FollowUp(boolean takesSubject, boolean wantsOthers) {

  /** Words that ask, and name nothing. */
  private static final Set<String> EMPTY =
      Set.of(
          ("and or but so ok okay then who whom whose what which when where why how is "
                  + "was were are did do does on in at of with to by for from about that this it "
                  + "they them he she him her there the a much many long exactly else more another "
                  + "other others anyone anything please tell me")
              .split(" "));

  /** Words that point at what was said before. */
  private static final Set<String> POINTERS =
      Set.of("he she him her his hers they them their theirs it its these those".split(" "));

  /**
   * "when was that?", "what is there?": these point only at the end; elsewhere they join clauses.
   */
  private static final Set<String> POINTERS_AT_THE_END = Set.of("that", "there", "then");

  private static final Set<String> OTHERS = Set.of("else more another other others".split(" "));

  static FollowUp of(String question) {
    List<String> words = Words.of(question);
    boolean names = words.stream().anyMatch(word -> !EMPTY.contains(word));
    boolean points =
        words.stream().anyMatch(POINTERS::contains)
            || (!words.isEmpty() && POINTERS_AT_THE_END.contains(words.getLast()));
    // "Are there more than two?" counts, "who else did he meet?" asks for others.
    boolean others = names ? words.contains("else") : words.stream().anyMatch(OTHERS::contains);
    return new FollowUp(!names || points, others && (!names || points));
  }
}
