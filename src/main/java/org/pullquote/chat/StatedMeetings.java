package org.pullquote.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pullquote.article.Article;
import org.pullquote.meetings.Meeting;
import org.pullquote.meetings.MeetingGraph;
import org.pullquote.meetings.Meetings;
import org.pullquote.names.WhoIsWho;

/** The meetings that an article states, found when somebody first asks for them. */
final class StatedMeetings {

  private final Article article;
  private final WhoIsWho names;
  private @Nullable List<Meeting> found;

  StatedMeetings(Article article, WhoIsWho names) {
    this.article = article;
    this.names = names;
  }

  /** All, in reading order. */
  synchronized List<Meeting> all() {
    if (found == null) {
      found = Meetings.of(article, names);
    }
    return found;
  }

  /** Who met whom, in words to draw; null where nobody met anybody. */
  @Nullable MeetingMap map(Messages messages) {
    MeetingGraph graph = MeetingGraph.of(all());
    return graph.edges().isEmpty() ? null : MeetingMap.of(graph, article.metadata(), messages);
  }
}
