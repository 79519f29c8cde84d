package org.pullquote.chat;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What readers ask for without a question and without a slash: {@code people}, {@code p5}. */
sealed interface BareRequest {

  /** A command by its word alone. */
  record OfCommand(Command command) implements BareRequest {}

  /** A passage by its place alone. */
  record OfPassage(String place) implements BareRequest {}

  /** A summary, which no quote is. */
  record OfSummary() implements BareRequest {}

  /** Commands whose word alone is no question. */
  Set<Command> BARE =
      Set.of(Command.PEOPLE, Command.PLACES, Command.MEETINGS, Command.MAP, Command.PHOTOS);

  /** "5", "¶ 5", "p5", "c1". */
  Pattern PLACE = Pattern.compile("(?i)¶?\\s*(?<place>[pc]?\\d{1,4})[.?!]?");

  /** In the languages that the bot speaks. */
  Pattern SUMMARY =
      Pattern.compile(
          "(?iuU)(?:can you |could you |please |just |give me |make |write |show me )*(?:a |an |the )?(?:short |brief |quick )?"
              + "(?:summar(?:y|ise|ize)|tl;? ?dr|gist|overview|key points|main points)\\b.{0,40}"
              + "|(?:дай |сделай |напиши |кратк(?:ое|ий) )*(?:резюме|пересказ|перескажи|суть|кратко)\\b.{0,40}"
              + "|(?:дай |зроби |напиши |стислий )*(?:підсумок|підсумуй|переказ|перекажи|суть|стисло)\\b.{0,40}"
              + "|.{0,20}요약.{0,20}");

  /** What a message asks for, if it is no more than that. */
  static Optional<BareRequest> of(String text) {
    Matcher place = PLACE.matcher(text);
    if (place.matches()) {
      return Optional.of(new OfPassage(place.group("place")));
    }
    if (SUMMARY.matcher(text).matches()) {
      return Optional.of(new OfSummary());
    }
    return Command.of(text.replaceFirst("[.?!]$", "")).filter(BARE::contains).map(OfCommand::new);
  }
}
