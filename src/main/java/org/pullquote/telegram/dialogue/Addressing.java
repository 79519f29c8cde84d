package org.pullquote.telegram.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Tells whether a message is for the bot, and what it says to it. In a private chat every text is;
 * in a group only the bot's own commands, a mention of it, and a reply to it.
 */
public final class Addressing {

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<command>/[A-Za-z0-9_]{1,32})(?:@(?<bot>\\w+))?(?<rest>.*)", Pattern.DOTALL);

  /** What lists and quotes name passages by. */
  private static final Pattern PASSAGE = Pattern.compile("[pc]\\d{1,4}|headline|standfirst");

  private static final Pattern ASK = Pattern.compile("^/ask\\b", Pattern.CASE_INSENSITIVE);

  private final long botId;
  private final String botName;
  private final Set<String> commands;

  /**
   * @param botName the bot's user name, without the at sign
   * @param commands the commands that the bot knows, in lower case, without the slash
   */
  public Addressing(long botId, String botName, Set<String> commands) {
    this.botId = botId;
    this.botName = botName.toLowerCase(Locale.ROOT);
    this.commands = Set.copyOf(commands);
  }

  /**
   * What a message says to the bot, without the bot's name; empty where it is for others. A blank
   * text is a mention with nothing asked.
   */
  Optional<String> addressed(Message message) {
    String text = message.hasText() ? message.getText() : message.getCaption();
    if (text == null || fromBot(message) || passedOn(message)) {
      return Optional.empty();
    }
    Matcher command = COMMAND.matcher(text);
    if (command.matches() && isForOtherBot(command)) {
      return Optional.empty();
    }
    if (command.matches() && isOurs(message, command)) {
      return Optional.of(command.group("command") + command.group("rest"));
    }
    if (message.isUserMessage()) {
      return Optional.of(text);
    }
    List<MessageEntity> mentions = mentions(message);
    if (!mentions.isEmpty()) {
      return Optional.of(without(text, mentions));
    }
    return repliesToBot(message) ? Optional.of(text) : Optional.empty();
  }

  /** What a message says to the bot in a chat where it is a guest: all but its name. */
  Optional<String> summoned(Message message) {
    String text = message.hasText() ? message.getText() : message.getCaption();
    return text == null || fromBot(message)
        ? Optional.empty()
        : Optional.of(without(text, mentions(message)));
  }

  /** What a message asks, without the bot's name and the command. */
  Optional<String> question(Message message) {
    return addressed(message).map(text -> ASK.matcher(text).replaceFirst("").strip());
  }

  /** A quote of ours that a reader chose to send: nothing is asked. */
  private boolean passedOn(Message message) {
    return message.hasViaBot() && Objects.equals(message.getViaBot().getId(), botId);
  }

  private boolean isForOtherBot(Matcher command) {
    String bot = command.group("bot");
    return bot != null && !bot.toLowerCase(Locale.ROOT).equals(botName);
  }

  /** In a group, a command without a name that we do not know may be any bot's. */
  private boolean isOurs(Message message, Matcher command) {
    String name = command.group("command").substring(1).toLowerCase(Locale.ROOT);
    return command.group("bot") != null
        || message.isUserMessage()
        || commands.contains(name)
        || PASSAGE.matcher(name).matches();
  }

  private List<MessageEntity> mentions(Message message) {
    List<MessageEntity> entities =
        message.hasText() ? message.getEntities() : message.getCaptionEntities();
    return entities == null ? List.of() : entities.stream().filter(this::mentionsBot).toList();
  }

  private boolean mentionsBot(MessageEntity entity) {
    return switch (entity.getType()) {
      case "mention" -> entity.getText().toLowerCase(Locale.ROOT).equals("@" + botName);
      case "text_mention" -> entity.getUser() != null && entity.getUser().getId() == botId;
      default -> false;
    };
  }

  private static String without(String text, List<MessageEntity> mentions) {
    List<MessageEntity> lastFirst = new ArrayList<>(mentions).reversed();
    StringBuilder rest = new StringBuilder(text);
    for (MessageEntity mention : lastFirst) {
      rest.delete(mention.getOffset(), mention.getOffset() + mention.getLength());
    }
    // "@bot, who …?" and "Hey @bot, who …?" leave the comma that followed the name.
    return rest.toString().replaceAll("\\s+(?=[,:;])", "").strip().replaceFirst("^[,:;]\\s*", "");
  }

  /** In a topic that the bot opened, every message formally replies to the opening. */
  private boolean repliesToBot(Message message) {
    Message target = message.getReplyToMessage();
    return target != null
        && target.getForumTopicCreated() == null
        && target.getFrom() != null
        && target.getFrom().getId() == botId;
  }

  /** Anonymous administrators and channels write under a bot's name, but are no bots. */
  private static boolean fromBot(Message message) {
    return message.getSenderChat() == null
        && message.getFrom() != null
        && Boolean.TRUE.equals(message.getFrom().getIsBot());
  }
}
