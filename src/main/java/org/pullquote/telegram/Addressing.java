package org.pullquote.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Tells whether a message is for the bot, and what it says to it. In a private chat every text is;
 * in a group only the bot's own commands, a mention of it, and a reply to it.
 */
final class Addressing {

  private static final Pattern COMMAND =
      Pattern.compile(
          "(?<command>/[A-Za-z0-9_]{1,32})(?:@(?<bot>\\w+))?(?<rest>.*)", Pattern.DOTALL);

  private final long botId;
  private final String botName;
  private final Set<String> commands;

  /**
   * @param botName the bot's user name, without the at sign
   * @param commands the commands that the bot knows, in lower case, without the slash
   */
  Addressing(long botId, String botName, Set<String> commands) {
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
    if (text == null || fromBot(message)) {
      return Optional.empty();
    }
    Matcher command = COMMAND.matcher(text);
    if (command.matches()) {
      return command(message, command);
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

  private Optional<String> command(Message message, Matcher command) {
    String bot = command.group("bot");
    boolean forOther = bot != null && !bot.toLowerCase(Locale.ROOT).equals(botName);
    String name = command.group("command").substring(1).toLowerCase(Locale.ROOT);
    // In a group, a command without a name may be any bot's.
    boolean ours = bot != null || message.isUserMessage() || commands.contains(name);
    return forOther || !ours
        ? Optional.empty()
        : Optional.of(command.group("command") + command.group("rest"));
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
    // "Hey @bot, who …?" leaves the comma that followed the name.
    return rest.toString().strip().replaceFirst("^[,:;]\\s*", "");
  }

  private boolean repliesToBot(Message message) {
    User author = message.isReply() ? message.getReplyToMessage().getFrom() : null;
    return author != null && author.getId() == botId;
  }

  private static boolean fromBot(Message message) {
    return message.getFrom() != null && Boolean.TRUE.equals(message.getFrom().getIsBot());
  }
}
