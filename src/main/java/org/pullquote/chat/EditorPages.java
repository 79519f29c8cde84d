package org.pullquote.chat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.pullquote.article.Article;
import org.pullquote.article.Passage;
import org.pullquote.article.PassageKind;
import org.pullquote.article.Quote;
import org.pullquote.chat.Button.Edit;
import org.pullquote.chat.Button.EditAction;
import org.pullquote.chat.Reply.Cite;
import org.pullquote.chat.Reply.Part;
import org.pullquote.chat.Reply.Say;
import org.pullquote.chat.Reply.SourceLine;
import org.pullquote.library.ArticleDesk.Submission;

/** What somebody sees who adds an article: what was read of it, and what became of it. */
public final class EditorPages {

  private static final int MOST_LEFT_OUT = 5;

  /** Of a text that was left out, in UTF-16 code units. */
  private static final int LONGEST_LEFT_OUT = 80;

  private EditorPages() {}

  /**
   * What was read, to be confirmed: the beginning and the end, and what was left out.
   *
   * @param name what the article would be called
   */
  public static Reply report(Submission submission, String name, Messages messages) {
    Article article = submission.article();
    List<Part> parts = new ArrayList<>();
    parts.add(new Say(messages.get("admin.read")));
    ends(article).forEach(passage -> parts.add(cite(article, passage, messages)));
    parts.add(
        new Say(
            String.join(
                "\n",
                Overview.passages(article, messages),
                leftOut(submission.leftOut(), messages),
                messages.get("admin.called", name))));
    return new Reply(
        parts,
        List.of(
            List.of(
                new Edit(messages.get("admin.add"), EditAction.ADD),
                new Edit(messages.get("admin.discard"), EditAction.DISCARD))),
        List.of());
  }

  /** The headline, the first paragraph and the last. */
  private static Set<Passage> ends(Article article) {
    List<Passage> paragraphs =
        article.passages().stream()
            .filter(passage -> passage.kind() == PassageKind.PARAGRAPH)
            .toList();
    Set<Passage> ends = new LinkedHashSet<>();
    article.headline().ifPresent(ends::add);
    if (!paragraphs.isEmpty()) {
      ends.add(paragraphs.getFirst());
      ends.add(paragraphs.getLast());
    }
    return ends;
  }

  private static Cite cite(Article article, Passage passage, Messages messages) {
    return new Cite(
        Quote.of(article, passage, passage.whole()),
        List.of(),
        new SourceLine(AttributionLine.place(passage, messages), null, null),
        passage.kind() == PassageKind.PARAGRAPH);
  }

  private static String leftOut(List<String> texts, Messages messages) {
    if (texts.isEmpty()) {
      return messages.get("admin.none");
    }
    return messages.get("admin.left", texts.size())
        + texts.stream()
            .limit(MOST_LEFT_OUT)
            .map(text -> text.replaceAll("\\s+", " ").strip())
            .map(text ->
                text.length() <= LONGEST_LEFT_OUT
                    ? text
                    : CopyText.cut(text, LONGEST_LEFT_OUT, "…"))
            .collect(Collectors.joining("\n– ", "\n– ", ""));
  }

  /** That it was added, and how to take that back. */
  public static Reply added(String name, Messages messages) {
    return new Reply(
        List.of(new Say(messages.get("admin.added", name))),
        List.of(List.of(new Edit(messages.get("admin.undo"), EditAction.TAKE_BACK))),
        List.of());
  }
}
