package org.pullquote.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Reply.Cite;

/**
 * How much of each quote a reply has room for, so that none is left out where all can be cut. An
 * answer shows its best quote as a whole, if it can, and of the others at least a beginning; quotes
 * that are equals share the room as equals.
 *
 * @param first the first quote; null where there is only one
 * @param best for the first quote, in UTF-16 code units
 * @param each for each of the others
 */
record Rooms(@Nullable Cite first, int best, int each) {

  /** A beginning of a quote that tells something. */
  private static final int BEGINNING = 300;

  /** What stands around each quote: two line ends before, one behind, and signs of omission. */
  private static final int AROUND = 3 + 2 * (ReplyText.OMISSION.length() + 1);

  /**
   * The rooms of a reply's quotes.
   *
   * @param limit the most UTF-16 code units that all of the reply may have
   */
  static Rooms of(Reply reply, int limit) {
    List<Cite> cites =
        reply.parts().stream().filter(Cite.class::isInstance).map(Cite.class::cast).toList();
    if (cites.size() < 2) {
      return new Rooms(null, limit, limit);
    }
    int around =
        cites.stream().mapToInt(cite -> AROUND + cite.source().longest().length()).sum()
            + reply.parts().stream().mapToInt(ReplyText::ownLength).sum();
    int room = limit - around;
    List<Integer> lengths = cites.stream().map(cite -> cite.quote().span().length()).toList();
    boolean equals = cites.getFirst().secondary() == cites.getLast().secondary();
    if (equals) {
      int share = share(lengths, room);
      return new Rooms(cites.getFirst(), share, share);
    }
    List<Integer> others = lengths.subList(1, lengths.size());
    int beginnings = others.stream().mapToInt(length -> Math.min(length, BEGINNING)).sum();
    int best = Math.min(lengths.getFirst(), room - beginnings);
    return new Rooms(cites.getFirst(), best, share(others, room - best));
  }

  /**
   * The greatest share with which all fit: who needs less leaves the rest to the others (max-min
   * fairness).
   */
  private static int share(List<Integer> lengths, int room) {
    List<Integer> sorted = lengths.stream().sorted().toList();
    int left = room;
    for (int i = 0; i < sorted.size(); i++) {
      int share = left / (sorted.size() - i);
      if (sorted.get(i) > share) {
        return share;
      }
      left -= sorted.get(i);
    }
    return Integer.MAX_VALUE;
  }

  /** For a quote, in UTF-16 code units. */
  int of(Cite cite) {
    return cite.equals(first) ? best : each;
  }
}
