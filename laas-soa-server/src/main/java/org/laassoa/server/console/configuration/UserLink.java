package org.laassoa.server.console.configuration;

import org.jspecify.annotations.Nullable;
import org.laassoa.server.configuration.EntryUser;

/**
 * Something that uses an entry.
 *
 * @param noun what it is, in words of the page
 * @param name its name
 * @param address its page, or null where it has none
 */
record UserLink(String noun, String name, @Nullable String address) {

  static UserLink of(EntryUser user, ConfigurationWords words) {
    return new UserLink(words.user_noun(user.noun()), user.name(), address(user));
  }

  private static @Nullable String address(EntryUser user) {
    return switch (user.noun()) {
      case "project" -> "/projects/" + user.name();
      case "build" -> "/builds/" + user.name();
      case "build environment" -> "/configuration/environments/" + user.name();
      case "parent image" -> "/configuration/parent-images/" + user.name();
      case "build configuration" -> "/configuration/build-configurations/" + user.name();
      default -> null;
    };
  }
}
