package org.pullquote.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pullquote.answer.Answer.Quoted;
import org.pullquote.answer.Answerer;
import org.pullquote.answer.Attribution;
import org.pullquote.answer.Evidence;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.article.Span;
import org.pullquote.chat.Page.Listing;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Part;
import org.pullquote.chat.Reply.Say;
import org.pullquote.chat.Reply.SourceLine;
import org.pullquote.meetings.Meeting;
import org.pullquote.names.EntityKind;

/** What an article holds, by kind, page by page: people, places, photos, what was said. */
final class Listings {

  private static final int NAMES_A_PAGE = 10;
  private static final int QUOTES_A_PAGE = 5;

  private final Answerer answerer;
  private final StatedMeetings meetings;
  private @Nullable NameDirectory directory;

  Listings(Answerer answerer, StatedMeetings meetings) {
    this.answerer = answerer;
    this.meetings = meetings;
  }

  /**
   * A page of a list; of an empty list the first one says so. Empty where there is no such page.
   */
  Optional<Reply> page(Listing listing, Messages messages) {
    List<Part> all = all(listing.kind(), messages);
    if (all.isEmpty() && listing.number() == 1) {
      return Optional.of(Reply.saying(messages.get(key(listing.kind()) + ".none")));
    }
    return Paging.of(listing.number(), perPage(listing.kind()), all.size())
        .map(paging -> {
          List<Part> parts = new ArrayList<>();
          parts.add(new Say(messages.get(key(listing.kind()))));
          parts.addAll(paging.of(all));
          List<Button> turns =
              paging.turns(number -> new Listing(listing.kind(), number), messages);
          return new Reply(parts, List.of(turns), List.of());
        });
  }

  private static String key(Listing.Kind kind) {
    return "list." + kind.command();
  }

  private static int perPage(Listing.Kind kind) {
    return switch (kind) {
      case PEOPLE, PLACES -> NAMES_A_PAGE;
      case PHOTOS, SAID, MEETINGS -> QUOTES_A_PAGE;
    };
  }

  private List<Part> all(Listing.Kind kind, Messages messages) {
    return switch (kind) {
      case PEOPLE -> List.copyOf(directory().entries(EntityKind.PERSON, messages));
      case PLACES -> List.copyOf(directory().entries(EntityKind.PLACE, messages));
      case PHOTOS -> cites(passage -> passage.kind() == PassageKind.CAPTION, messages);
      case SAID ->
          answerer.article().passages().stream()
              .filter(this::isSaid)
              .<Part>map(passage -> said(passage, messages))
              .toList();
      case MEETINGS -> meetings(messages);
    };
  }

  /** Made when somebody first asks for it. */
  private synchronized NameDirectory directory() {
    if (directory == null) {
      directory = new NameDirectory(answerer.article(), answerer.names());
    }
    return directory;
  }

  private boolean isSaid(Passage passage) {
    Attribution attribution = answerer.evidence(passage).attribution();
    return attribution.speaker() != null
        || attribution.via() != null
        || answerer.names().speaker(passage).isPresent();
  }

  /** Where a passage says "he said", the pronoun is set off, and where its name stands is told. */
  private Cite said(Passage passage, Messages messages) {
    Evidence evidence = answerer.evidence(passage);
    if (evidence.attribution().speaker() != null
        || !(answerer.speaker(passage)
            instanceof Quoted(List<Evidence> named, var ranked, var sure))
        || named.size() != 2
        || named.getFirst().marks().isEmpty()) {
      return AttributionLine.cite(evidence, false, messages);
    }
    Cite cite = AttributionLine.cite(named.getFirst(), false, messages);
    SourceLine line = cite.source();
    String meant =
        messages.get(
            "said.meant",
            named.getFirst().marks().getFirst().in(passage.text()),
            "/" + named.getLast().quote().passage().id());
    return new Cite(
        cite.quote(),
        cite.marks(),
        new SourceLine(
            line.text() + AttributionLine.SEPARATOR + meant,
            line.link(),
            line.whole(),
            line.mark()),
        false);
  }

  /** The passages that state a meeting, with who, where and when set off. */
  private List<Part> meetings(Messages messages) {
    Map<Passage, Set<Span>> marks = new LinkedHashMap<>();
    for (Meeting meeting : meetings.all()) {
      Set<Span> spans = marks.computeIfAbsent(meeting.passage(), passage -> new LinkedHashSet<>());
      meeting.participants().forEach(participant -> spans.add(participant.span()));
      Stream.of(meeting.place(), meeting.time()).filter(Objects::nonNull).forEach(spans::add);
    }
    List<Part> parts = new ArrayList<>();
    marks.forEach((passage, spans) ->
        parts.add(
            AttributionLine.cite(
                answerer.evidence(passage, passage.whole(), apart(spans), 1), false, messages)));
    return parts;
  }

  /** In order, and without those that lie in another. */
  private static List<Span> apart(Set<Span> spans) {
    List<Span> apart = new ArrayList<>();
    spans.stream()
        .sorted(
            Comparator.comparingInt(Span::start)
                .thenComparing(Comparator.comparingInt(Span::end).reversed()))
        .filter(span -> apart.isEmpty() || !apart.getLast().overlaps(span))
        .forEach(apart::add);
    return apart;
  }

  private List<Part> cites(Predicate<Passage> which, Messages messages) {
    return answerer.article().passages().stream()
        .filter(which)
        .<Part>map(passage -> AttributionLine.cite(answerer.evidence(passage), false, messages))
        .toList();
  }
}
