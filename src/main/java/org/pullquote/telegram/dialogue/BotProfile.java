package org.pullquote.telegram.dialogue;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pullquote.chat.Command;
import org.pullquote.chat.Messages;
import org.pullquote.telegram.delivery.FleetingCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.description.SetMyDescription;
import org.telegram.telegrambots.meta.api.methods.description.SetMyShortDescription;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/** What Telegram shows of the bot before anybody has asked it: its menu and what it is. */
public final class BotProfile {

  /** In a group, these would only add to what everybody scrolls past. */
  private static final List<Command> PRIVATE_ONLY = List.of(Command.FORGET, Command.ABOUT);

  private static final Logger log = LoggerFactory.getLogger(BotProfile.class);

  private BotProfile() {}

  /**
   * Announces commands and descriptions in all languages, beside all else: nothing waits for it.
   *
   * @param several whether there are several articles
   */
  public static void announceBeside(FleetingCalls calls, boolean several) {
    Thread.ofVirtual()
        .name("profile")
        .start(() -> {
          try {
            if (!announce(calls, several)) {
              log.warn("the menu and the descriptions could not all be set; the next start tries");
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Whether all of that was taken. */
  private static boolean announce(FleetingCalls calls, boolean several)
      throws InterruptedException {
    for (BotApiMethod<?> call : calls(several)) {
      if (!calls.make(call)) {
        // The next start says it again.
        return false;
      }
    }
    return true;
  }

  /** The calls, those for readers of no particular language first. */
  static List<BotApiMethod<?>> calls(boolean several) {
    return Messages.LANGUAGES.stream().flatMap(locale -> calls(locale, several).stream()).toList();
  }

  private static List<BotApiMethod<?>> calls(Locale locale, boolean several) {
    Messages messages = Messages.in(locale);
    String code = locale.equals(Messages.LANGUAGES.getFirst()) ? null : locale.getLanguage();
    List<Command> all = Command.offered(several);
    List<Command> groups = all.stream().filter(command -> !PRIVATE_ONLY.contains(command)).toList();
    return List.of(
        commands(all, new BotCommandScopeDefault(), code, messages),
        commands(groups, new BotCommandScopeAllGroupChats(), code, messages),
        SetMyDescription.builder()
            .description(messages.get("description"))
            .languageCode(code)
            .build(),
        SetMyShortDescription.builder()
            .shortDescription(messages.get("description.short"))
            .languageCode(code)
            .build());
  }

  private static SetMyCommands commands(
      List<Command> commands, BotCommandScope scope, @Nullable String code, Messages messages) {
    return SetMyCommands.builder()
        .commands(
            commands.stream()
                .map(command -> new BotCommand(command.word(), command.description(messages)))
                .toList())
        .scope(scope)
        .languageCode(code)
        .build();
  }
}
